package io.plimsoll.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.NavigableSet;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * What a build depends on besides its inputs.
 *
 * @param asOf the run's date: the computation sees the data up to the start of this day in {@code zone}
 * @param zone the organisation's calendar
 * @param partitions values of the partition column (days or period starts) that are wanted; empty for all
 */
public record Parameters(LocalDate asOf, ZoneId zone, Optional<NavigableSet<LocalDate>> partitions) {

    /** The first instant that the run does not see. */
    public Instant asOfInstant() {
        return asOf.atStartOfDay(zone).toInstant();
    }

    /** Whether a date column holds a wanted partition; true for every row when all are wanted. */
    public Column wanted(Column date) {
        return partitions.map(days -> date.isin(days.toArray())).orElseGet(() -> functions.lit(true));
    }
}
