package io.plimsoll.bridge;

import io.plimsoll.statistics.capacity.UsableCapacity;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is declared of a resource, as the key of its series carries it. A column that is null is not declared.
 *
 * @param capacity empty when the raw capacity is not known, or units must be spare and nobody says of how many
 * @param leadDays days from an order to its use; empty when not declared
 * @param orderStep smallest amount that can be ordered; 0 when any
 * @param targetUtilisation share of the usable capacity up to which it should be used
 */
record ResourceTerms(
        Optional<UsableCapacity> capacity, OptionalInt leadDays, double orderStep, double targetUtilisation) {

    static ResourceTerms of(NamedKey key) {
        return new ResourceTerms(
                capacity(key),
                key.whole(CapacityColumns.LEAD_TIME_DAYS),
                key.number(CapacityColumns.ORDER_STEP).orElse(0),
                key.number(CapacityColumns.TARGET_UTILISATION).orElse(1));
    }

    private static Optional<UsableCapacity> capacity(NamedKey key) {
        double raw = key.number(CapacityColumns.RAW_CAPACITY).orElse(0);
        OptionalInt units = key.whole(CapacityColumns.UNITS);
        if (!(raw > 0) || Double.isInfinite(raw) || units.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new UsableCapacity(
                raw,
                units.getAsInt(),
                key.whole(CapacityColumns.SPARE_UNITS).orElseThrow(),
                key.number(CapacityColumns.BUFFER_RATIO).orElse(0)));
    }
}
