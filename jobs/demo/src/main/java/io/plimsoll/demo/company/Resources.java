package io.plimsoll.demo.company;

import java.math.BigDecimal;
import java.util.List;

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
                new BigDecimal("0.85"),
                "N",
                "ProviderName = '" + provider + "'"));
    }
}
