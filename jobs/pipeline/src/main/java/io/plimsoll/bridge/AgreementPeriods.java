package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_seconds;

import io.plimsoll.statistics.timeline.Period;
import io.plimsoll.statistics.timeline.PeriodUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The periods of an agreement that have begun: every period of its unit and zone, from the one in which its terms come into
 * force (or its record begins, when it states no start) to the one that holds the last second before the run's date.
 */
public final class AgreementPeriods {

    private static final ArrayType PERIODS = DataTypes.createArrayType(
            new StructType()
                    .add("period_start", DataTypes.DateType, false)
                    .add("period_end", DataTypes.DateType, false)
                    .add("period_from_at", DataTypes.TimestampType, false)
                    .add("period_to_at", DataTypes.TimestampType, false)
                    .add("in_force_from", DataTypes.DateType, false)
                    .add("is_first_recorded", DataTypes.BooleanType, false),
            false);

    private static final UserDefinedFunction PERIODS_OF =
            udf((UDF1<Row, List<Row>>) AgreementPeriods::periods, PERIODS);

    private AgreementPeriods() {}

    /**
     * An array of periods with their local days, instants, the first local day on which the terms are in force, and whether the
     * record begins inside the period of an agreement that states no start.
     *
     * @param unit month, quarter or year
     * @param zone IANA zone
     * @param effectiveFrom first local day in force, or null
     * @param effectiveTo first local day no longer in force, or null
     * @param firstAt start of the record, or null when there is none
     * @param asOf the run's instant
     */
    public static Column of(
            Column unit, Column zone, Column effectiveFrom, Column effectiveTo, Column firstAt, Column asOf) {
        return PERIODS_OF.apply(struct(
                unit.as("unit"),
                zone.as("zone"),
                unix_date(effectiveFrom).as("effective_from"),
                unix_date(effectiveTo).as("effective_to"),
                unix_seconds(firstAt).as("first_at"),
                unix_seconds(asOf).as("as_of")));
    }

    private static List<Row> periods(Row terms) {
        PeriodUnit unit = PeriodUnit.valueOf(terms.<String>getAs("unit").toUpperCase(Locale.ROOT));
        ZoneId zone = ZoneId.of(terms.getAs("zone"));
        long asOf = terms.<Long>getAs("as_of");
        LocalDate effectiveFrom = date(terms.getAs("effective_from"));
        LocalDate effectiveTo = date(terms.getAs("effective_to"));
        Long firstAt = terms.getAs("first_at");
        long from = effectiveFrom != null ? start(effectiveFrom, zone) : firstAt != null ? firstAt : asOf - 1;
        long to = effectiveTo == null ? asOf : Math.min(asOf, start(effectiveTo, zone));
        List<Row> rows = new ArrayList<>();
        if (from < to) {
            for (Period period : unit.overlapping(from, to, zone)) {
                boolean recordBegins = effectiveFrom == null && firstAt != null && period.from() < firstAt;
                rows.add(row(period, effectiveFrom, recordBegins && firstAt < period.to()));
            }
        }
        return rows;
    }

    private static Row row(Period period, @Nullable LocalDate effectiveFrom, boolean isFirstRecorded) {
        boolean startsInside = effectiveFrom != null && effectiveFrom.isAfter(period.start());
        return RowFactory.create(
                period.start(),
                period.endExclusive(),
                Instant.ofEpochSecond(period.from()),
                Instant.ofEpochSecond(period.to()),
                startsInside ? effectiveFrom : period.start(),
                isFirstRecorded);
    }

    private static long start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toEpochSecond();
    }

    private static @Nullable LocalDate date(@Nullable Integer epochDay) {
        return epochDay == null ? null : LocalDate.ofEpochDay(epochDay);
    }
}
