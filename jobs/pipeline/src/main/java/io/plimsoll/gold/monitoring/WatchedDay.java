package io.plimsoll.gold.monitoring;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.gold.objectives.Versions;
import io.plimsoll.silver.MaintenanceDay;
import io.plimsoll.silver.SliDay;
import io.plimsoll.silver.SliRecord;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row an indicator with slots and UTC day on which its tool of record delivered any: what the catalogue of that day says of it
 * and which windows concern it. Columns: sli_id, tool, day, measure, slot_seconds, static_lo, static_hi, smallest_deviation, windows.
 */
final class WatchedDay {

    /** A slot that is shorter is judged together with its neighbours: single minutes of little traffic are noise. */
    private static final long SHORTEST_SLOT_SECONDS = 300;

    static final String SLOT_SECONDS = "slot_seconds";
    /** A value below it breaks the strictest objective; null without one. */
    static final String STATIC_LO = "static_lo";
    /** A value above it breaks the strictest objective; null without one. */
    static final String STATIC_HI = "static_hi";
    /** The least that an objective allows to be bad; 0 without one, and for values. */
    static final String SMALLEST_DEVIATION = "smallest_deviation";
    /** Windows that touch the day, as (window_id, from, to) in epoch seconds; null without any. */
    static final String WINDOWS = "windows";

    private static final String NAMES = "names";
    private static final String NAME = "name";

    private WatchedDay() {}

    /** @param isRead which days of a table by day are read */
    static Dataset<Row> of(Inputs inputs, Column isRead) {
        Dataset<Row> days = withObjectives(days(inputs, isRead), inputs.table(ObjectiveTable.NAME));
        Dataset<Row> windows = windows(days, inputs.table(MaintenanceDay.NAME).where(isRead));
        return days.join(windows, Names.of(SliDay.SLI_ID, SliDay.DAY), "left").drop(NAMES);
    }

    private static Dataset<Row> days(Inputs inputs, Column isRead) {
        Dataset<Row> record = inputs.table(SliRecord.NAME)
                .where(SliRecord.IS_RECORD.col())
                .select(SliRecord.SLI_ID.col(), SliRecord.TOOL.col());
        Dataset<Row> delivered = inputs.table(SliDay.NAME)
                .where(isRead)
                .select(SliDay.SLI_ID.col(), SliDay.TOOL.col(), SliDay.DAY.col())
                .join(record, Names.of(SliRecord.SLI_ID, SliRecord.TOOL), "inner");
        Dataset<Row> indicators = inputs.table(IndicatorTable.NAME).drop(IndicatorTable.TOOL.name());
        return Versions.at(delivered, indicators, SliDay.SLI_ID.name(), SliDay.DAY.col())
                .where(IndicatorTable.MEASURE.col().isin("counts", "value"))
                .select(
                        SliDay.SLI_ID.col(),
                        SliDay.TOOL.col(),
                        SliDay.DAY.col(),
                        IndicatorTable.MEASURE.col(),
                        greatest(lit(SHORTEST_SLOT_SECONDS), IndicatorTable.RESOLUTION_SECONDS.col())
                                .as(SLOT_SECONDS));
    }

    /** Of several objectives in force the strictest limits count. */
    private static Dataset<Row> withObjectives(Dataset<Row> days, Dataset<Row> objectives) {
        Dataset<Row> limits = objectives.select(
                ObjectiveTable.SLI_ID.col(),
                ObjectiveTable.SERVICE_ID.col(),
                ObjectiveTable.OP.col(),
                ObjectiveTable.THRESHOLD.col(),
                lit(1).minus(coalesce(ObjectiveTable.TIME_SLICE_TARGET.col(), ObjectiveTable.TARGET.col()))
                        .cast(DoubleType)
                        .as("allowed_bad"),
                ObjectiveTable.EFFECTIVE_FROM.col(),
                ObjectiveTable.EFFECTIVE_TO.col());
        Column counts = IndicatorTable.MEASURE.col().equalTo("counts");
        Column allowedBad = when(counts, col("allowed_bad"));
        return Versions.at(days, limits, SliDay.SLI_ID.name(), SliDay.DAY.col())
                .groupBy(
                        SliDay.SLI_ID.col(),
                        SliDay.TOOL.col(),
                        SliDay.DAY.col(),
                        IndicatorTable.MEASURE.col(),
                        col(SLOT_SECONDS))
                .agg(
                        coalesce(min(allowedBad), min(threshold("lt", "lte"))).as(STATIC_HI),
                        max(threshold("gt", "gte")).as(STATIC_LO),
                        coalesce(min(allowedBad), lit(0.0)).as(SMALLEST_DEVIATION),
                        array_union(array(SliDay.SLI_ID.col()), collect_set(ObjectiveTable.SERVICE_ID.col()))
                                .as(NAMES));
    }

    private static Column threshold(Object... ops) {
        return when(ObjectiveTable.OP.col().isin(ops), ObjectiveTable.THRESHOLD.col());
    }

    /** A window concerns an indicator whose name, whose service or a component of whose service it names. */
    private static Dataset<Row> windows(Dataset<Row> days, Dataset<Row> windows) {
        Column scope = MaintenanceDay.SCOPE.col();
        Dataset<Row> named = windows.select(
                explode(array_distinct(array(scope, substring_index(scope, "/", 1))))
                        .as(NAME),
                MaintenanceDay.DAY.col(),
                struct(
                                MaintenanceDay.WINDOW_ID.col(),
                                unix_seconds(MaintenanceDay.FROM_AT.col()).as("from"),
                                unix_seconds(MaintenanceDay.TO_AT.col()).as("to"))
                        .as("window"));
        return days.select(
                        SliDay.SLI_ID.col(),
                        SliDay.DAY.col(),
                        explode(col(NAMES)).as(NAME))
                .join(named, Names.of(NAME, SliDay.DAY.name()), "inner")
                .groupBy(SliDay.SLI_ID.col(), SliDay.DAY.col())
                .agg(array_sort(collect_set(col("window"))).as(WINDOWS));
    }
}
