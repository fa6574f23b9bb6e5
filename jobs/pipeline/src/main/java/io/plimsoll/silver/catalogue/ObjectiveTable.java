package io.plimsoll.silver.catalogue;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.Comparison;
import io.plimsoll.catalog.Objective;
import io.plimsoll.catalog.TimeWindow;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One row an objective of an OpenSLO SLO and version of it. */
public final class ObjectiveTable {

    public static final String NAME = "silver.objective";

    public static final Field OBJECTIVE_ID = Field.required(
            "objective_id", StringType, "the SLO's name, with the objective's display name where the SLO has several");
    public static final Field SLO = Field.required("slo", StringType, "the SLO's name");
    public static final Field SERVICE_ID = Field.required("service_id", StringType, "the service that the SLO names");
    public static final Field SLI_ID = Field.required("sli_id", StringType, "the indicator's name");
    public static final Field METHOD =
            Field.required("method", StringType, "Occurrences, Timeslices or RatioTimeslices");
    public static final Field TARGET = Field.required("target", Field.RATIO, "ratio", "the objective's own target");
    public static final Field TIME_SLICE_TARGET = Field.optional(
            "time_slice_target", Field.RATIO, "ratio", "ratio from which a slice is good; null without slices");
    public static final Field TIME_SLICE_SECONDS =
            Field.optional("time_slice_seconds", LongType, "s", "length of a slice; null without slices");
    public static final Field OP = Field.optional(
            "op", StringType, "comparison that makes a value good (lt, lte, gt, gte); null for other measures");
    public static final Field THRESHOLD = Field.optional(
            "threshold", DoubleType, "what a value is compared with, in the indicator's unit; null for other measures");
    public static final Field COMBINATION = Field.optional(
            "combination",
            StringType,
            "how the objectives of its composite SLO make one figure: weighted, serial or parallel; null where it stands alone");
    public static final Field COMPOSITE_WEIGHT = Field.optional(
            "composite_weight",
            createDecimalType(18, 6),
            "its weight in the composite; null where it stands alone, or for a weight of 1");
    public static final Field COMPOSITE_TARGET = Field.optional(
            "composite_target", Field.RATIO, "ratio", "what the composite is to reach; null when none is declared");
    public static final Field WINDOW_KIND =
            Field.required("window_kind", StringType, "rolling (ends at the day) or calendar (starts at its anchor)");
    public static final Field WINDOW_UNIT = Field.required(
            "window_unit", StringType, "unit of the window's length: minute, hour, day, week, month, quarter or year");
    public static final Field WINDOW_COUNT =
            Field.required("window_count", IntegerType, "units", "length of the window in its unit");
    public static final Field WINDOW_ZONE = Field.optional(
            "window_zone",
            StringType,
            "time zone of a calendar window; null for a rolling one, which uses the organisation's");
    public static final Field WINDOW_ANCHOR = Field.optional(
            "window_anchor", TimestampType, "UTC", "start of some calendar window; null for a rolling one");
    public static final Field EFFECTIVE_FROM =
            Field.optional("effective_from", DateType, "first day on which this version is in force; null for always");
    public static final Field EFFECTIVE_TO = Field.optional(
            "effective_to", DateType, "first day on which it no longer is; null for until further notice");

    /** The table's declaration. */
    public static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an objective and version: what the SLO asks of its indicator")
            .withFields(
                    OBJECTIVE_ID,
                    SLO,
                    SERVICE_ID,
                    SLI_ID,
                    METHOD,
                    TARGET,
                    TIME_SLICE_TARGET,
                    TIME_SLICE_SECONDS,
                    OP,
                    THRESHOLD,
                    COMBINATION,
                    COMPOSITE_WEIGHT,
                    COMPOSITE_TARGET,
                    WINDOW_KIND,
                    WINDOW_UNIT,
                    WINDOW_COUNT,
                    WINDOW_ZONE,
                    WINDOW_ANCHOR,
                    EFFECTIVE_FROM,
                    EFFECTIVE_TO)
            .withKey(OBJECTIVE_ID, EFFECTIVE_FROM);

    /** The catalogue's objectives as rows of this table. */
    public static List<Row> rows(Catalog catalog) {
        return catalog.objectives().stream().map(ObjectiveTable::row).toList();
    }

    private static Row row(Objective objective) {
        TimeWindow window = objective.window();
        return RowFactory.create(
                objective.objectiveId(),
                objective.sloName(),
                objective.serviceId(),
                objective.sliId(),
                objective.method().word(),
                objective.target(),
                objective.timeSliceTarget().orElse(null),
                objective.timeSliceWindow().map(Duration::toSeconds).orElse(null),
                objective.op().map(Comparison::word).orElse(null),
                objective.threshold().map(BigDecimal::doubleValue).orElse(null),
                objective
                        .composite()
                        .map(composite -> composite.combination().word())
                        .orElse(null),
                objective.compositeWeight().orElse(null),
                objective.composite().flatMap(Objective.Composite::target).orElse(null),
                window.isRolling() ? "rolling" : "calendar",
                window.length().unit().name().toLowerCase(Locale.ROOT),
                window.length().count(),
                window.calendar()
                        .map(TimeWindow.Calendar::zone)
                        .map(ZoneId::getId)
                        .orElse(null),
                window.calendar().map(TimeWindow.Calendar::anchor).orElse(null),
                objective.effective().from().orElse(null),
                objective.effective().to().orElse(null));
    }

    private ObjectiveTable() {}
}
