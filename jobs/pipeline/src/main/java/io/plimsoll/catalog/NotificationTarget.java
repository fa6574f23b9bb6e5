package io.plimsoll.catalog;

/**
 * An OpenSLO alert notification target.
 *
 * @param target the kind of channel, such as email
 */
public record NotificationTarget(String name, String target, Effective effective, Origin origin) implements Entry {}
