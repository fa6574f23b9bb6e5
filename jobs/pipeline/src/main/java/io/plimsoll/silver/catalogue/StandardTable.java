package io.plimsoll.silver.catalogue;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.plimsoll.catalog.BudgetingMethod;
import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.Criticality;
import io.plimsoll.catalog.DurationShorthand;
import io.plimsoll.catalog.HostEnvironment;
import io.plimsoll.catalog.Measure;
import io.plimsoll.catalog.Outcome;
import io.plimsoll.catalog.StandardDefinition;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One row a standard definition and version: which objectives it is for, and what it asks of them. */
public final class StandardTable {

    public static final String NAME = "silver.standard_definition";

    public static final Field STANDARD_ID = Field.required("standard_id", StringType, "the standard's name");
    public static final Field FOR_MEASURE =
            Field.optional("for_measure", StringType, "measure of the indicators that it is for; null for any");
    public static final Field FOR_OUTCOME =
            Field.optional("for_outcome", StringType, "technical or outcome indicators; null for both");
    public static final Field FOR_CRITICALITIES = Field.required(
            "for_criticalities", createArrayType(StringType, false), "criticality of their services; empty for any");
    public static final Field FOR_ENVIRONMENTS = Field.required(
            "for_environments", createArrayType(StringType, false), "environment of their services; empty for any");
    public static final Field METHOD =
            Field.optional("standard_method", StringType, "Occurrences, Timeslices or RatioTimeslices; null for any");
    public static final Field TIME_SLICE_SECONDS =
            Field.optional("standard_time_slice_seconds", LongType, "s", "length of a slice; null for any");
    public static final Field WINDOW_COUNT = Field.optional(
            "standard_window_count", IntegerType, "units", "length of the window in its unit; null for any");
    public static final Field WINDOW_UNIT = Field.optional(
            "standard_window_unit", StringType, "minute, hour, day, week, month, quarter or year; null for any");
    public static final Field WINDOW_KIND =
            Field.optional("standard_window_kind", StringType, "rolling or calendar; null for either");
    public static final Field COARSEST_RESOLUTION_SECONDS = Field.optional(
            "coarsest_resolution_seconds", LongType, "s", "slots may be as far apart; null for any distance");
    public static final Field LOWEST_TARGET =
            Field.optional("lowest_target", Field.RATIO, "ratio", "no target may lie below; null for any target");
    public static final Field EFFECTIVE_FROM =
            Field.optional("effective_from", DateType, "first day on which this version is in force; null for always");
    public static final Field EFFECTIVE_TO = Field.optional(
            "effective_to", DateType, "first day on which it no longer is; null for until further notice");

    /** The table's declaration. */
    public static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a standard definition and version: what it asks of which objectives")
            .withFields(
                    STANDARD_ID,
                    FOR_MEASURE,
                    FOR_OUTCOME,
                    FOR_CRITICALITIES,
                    FOR_ENVIRONMENTS,
                    METHOD,
                    TIME_SLICE_SECONDS,
                    WINDOW_COUNT,
                    WINDOW_UNIT,
                    WINDOW_KIND,
                    COARSEST_RESOLUTION_SECONDS,
                    LOWEST_TARGET,
                    EFFECTIVE_FROM,
                    EFFECTIVE_TO)
            .withKey(STANDARD_ID, EFFECTIVE_FROM);

    private StandardTable() {}

    /** The catalogue's standards as rows of this table. */
    public static List<Row> rows(Catalog catalog) {
        return catalog.entries(StandardDefinition.class).stream()
                .map(StandardTable::row)
                .toList();
    }

    private static Row row(StandardDefinition standard) {
        return RowFactory.create(
                standard.name(),
                standard.measure().map(Measure::word).orElse(null),
                standard.outcome().map(Outcome::word).orElse(null),
                standard.criticality().stream().map(Criticality::word).toList(),
                standard.environment().stream().map(HostEnvironment::word).toList(),
                standard.method().map(BudgetingMethod::word).orElse(null),
                standard.timeSlice().map(Duration::toSeconds).orElse(null),
                standard.window().map(DurationShorthand::count).orElse(null),
                standard.window()
                        .map(window -> window.unit().name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                standard.windowIsRolling()
                        .map(rolling -> rolling ? "rolling" : "calendar")
                        .orElse(null),
                standard.coarsestResolutionSeconds().orElse(null),
                standard.lowestTarget().orElse(null),
                standard.effective().from().orElse(null),
                standard.effective().to().orElse(null));
    }
}
