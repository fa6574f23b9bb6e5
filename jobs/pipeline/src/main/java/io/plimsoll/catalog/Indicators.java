package io.plimsoll.catalog;

import java.util.List;
import java.util.Optional;

/** Says of indicators which service they are about. */
final class Indicators {

    private Indicators() {}

    /** Each indicator with the service that all SLOs on it name, if they name one. */
    static List<Indicator> withServices(List<Declared<Indicator>> indicators, List<Slo> slos) {
        return indicators.stream()
                .map(Declared::entry)
                .map(indicator -> indicator.of(only(indicator.sliId(), slos)))
                .toList();
    }

    private static Optional<String> only(String sliId, List<Slo> slos) {
        List<String> services = slos.stream()
                .flatMap(slo -> slo.objectives().stream())
                .filter(objective -> objective.sliId().equals(sliId))
                .map(Objective::serviceId)
                .distinct()
                .toList();
        return services.size() == 1 ? Optional.of(services.get(0)) : Optional.empty();
    }
}
