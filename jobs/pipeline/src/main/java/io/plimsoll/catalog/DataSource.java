package io.plimsoll.catalog;

/**
 * An OpenSLO data source. How to connect to it is not kept: Plimsoll reads exports and holds no secrets.
 *
 * @param type the kind of system, such as Prometheus
 */
public record DataSource(String name, String type, Effective effective, Origin origin) implements Entry {}
