package io.plimsoll.gold.automation;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.bridge.SeriesForecasts;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.gold.objectives.Versions;
import io.plimsoll.silver.ResourceHour;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.silver.SliDay;
import io.plimsoll.silver.SliRecord;
import io.plimsoll.silver.StateInterval;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The daily series of a workspace, a row a series and UTC day that has ended before the run's instant. */
final class ForecastSeries {

    /** Three years: a yearly season needs that many. */
    static final int HISTORY_DAYS = 3 * 366;

    private static final Column DAY = col("day");

    private ForecastSeries() {}

    /** The first UTC day that is not over, or not seen, at the run's instant. */
    static LocalDate end(Parameters parameters) {
        return parameters.asOfInstant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Every series with its kind, id, metric, unit, domain, step (days since 1970) and value. */
    static Dataset<Row> of(Inputs inputs, Parameters parameters) {
        Column seen =
                DAY.lt(lit(end(parameters))).and(DAY.geq(lit(end(parameters).minusDays(HISTORY_DAYS))));
        Dataset<Row> events = ofRecord(inputs.table(SliDay.NAME).where(seen), inputs)
                .where(SliDay.TOTAL.col().isNotNull());
        return series(
                        events,
                        "sli_bad",
                        SliDay.SLI_ID,
                        lit("events"),
                        lit("events"),
                        "non_negative",
                        SliDay.TOTAL.col().minus(SliDay.GOOD.col()))
                .unionByName(series(
                        problemSeconds(ofRecord(inputs.table(StateInterval.NAME).where(seen), inputs)),
                        "sli_bad",
                        SliDay.SLI_ID,
                        lit("problem_time"),
                        lit("s"),
                        "non_negative",
                        col("problem_seconds")))
                .unionByName(series(
                        events,
                        "demand",
                        SliDay.SLI_ID,
                        lit("events"),
                        lit("events"),
                        "non_negative",
                        SliDay.TOTAL.col()))
                .unionByName(values(ofRecord(inputs.table(SliDay.NAME).where(seen), inputs), inputs, parameters))
                .unionByName(utilisation(inputs.table(ResourceHour.NAME).where(seen)))
                .unionByName(cost(inputs.table(ServiceCostDay.NAME).where(seen)));
    }

    /**
     * The quantile of the day's values that an objective asks about: with a target of 0.95 and {@code value <= threshold} a day is good when
     * its 95th percentile keeps to the threshold, with {@code value >= threshold} when its 5th does.
     */
    private static Dataset<Row> values(Dataset<Row> days, Inputs inputs, Parameters parameters) {
        Column target = ObjectiveTable.TARGET.col();
        Column isUpperBound = ObjectiveTable.OP.col().isin("lt", "lte");
        Column level = when(isUpperBound, target).otherwise(lit(1).minus(target));
        Column percent = level.multiply(100).cast(createDecimalType(18, 10)).cast(StringType);
        Dataset<Row> asked = Versions.inForce(inputs.table(ObjectiveTable.NAME), parameters)
                .where(ObjectiveTable.OP.col().isNotNull())
                .select(
                        ObjectiveTable.SLI_ID.col(),
                        level.cast(DoubleType).as("level"),
                        concat(lit("p"), regexp_replace(percent, "\\.?0+$", "")).as("quantile"))
                .distinct();
        Dataset<Row> valued = days.where(SliDay.VALUE_HISTOGRAM.col().isNotNull())
                .join(broadcast(asked), Names.of(SliDay.SLI_ID), "inner");
        return series(
                valued,
                "sli_value",
                SliDay.SLI_ID,
                col("quantile"),
                lit(""),
                "non_negative",
                SliDay.quantile(col("level")));
    }

    private static Dataset<Row> ofRecord(Dataset<Row> rows, Inputs inputs) {
        Dataset<Row> record = inputs.table(SliRecord.NAME)
                .where(SliRecord.IS_RECORD.col())
                .select(SliRecord.SLI_ID.col(), SliRecord.TOOL.col());
        return rows.join(record, Names.of(SliRecord.SLI_ID, SliRecord.TOOL), "left_semi");
    }

    /** Seconds in PROBLEM of days that were watched at all. */
    private static Dataset<Row> problemSeconds(Dataset<Row> stretches) {
        Column seconds = unix_seconds(StateInterval.TO_AT.col()).minus(unix_seconds(StateInterval.FROM_AT.col()));
        return stretches
                .where(StateInterval.STATE.col().notEqual("UNKNOWN"))
                .groupBy(StateInterval.SLI_ID.col(), StateInterval.DAY.col())
                .agg(sum(when(StateInterval.STATE.col().equalTo("PROBLEM"), seconds)
                                .otherwise(lit(0L)))
                        .as("problem_seconds"));
    }

    /** The busiest hour of the day: the one that runs out first. Against capacity where the tool says how much there is. */
    private static Dataset<Row> utilisation(Dataset<Row> hours) {
        Column known = coalesce(ResourceHour.CAPACITY.col().gt(0), lit(false));
        Dataset<Row> days = hours.withColumn(
                        "shown_unit", when(known, lit("ratio")).otherwise(coalesce(ResourceHour.UNIT.col(), lit(""))))
                .withColumn(
                        "used",
                        when(known, ResourceHour.USED_MEAN.col().divide(ResourceHour.CAPACITY.col()))
                                .otherwise(ResourceHour.USED_MEAN.col()))
                .groupBy(ResourceHour.RESOURCE_ID.col(), ResourceHour.METRIC.col(), col("shown_unit"), DAY)
                .agg(max("used").as("used"));
        return series(
                        days.where(col("shown_unit").equalTo("ratio")),
                        "utilisation",
                        ResourceHour.RESOURCE_ID,
                        ResourceHour.METRIC.col(),
                        col("shown_unit"),
                        "unit",
                        col("used"))
                .unionByName(series(
                        days.where(col("shown_unit").notEqual("ratio")),
                        "utilisation",
                        ResourceHour.RESOURCE_ID,
                        ResourceHour.METRIC.col(),
                        col("shown_unit"),
                        "non_negative",
                        col("used")));
    }

    /** A day of bills on which a service has no line cost it nothing; a day without any bill in the currency is not known. */
    private static Dataset<Row> cost(Dataset<Row> charges) {
        Dataset<Row> days = charges.where(ServiceCostDay.SERVICE_ID.col().isNotNull())
                .groupBy(ServiceCostDay.SERVICE_ID.col(), ServiceCostDay.CURRENCY.col(), DAY)
                .agg(sum(ServiceCostDay.EFFECTIVE_COST.col()).cast(DoubleType).as("cost"));
        Dataset<Row> billed = charges.select(ServiceCostDay.CURRENCY.col(), DAY).distinct();
        Dataset<Row> lives = days.groupBy(ServiceCostDay.SERVICE_ID.col(), ServiceCostDay.CURRENCY.col())
                .agg(min(DAY).as("first_day"));
        Dataset<Row> all = lives.join(billed, Names.of(ServiceCostDay.CURRENCY), "inner")
                .where(DAY.geq(col("first_day")))
                .join(days, Names.of(ServiceCostDay.SERVICE_ID, ServiceCostDay.CURRENCY, ServiceCostDay.DAY), "left");
        return series(
                all,
                "cost",
                ServiceCostDay.SERVICE_ID,
                lit("effective_cost"),
                ServiceCostDay.CURRENCY.col(),
                "non_negative",
                coalesce(col("cost"), lit(0.0)));
    }

    private static Dataset<Row> series(
            Dataset<Row> days, String kind, Field id, Column metric, Column unit, String domain, Column value) {
        return days.select(
                lit(kind).as(TrendForecast.SERIES_KIND.name()),
                id.col().as(TrendForecast.SERIES_ID.name()),
                metric.as(TrendForecast.METRIC.name()),
                unit.as(TrendForecast.UNIT.name()),
                lit(domain).as(SeriesForecasts.DOMAIN),
                unix_date(DAY).cast(LongType).as(SeriesForecasts.STEP),
                value.cast(DoubleType).as(SeriesForecasts.VALUE));
    }
}
