package io.plimsoll.gold.vendors;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import io.plimsoll.contract.Columns;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.gold.objectives.AgreementScope;
import io.plimsoll.gold.objectives.SlaCompliance;
import io.plimsoll.gold.objectives.SlaCredit;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.statistics.scorecard.Dimension;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * What speaks for or against vendors: a row a vendor, quarter, dimension and item (a verdict, an incident, a report, a service) with
 * what it adds to the dimension's numerator and denominator.
 */
final class VendorEvidence {

    static final String INCIDENTS = "silver.incident";
    static final String DIMENSION = "dimension";
    static final String ITEM = "item";
    static final String NUMERATOR = "numerator";
    static final String DENOMINATOR = "denominator";
    static final String OBSERVED = "observed";
    static final String UNIT = "unit";

    private static final String VENDOR_ID = VendorPromises.VENDOR_ID;
    private static final String QUARTER = VendorPromises.QUARTER;
    private static final double QUARTER_DAYS = 90;
    private static final double HOUR = 3_600;

    private final Inputs inputs;
    private final Parameters parameters;
    private final Dataset<Row> settings;

    /** @param settings one row with the vendor section's limits */
    VendorEvidence(Inputs inputs, Parameters parameters, Dataset<Row> settings) {
        this.inputs = inputs;
        this.parameters = parameters;
        this.settings = settings;
    }

    /** Evidence of every dimension. */
    Dataset<Row> items() {
        Dataset<Row> verdicts = verdicts();
        Dataset<Row> incidents = incidents();
        VendorReports reports = new VendorReports(inputs, parameters);
        return attainment(verdicts, Dimension.ATTAINMENT, col(QUARTER))
                .unionByName(attainment(verdicts, Dimension.TREND, add_months(col(QUARTER), 3)))
                .unionByName(restorations(incidents))
                .unionByName(repeats(incidents))
                .unionByName(exposure())
                .unionByName(punctuality(reports.due()))
                .unionByName(accuracy(reports.measured()))
                .unionByName(disclosure(reports.disclosed(incidents)))
                .unionByName(credits(reports))
                .unionByName(costs());
    }

    /** Closed verdicts of the vendors' agreements. */
    private Dataset<Row> verdicts() {
        return inputs.table(SlaCompliance.NAME)
                .where(AgreementScope.IS_CLOSED
                        .col()
                        .and(SlaCompliance.STATUS.col().isin("MET", "BREACHED")))
                .join(VendorPromises.agreements(inputs), Names.of(AgreementScope.AGREEMENT_ID), "inner")
                .withColumn(QUARTER, VendorPromises.quarterOf(AgreementScope.PERIOD_END.col()));
    }

    private static Dataset<Row> attainment(Dataset<Row> verdicts, Dimension dimension, Column quarter) {
        Column name = concat_ws(
                "/",
                AgreementScope.AGREEMENT_ID.col(),
                AgreementScope.OBJECTIVE_ID.col(),
                AgreementScope.IN_FORCE_FROM.col());
        Column isMet = SlaCompliance.STATUS.col().equalTo("MET");
        return item(
                verdicts.withColumn(QUARTER, quarter),
                dimension,
                name,
                one(isMet),
                lit(1),
                SlaCompliance.ATTAINED_NET.col(),
                lit("ratio"));
    }

    /** Incidents on record that name a vendor, with the quarter of their record in the organisation's zone. */
    private Dataset<Row> incidents() {
        return inputs.table(INCIDENTS)
                .where(col("opened_at").lt(lit(parameters.asOfInstant())))
                .join(VendorPromises.vendors(inputs), Names.of(VENDOR_ID), "left_semi")
                .withColumn(
                        "opened_on",
                        to_date(from_utc_timestamp(
                                col("opened_at"), parameters.zone().getId())))
                .withColumn(QUARTER, trunc(col("opened_on"), "quarter"));
    }

    /** An incident that is not over counts with the time that it has lasted; none lasts less than a second. */
    private Dataset<Row> restorations(Dataset<Row> incidents) {
        Column asOf = lit(parameters.asOfInstant());
        Column restored = least(coalesce(col("resolved_at"), col("closed_at"), asOf), asOf);
        Column seconds = greatest(unix_seconds(restored).minus(unix_seconds(col("opened_at"))), lit(1L));
        Column isInTime = seconds.leq(col("restoreWithinHours").multiply(HOUR));
        return item(
                incidents.join(settings, lit(true), "cross"),
                Dimension.RESTORATION,
                col("incident_id"),
                one(isInTime),
                lit(1),
                seconds,
                lit("s"));
    }

    /** An incident repeats another when service, component and cause are the same; of an unknown cause nothing is said. */
    private Dataset<Row> repeats(Dataset<Row> incidents) {
        Column cause = coalesce(col("cause"), col("category"));
        Column before = lag(col("opened_on"), 1)
                .over(Window.partitionBy(col(VENDOR_ID), col("service_id"), col("component"), cause)
                        .orderBy(col("opened_at"), col("incident_id")));
        Column isRepeat =
                coalesce(datediff(col("opened_on"), col("earlier_on")).leq(col("repeatWithinDays")), lit(false));
        return item(
                incidents
                        .where(cause.isNotNull().and(col("service_id").isNotNull()))
                        .withColumn("earlier_on", before)
                        .join(settings, lit(true), "cross"),
                Dimension.RECURRENCE,
                col("incident_id"),
                one(isRepeat),
                lit(0),
                one(isRepeat),
                lit("repeats"));
    }

    /** Service-quarters of ninety days over which incidents could come again. */
    private Dataset<Row> exposure() {
        Column quarters = col(VendorPromises.SERVICE_DAYS).divide(QUARTER_DAYS);
        return item(
                VendorPromises.serviceDays(inputs, parameters),
                Dimension.RECURRENCE,
                concat(lit("service "), col("service_id")),
                lit(0),
                quarters,
                quarters,
                lit("service-quarters"));
    }

    private static Dataset<Row> punctuality(Dataset<Row> due) {
        Column isInTime = coalesce(col("received_at").leq(col("due_at")), lit(false));
        Column late = unix_seconds(col("received_at")).minus(unix_seconds(col("due_at")));
        return item(due, Dimension.PUNCTUALITY, VendorReports.name(), one(isInTime), lit(1), late, lit("s late"));
    }

    private Dataset<Row> accuracy(Dataset<Row> measured) {
        Column overstated = round(col("reported_availability").cast(DoubleType).minus(col("measured")), 9);
        return item(
                measured.join(settings, lit(true), "cross"),
                Dimension.ACCURACY,
                VendorReports.name(),
                one(overstated.leq(col("overstatementTolerance").cast(DoubleType))),
                lit(1),
                overstated,
                lit("ratio"));
    }

    private static Dataset<Row> disclosure(Dataset<Row> disclosed) {
        return item(
                disclosed,
                Dimension.DISCLOSURE,
                concat_ws("/", col("service_id"), col("period_start")),
                least(col("disclosed"), col("recorded")),
                col("recorded"),
                col("disclosed"),
                lit("incidents"));
    }

    /** Credits due of periods of which the vendor has reported or that were claimed; paid or offered in full, or not. */
    private Dataset<Row> credits(VendorReports reports) {
        Column period = concat_ws("/", AgreementScope.AGREEMENT_ID.col(), AgreementScope.PERIOD_START.col());
        Column given = greatest(SlaCredit.RECEIVED.col(), coalesce(col("offered"), lit(0)));
        Column isJudged = col("offered")
                .isNotNull()
                .or(SlaCredit.RECEIVED.col().gt(0))
                .or(coalesce(SlaCredit.CLAIMED.col().gt(0), lit(false)));
        Dataset<Row> due = inputs.table(SlaCredit.NAME)
                .where(SlaCredit.DUE.col().gt(0))
                .join(VendorPromises.agreements(inputs), Names.of(AgreementScope.AGREEMENT_ID), "inner")
                .join(reports.offered(), Names.of(AgreementScope.AGREEMENT_ID, AgreementScope.PERIOD_START), "left")
                .where(isJudged)
                .withColumn(QUARTER, VendorPromises.quarterOf(AgreementScope.PERIOD_END.col()));
        return item(
                due,
                Dimension.CREDITS,
                period,
                one(given.geq(SlaCredit.DUE.col())),
                lit(1),
                SlaCredit.DUE.col(),
                SlaCredit.CURRENCY.col());
    }

    /**
     * What the bills charge for each service before credits, on the days of the vendor's closed periods, over the good units of these
     * periods: good hours where the promise is one of time, else good events. Of several promises on a service the one of time, then
     * the largest, counts.
     */
    private Dataset<Row> costs() {
        Dataset<Row> terms = inputs.table(AgreementScope.NAME)
                .select(Columns.of(
                        AgreementScope.KEY, AgreementScope.IN_FORCE_TO.col(), AgreementScope.TIME_SLICE_SECONDS.col()));
        Column isTime = AgreementScope.METHOD.col().notEqual("Occurrences");
        Column hours = SlaCompliance.GOOD
                .col()
                .cast(DoubleType)
                .multiply(coalesce(AgreementScope.TIME_SLICE_SECONDS.col(), lit(1)))
                .divide(HOUR);
        Dataset<Row> periods = verdicts()
                .join(terms, Names.of(AgreementScope.KEY), "inner")
                .withColumn("kind", when(isTime, "good hour").otherwise("good event"))
                .withColumn(
                        "good_units",
                        when(isTime, hours).otherwise(SlaCompliance.GOOD.col().cast(DoubleType)));
        Dataset<Row> counted = chosen(periods);
        Dataset<Row> good = counted.groupBy(costKey()).agg(sum("good_units").as("good_units"));
        Column billed = ServiceCostDay.BILLED_COST.col().minus(ServiceCostDay.CREDITED_COST.col());
        Dataset<Row> cost = counted.join(
                        inputs.table(ServiceCostDay.NAME), Names.of(AgreementScope.SERVICE_ID), "inner")
                .where(ServiceCostDay.DAY
                        .col()
                        .geq(AgreementScope.IN_FORCE_FROM.col())
                        .and(ServiceCostDay.DAY.col().lt(AgreementScope.IN_FORCE_TO.col())))
                .groupBy(costKey(ServiceCostDay.CURRENCY.col()))
                .agg(sum(billed).cast(DoubleType).as("cost"));
        return item(
                cost.join(good, Names.of(VENDOR_ID, "service_id", QUARTER, "kind"), "inner"),
                Dimension.COST,
                AgreementScope.SERVICE_ID.col(),
                col("cost"),
                col("good_units"),
                col("cost"),
                concat(ServiceCostDay.CURRENCY.col(), lit(" per "), col("kind")));
    }

    private static Dataset<Row> chosen(Dataset<Row> periods) {
        Column of = sum("good_units")
                .over(Window.partitionBy(
                        col(VENDOR_ID),
                        col("service_id"),
                        col(QUARTER),
                        AgreementScope.AGREEMENT_ID.col(),
                        AgreementScope.OBJECTIVE_ID.col()));
        Column place = rank().over(Window.partitionBy(col(VENDOR_ID), col("service_id"), col(QUARTER))
                .orderBy(
                        col("kind").desc(),
                        col("all_good").desc(),
                        AgreementScope.AGREEMENT_ID.col(),
                        AgreementScope.OBJECTIVE_ID.col()));
        return periods.withColumn("all_good", of)
                .withColumn("place", place)
                .where(col("place").equalTo(1));
    }

    private static Column[] costKey(Column... more) {
        Column[] key = Arrays.copyOf(
                new Column[] {col(VENDOR_ID), col("service_id"), col(QUARTER), col("kind")}, 4 + more.length);
        System.arraycopy(more, 0, key, 4, more.length);
        return key;
    }

    private static Column one(Column condition) {
        return when(condition, lit(1)).otherwise(lit(0));
    }

    private static Dataset<Row> item(
            Dataset<Row> rows,
            Dimension dimension,
            Column name,
            Column numerator,
            Column denominator,
            Column observed,
            Column unit) {
        return rows.select(
                col(VENDOR_ID),
                col(QUARTER),
                lit(dimension.word()).as(DIMENSION),
                name.as(ITEM),
                numerator.cast(DoubleType).as(NUMERATOR),
                denominator.cast(DoubleType).as(DENOMINATOR),
                observed.cast(DoubleType).as(OBSERVED),
                unit.as(UNIT));
    }
}
