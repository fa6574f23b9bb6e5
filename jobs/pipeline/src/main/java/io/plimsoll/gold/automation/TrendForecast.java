package io.plimsoll.gold.automation;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.plimsoll.bridge.SeriesForecasts;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.ResourceHour;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.silver.SliDay;
import io.plimsoll.silver.SliRecord;
import io.plimsoll.silver.StateInterval;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a daily series, UTC day ahead and run's date: bad events, demand and values of indicators, utilisation of resources, and cost of
 * services, each with what is to be expected, intervals, and how well such forecasts did in the past ({@code docs/methods.md}). A
 * series that cannot be forecast has its rows too, with null figures and a status that says why.
 */
public final class TrendForecast implements Table {

    public static final String NAME = "gold.trend_forecast";

    public static final Field SERIES_KIND = Field.required(
            "series_kind",
            StringType,
            "sli_bad, demand and sli_value (of an indicator), utilisation (of a resource), cost (of a service)");
    public static final Field SERIES_ID =
            Field.required("series_id", StringType, "the indicator's, resource's or service's name in the catalogue");
    public static final Field METRIC = Field.required(
            "metric",
            StringType,
            "events, or problem_time of a state history; the quantile of the day's values that an objective holds against its threshold (p95 for a target of 0.95 below it, p5 above it); the resource's metric, in the day's busiest hour; effective_cost");
    public static final Field UNIT = Field.required(
            "unit",
            StringType,
            "unit of the figures: events, s, ratio (of capacity), the currency, or the tool's own unit where capacity is not known and of values (empty when it says none)");
    public static final Field STEP_AT = Field.required("step_at", TimestampType, "UTC", "start of the day ahead");
    public static final Field STEPS_AHEAD =
            Field.required("steps_ahead", IntegerType, "d", "1 for the first day that is not over at the run's date");
    public static final Field MEAN = figure(
            "mean", "central forecast, the one of least absolute error; null when the series could not be forecast");
    public static final Field LO80 = figure("lo80", "lower bound of the 80 % interval");
    public static final Field HI80 = figure("hi80", "upper bound of the 80 % interval");
    public static final Field LO95 = figure("lo95", "lower bound of the 95 % interval");
    public static final Field HI95 = figure("hi95", "upper bound of the 95 % interval");
    public static final Field MODEL = Field.optional(
            "model", StringType, "models combined, the best in the backtest first; null without a forecast");
    public static final Field BACKTEST_MASE = Field.optional(
            "backtest_mase",
            DoubleType,
            "mean absolute error on rolling origins over that of the (seasonal) naive forecast one day ahead; null where the series is constant or was not forecast");
    public static final Field BACKTEST_COVERAGE95 = Field.optional(
            "backtest_coverage95",
            DoubleType,
            "ratio",
            "share of outcomes inside the 95 % intervals on rolling origins; null where the series is constant or was not forecast");
    public static final Field STATUS = Field.required(
            "status",
            StringType,
            "forecast; constant (all values alike: bounds are the value); or why there is none: insufficient_data, all_missing, ended (silent for longer than the horizon)");
    public static final Field LAST_DAY =
            Field.optional("last_day", DateType, "UTC", "last day with a value; null without any");
    public static final Field OBSERVED_DAYS = Field.required(
            "observed_days", LongType, "d", "days with a value in the three years before the run's date");
    public static final Field LEVEL_SINCE = Field.optional(
            "level_since",
            DateType,
            "UTC",
            "day on which the level last jumped; what lies before is left out when enough lies after; null when it never did");
    public static final Field AS_OF = Field.required("as_of", DateType, "the run's date");

    /** A quarter ahead: what is bought, and what is promised, is decided by the quarter. */
    static final int HORIZON_DAYS = 91;

    private static final List<Integer> WEEK_AND_YEAR = List.of(7, 365);

    private static final TableContract CONTRACT = TableContract.of(
                    NAME,
                    "One row a daily series, UTC day ahead and run's date: what is to be expected, within which bounds")
            .withFields(
                    SERIES_KIND,
                    SERIES_ID,
                    METRIC,
                    UNIT,
                    STEP_AT,
                    STEPS_AHEAD,
                    MEAN,
                    LO80,
                    HI80,
                    LO95,
                    HI95,
                    MODEL,
                    BACKTEST_MASE,
                    BACKTEST_COVERAGE95,
                    STATUS,
                    LAST_DAY,
                    OBSERVED_DAYS,
                    LEVEL_SINCE,
                    AS_OF)
            .withKey(SERIES_KIND, SERIES_ID, METRIC, UNIT, STEP_AT, AS_OF)
            .withChecks(
                    new Check(
                            "bounds_nest",
                            "mean IS NULL OR (lo95 <= lo80 AND lo80 <= mean AND mean <= hi80 AND hi80 <= hi95)",
                            "the 95 % interval holds the 80 % interval, which holds the forecast"),
                    new Check(
                            "figures_with_status",
                            "(mean IS NOT NULL) = (status IN ('forecast', 'constant'))",
                            "there are figures exactly when the status says so"))
            .withPartitions(AS_OF);

    private static final long DAY_SECONDS = 86_400;

    private static Field figure(String name, String meaning) {
        return Field.optional(name, DoubleType, "see unit", meaning);
    }

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(
                SliDay.NAME,
                SliRecord.NAME,
                StateInterval.NAME,
                ObjectiveTable.NAME,
                ResourceHour.NAME,
                ServiceCostDay.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.asOf();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        long end = ForecastSeries.end(parameters).toEpochDay();
        Column step = col(SeriesForecasts.STEP);
        return new SeriesForecasts(HORIZON_DAYS, WEEK_AND_YEAR, end)
                .of(
                        ForecastSeries.of(inputs, parameters),
                        List.of(
                                SERIES_KIND.name(),
                                SERIES_ID.name(),
                                METRIC.name(),
                                UNIT.name(),
                                SeriesForecasts.DOMAIN))
                .withColumn(STEP_AT.name(), timestamp_seconds(step.multiply(DAY_SECONDS)))
                .withColumn(STEPS_AHEAD.name(), step.minus(end).plus(1).cast(IntegerType))
                .withColumn(LAST_DAY.name(), day("last_step"))
                .withColumn(OBSERVED_DAYS.name(), col("observations"))
                .withColumn(LEVEL_SINCE.name(), day("regime_step"))
                .withColumn(AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    private static Column day(String step) {
        return date_from_unix_date(col(step).cast(IntegerType));
    }
}
