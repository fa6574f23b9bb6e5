package io.plimsoll.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says of indicators which service they are about. */
final class Indicators {

    private Indicators() {}

    /** Each indicator with the service that all SLOs on it name, if they name one. */
    static List<Indicator> withServices(List<Declared<Indicator>> indicators, List<Slo> slos) {
        Map<String, Set<String>> services = slos.stream()
                .flatMap(slo -> slo.objectives().stream())
                .collect(Collectors.groupingBy(
                        Objective::sliId, Collectors.mapping(Objective::serviceId, Collectors.toSet())));
        return indicators.stream()
                .map(Declared::entry)
                .map(indicator -> indicator.of(only(services.getOrDefault(indicator.sliId(), Set.of()))))
                .toList();
    }

    private static Optional<String> only(Set<String> services) {
        return services.size() == 1 ? services.stream().findFirst() : Optional.empty();
    }
}
