package io.plimsoll.demo.company;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** What services run on: cloud fleets, machines of their own, subscriptions. */
final class Resources {

    private static final BigDecimal TARGET = new BigDecimal("0.65");

    private Resources() {}

    static List<Resource> cloud(String service) {
        return List.of(
                new Resource(
                        service + "-fleet",
                        service,
                        List.of("cpu", "memory"),
                        "vcpu",
                        48,
                        1,
                        4,
                        new BigDecimal("31.50"),
                        "USD",
                        TARGET,
                        "N+1",
                        12,
                        null),
                new Resource(
                        service + "-db",
                        service,
                        List.of("storage", "connections"),
                        "GB",
                        2000,
                        2,
                        500,
                        new BigDecimal("0.115"),
                        "USD",
                        new BigDecimal("0.80"),
                        "2N",
                        null,
                        null));
    }

    static List<Resource> machines(String service) {
        return List.of(
                new Resource(
                        service + "-hosts",
                        service,
                        List.of("cpu", "memory"),
                        "core",
                        96,
                        45,
                        32,
                        new BigDecimal("18.00"),
                        "EUR",
                        TARGET,
                        "N+1",
                        3,
                        "SubAccountName = '" + service + "' AND ServiceCategory = 'Compute'"),
                new Resource(
                        service + "-san",
                        service,
                        List.of("storage"),
                        "GB",
                        12000,
                        60,
                        4000,
                        new BigDecimal("0.090"),
                        "EUR",
                        new BigDecimal("0.80"),
                        "2N",
                        null,
                        "SubAccountName = '" + service + "' AND ServiceCategory = 'Storage'"));
    }

    static List<Resource> subscription(String service, String provider, String currency) {
        return List.of(new Resource(
                service + "-subscription",
                service,
                List.of("requests"),
                "requests",
                5_000_000,
                30,
                1_000_000,
                new BigDecimal("0.004"),
                currency,
                new BigDecimal("0.75"),
                "N",
                null,
                "ProviderName = '" + provider + "'"));
    }

    /** Where the data platform keeps every scan for good. */
    static Resource lake(String service) {
        return new Resource(
                service + "-lake",
                service,
                List.of("storage"),
                "GB",
                40_000,
                30,
                5_000,
                new BigDecimal("0.023"),
                "USD",
                new BigDecimal("0.80"),
                "N",
                null,
                null);
    }

    /** Connections that a service's calls share. */
    static Resource pool(String service) {
        return new Resource(
                service + "-pool",
                service,
                List.of("connections"),
                "connections",
                400,
                14,
                50,
                new BigDecimal("0.60"),
                "USD",
                new BigDecimal("0.85"),
                "N",
                null,
                null);
    }

    /** With more beside what every such service has. */
    static List<Resource> and(List<Resource> usual, Resource more) {
        return Stream.concat(usual.stream(), Stream.of(more)).toList();
    }
}
