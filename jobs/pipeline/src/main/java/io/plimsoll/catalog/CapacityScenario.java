package io.plimsoll.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A change that capacity should be planned for: growth, the loss of units, a launch, a retirement, or several at once.
 *
 * @param name its name; {@code scenario_id} of tables
 * @param title how people call it; empty when the name will do
 * @param resources resources that it is about; with {@code services} empty too, all
 * @param services services whose resources it is about
 * @param metrics metrics that it is about; empty for all
 * @param growth factor on demand, not negative; 1 when not stated
 * @param unitsLost units that are lost at once; 0 when not stated
 * @param launch demand added, in the metric's unit; 0 when not stated
 * @param retire demand that goes away, in the metric's unit; 0 when not stated
 * @param startsOn day from which demand changes; empty for at once
 */
public record CapacityScenario(
        String name,
        Optional<String> title,
        List<String> resources,
        List<String> services,
        List<String> metrics,
        BigDecimal growth,
        int unitsLost,
        BigDecimal launch,
        BigDecimal retire,
        Optional<LocalDate> startsOn,
        Effective effective,
        Origin origin)
        implements Entry {

    /** Copies the lists. */
    public CapacityScenario {
        resources = List.copyOf(resources);
        services = List.copyOf(services);
        metrics = List.copyOf(metrics);
    }
}
