package io.plimsoll.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.plimsoll.bridge.Histograms;
import io.plimsoll.bridge.SliRollup;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row an indicator, tool and UTC day in which at least one slot starts, added up from its hours. Quantiles are the value of
 * rank {@code floor(1 + q (n - 1))} in ascending order, within 1 % and never outside [value_min, value_max]; quantiles of several
 * days come from merged histograms, not from these columns.
 */
public final class SliDay implements Table {

    public static final String NAME = "silver.sli_day";

    public static final Field SLI_ID = Field.required("sli_id", StringType, "the indicator's name in the catalogue");
    public static final Field TOOL = Field.required("tool", StringType, "the tool that measured it");
    public static final Field DAY = Field.required("day", DateType, "UTC", "the day");
    public static final Field GOOD = SliFigures.GOOD;
    public static final Field TOTAL = SliFigures.TOTAL;
    public static final Field BAD_SLOTS = SliFigures.BAD_SLOTS;
    public static final Field SLOTS = SliFigures.SLOTS;
    public static final Field VALUE_COUNT = SliFigures.VALUE_COUNT;
    public static final Field VALUE_SUM = SliFigures.VALUE_SUM;
    public static final Field VALUE_MIN = SliFigures.VALUE_MIN;
    public static final Field VALUE_MAX = SliFigures.VALUE_MAX;
    public static final Field VALUE_HISTOGRAM = SliFigures.VALUE_HISTOGRAM;
    public static final Field VALUE_P50 = quantileField("value_p50", "lower median");
    public static final Field VALUE_P90 = quantileField("value_p90", "90th percentile");
    public static final Field VALUE_P95 = quantileField("value_p95", "95th percentile");
    public static final Field VALUE_P99 = quantileField("value_p99", "99th percentile");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an indicator, tool and UTC day in which a slot starts")
            .withFields(SLI_ID, TOOL, DAY)
            .withFields(SliFigures.ALL)
            .withFields(VALUE_P50, VALUE_P90, VALUE_P95, VALUE_P99)
            .withKey(SLI_ID, TOOL, DAY)
            .withChecks(SliFigures.CHECKS)
            .withPartitions(DAY);

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(SliHour.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.byDay();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        return SliRollup.days(inputs.table(SliHour.NAME).where(parameters.wanted(SliHour.DAY.col())))
                .withColumn(DAY.name(), to_date(col(SliRollup.START_AT)))
                .withColumn(VALUE_P50.name(), quantile(lit(0.5)))
                .withColumn(VALUE_P90.name(), quantile(lit(0.9)))
                .withColumn(VALUE_P95.name(), quantile(lit(0.95)))
                .withColumn(VALUE_P99.name(), quantile(lit(0.99)))
                .select(CONTRACT.columns());
    }

    /**
     * A quantile of a row's values, within 1 %; null without a value.
     *
     * @param q DOUBLE in [0,1]
     */
    public static Column quantile(Column q) {
        // Least and greatest skip nulls, and so would turn a missing quantile into a bound; all are null together.
        Column approximate = Histograms.quantile(VALUE_HISTOGRAM.col(), q);
        return least(greatest(approximate, VALUE_MIN.col()), VALUE_MAX.col());
    }

    private static Field quantileField(String name, String which) {
        return Field.optional(
                name,
                DoubleType,
                which + " of the day's values, within 1 %, in the indicator's unit; null without a value");
    }
}
