package io.plimsoll.gold.vendors;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;

import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.gold.objectives.AgreementScope;
import io.plimsoll.gold.objectives.SlaCompliance;
import io.plimsoll.gold.objectives.Versions;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.silver.SliDay;
import io.plimsoll.silver.SliRecord;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.OrganisationTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** What speaks for giving an agreement up: a row an agreement and signal, with what was observed and the limit it is held against. */
final class RetirementSignals {

    static final String EVENTS = "silver.governance_event";

    /** Days of its own record below which the usual demand is not known. */
    private static final int LEAST_HISTORY_DAYS = 30;

    /** Share of the days without demand on which the tool must have delivered: no data is not no demand. */
    private static final double LEAST_RECORDED = 0.9;

    private final Inputs inputs;
    private final Dataset<Row> agreements;
    private final Dataset<Row> indicators;
    private final Dataset<Row> limits;
    private final Parameters parameters;
    private final Column asOf;

    /**
     * @param agreements those in force
     * @param indicators agreement_id and sli_id of what they promise
     * @param limits one row with the retirement section's limits
     */
    RetirementSignals(
            Inputs inputs,
            Dataset<Row> agreements,
            Dataset<Row> indicators,
            Dataset<Row> limits,
            Parameters parameters) {
        this.inputs = inputs;
        this.agreements = agreements;
        this.indicators = indicators;
        this.limits = limits;
        this.parameters = parameters;
        this.asOf = lit(parameters.asOf());
    }

    /** Every signal but duplicates, which need two agreements. */
    Dataset<Row> all() {
        return notBilled()
                .unionByName(noDemand())
                .unionByName(bindings())
                .unionByName(orphaned())
                .unionByName(notReviewed())
                .unionByName(noJourneyStage());
    }

    /** Charged once, not in the last full months; every one of which somebody was charged in, so that the bill is there. */
    private Dataset<Row> notBilled() {
        Column thisMonth = trunc(asOf, "MM");
        Column firstCycle = add_months(thisMonth, negate(limit("billingCycles")).cast(IntegerType));
        Dataset<Row> charged = inputs.table(ServiceCostDay.NAME)
                .where(ServiceCostDay.BILLED_COST
                        .col()
                        .gt(0)
                        .and(ServiceCostDay.DAY.col().lt(thisMonth)));
        Dataset<Row> months = charged.join(limits, lit(true), "cross")
                .where(ServiceCostDay.DAY.col().geq(firstCycle))
                .groupBy()
                .agg(count_distinct(trunc(ServiceCostDay.DAY.col(), "MM")).as("months_billed"));
        Dataset<Row> last = charged.groupBy(ServiceCostDay.SERVICE_ID.col())
                .agg(max(ServiceCostDay.DAY.col()).as("last_charged"));
        return signal(
                agreements
                        .join(last, Names.of(AgreementTable.SERVICE_ID), "inner")
                        .join(months, lit(true), "cross")
                        .join(limits, lit(true), "cross")
                        .where(col("months_billed")
                                .equalTo(limit("billingCycles"))
                                .and(col("last_charged").lt(firstCycle))),
                "not_billed",
                true,
                datediff(asOf, col("last_charged")),
                limit("billingCycles"),
                concat(lit("last charge on "), col("last_charged")));
    }

    private Dataset<Row> noDemand() {
        Column windowStart = date_sub(asOf, limit("demandDays").cast(IntegerType));
        Dataset<Row> record = inputs.table(SliRecord.NAME)
                .where(SliRecord.IS_RECORD.col())
                .select(SliRecord.SLI_ID.col(), SliRecord.TOOL.col());
        Column isRecent = col("day").geq(windowStart);
        Dataset<Row> demand = inputs.table(SliDay.NAME)
                .where(col("total").isNotNull().and(col("day").lt(asOf)))
                .join(record, Names.of(SliRecord.SLI_ID, SliRecord.TOOL), "inner")
                .join(indicators, Names.of(SliRecord.SLI_ID), "inner")
                .groupBy(AgreementTable.AGREEMENT_ID.col(), col("day"))
                .agg(sum("total").as("demand"))
                .join(limits, lit(true), "cross")
                .groupBy(AgreementTable.AGREEMENT_ID.col(), limit("demandDays"), limit("demandRatio"))
                .agg(
                        count_if(isRecent).as("days"),
                        count_if(isRecent.unary_$bang()).as("days_before"),
                        max(when(isRecent, col("demand"))).as("most"),
                        median(when(isRecent.unary_$bang(), col("demand"))).as("usual"));
        return signal(
                agreements
                        .join(demand, Names.of(AgreementTable.AGREEMENT_ID), "inner")
                        .where(col("days")
                                .geq(limit("demandDays").multiply(LEAST_RECORDED))
                                .and(col("days_before").geq(LEAST_HISTORY_DAYS))
                                .and(col("most").lt(limit("demandRatio").multiply(col("usual"))))),
                "no_demand",
                true,
                col("most").divide(col("usual")),
                limit("demandRatio"),
                concat(lit("at most "), col("most"), lit(" events a day; usual "), col("usual")));
    }

    /** Promises that never bind and promises that always break, over the last closed periods; a period without a verdict speaks for neither. */
    private Dataset<Row> bindings() {
        Column allowed = lit(1).minus(AgreementScope.TARGET.col())
                .cast(DoubleType)
                .multiply(SlaCompliance.TOTAL.col().cast(DoubleType));
        Column bad = SlaCompliance.TOTAL.col().minus(SlaCompliance.GOOD.col()).cast(DoubleType);
        Column used = when(allowed.gt(0), bad.divide(allowed)).otherwise(lit(1.0));
        Column place = row_number()
                .over(Window.partitionBy(AgreementScope.AGREEMENT_ID.col())
                        .orderBy(AgreementScope.PERIOD_START.col().desc()));
        Dataset<Row> periods = inputs.table(SlaCompliance.NAME)
                .where(AgreementScope.IS_CLOSED.col())
                .groupBy(AgreementScope.AGREEMENT_ID.col(), AgreementScope.PERIOD_START.col())
                .agg(
                        max(used).as("used"),
                        max(SlaCompliance.STATUS.col().equalTo("BREACHED")).as("is_breached"),
                        min(SlaCompliance.STATUS.col().isin("MET", "BREACHED")).as("is_judged"))
                .withColumn("place", place)
                .join(limits, lit(true), "cross")
                .where(col("place").leq(limit("periods")))
                .groupBy(
                        AgreementScope.AGREEMENT_ID.col(),
                        limit("periods"),
                        limit("breachedPeriods"),
                        limit("usedBudgetRatio"))
                .agg(
                        count(lit(1)).as("closed"),
                        count_if(col("is_judged")).as("judged"),
                        count_if(col("is_breached")).as("breached"),
                        max("used").as("most_used"));
        Dataset<Row> told = agreements
                .join(periods, Names.of(AgreementTable.AGREEMENT_ID), "inner")
                .where(col("closed").equalTo(limit("periods")));
        return signal(
                        told.where(col("judged")
                                .equalTo(col("closed"))
                                .and(col("most_used").lt(limit("usedBudgetRatio")))),
                        "never_binding",
                        true,
                        col("most_used"),
                        limit("usedBudgetRatio"),
                        concat(lit("most of the budget used in "), col("closed"), lit(" closed periods")))
                .unionByName(signal(
                        told.where(col("breached").geq(limit("breachedPeriods"))),
                        "always_breached",
                        true,
                        col("breached"),
                        limit("breachedPeriods"),
                        concat(lit("breached, of "), col("closed"), lit(" closed periods"))));
    }

    /** Its service has no team that the catalogue knows, or nobody whom it knows provides it. */
    private Dataset<Row> orphaned() {
        Dataset<Row> teams = known(OrganisationTable.TEAM, "team_id");
        Dataset<Row> parties = teams.unionByName(known(OrganisationTable.VENDOR, "vendor_id"));
        Dataset<Row> owned = services()
                .join(
                        teams.withColumnRenamed("party", "known_team"),
                        ServiceTable.TEAM_ID.col().equalTo(col("known_team")),
                        "left");
        Column isOrphan = col("known_team")
                .isNull()
                .or(AgreementTable.PROVIDER.col().isNotNull().and(col("party").isNull()));
        return signal(
                agreements
                        .join(owned, Names.of(AgreementTable.SERVICE_ID), "left")
                        .join(parties.distinct(), AgreementTable.PROVIDER.col().equalTo(col("party")), "left")
                        .where(isOrphan),
                "orphaned_owner",
                false,
                lit(null),
                lit(null),
                concat(
                        lit("team "),
                        coalesce(ServiceTable.TEAM_ID.col(), lit("undeclared")),
                        lit(", provider "),
                        coalesce(AgreementTable.PROVIDER.col(), lit("undeclared"))));
    }

    private Dataset<Row> known(OrganisationTable table, String id) {
        return Versions.inForce(inputs.table(table.contract().name()), parameters)
                .select(col(id).as("party"))
                .distinct();
    }

    private Dataset<Row> services() {
        return Versions.inForce(inputs.table(ServiceTable.NAME), parameters)
                .select(ServiceTable.SERVICE_ID.col(), ServiceTable.TEAM_ID.col(), ServiceTable.JOURNEY_STAGE.col());
    }

    /** Never looked at counts only when agreement and register are older than the limit. */
    private Dataset<Row> notReviewed() {
        Column on = to_date(from_utc_timestamp(col("at"), parameters.zone().getId()));
        Dataset<Row> events = inputs.table(EVENTS).where(on.lt(asOf));
        Dataset<Row> begun = events.groupBy().agg(min(on).as("register_begins"));
        Dataset<Row> last = events.where(col("kind").notEqual("decision"))
                .groupBy(AgreementTable.AGREEMENT_ID.col())
                .agg(max(on).as("last_reviewed"));
        Column oldest = date_sub(asOf, limit("reviewDays").cast(IntegerType));
        Column since = coalesce(
                col("last_reviewed"), when(AgreementTable.EFFECTIVE_FROM.col().leq(oldest), col("register_begins")));
        return signal(
                agreements
                        .join(last, Names.of(AgreementTable.AGREEMENT_ID), "left")
                        .join(begun, lit(true), "cross")
                        .join(limits, lit(true), "cross")
                        .where(since.lt(oldest)),
                "not_reviewed",
                false,
                datediff(asOf, since),
                limit("reviewDays"),
                coalesce(concat(lit("last review on "), col("last_reviewed")), lit("no review on record")));
    }

    /** A promise to a customer on a service that belongs to no stage of the journey. */
    private Dataset<Row> noJourneyStage() {
        return signal(
                agreements
                        .where(AgreementTable.TYPE.col().equalTo("SLA"))
                        .join(services(), Names.of(AgreementTable.SERVICE_ID), "inner")
                        .where(ServiceTable.JOURNEY_STAGE.col().isNull()),
                "no_journey_stage",
                false,
                lit(null),
                lit(null),
                concat(AgreementTable.SERVICE_ID.col(), lit(" names no stage")));
    }

    private static Column limit(String name) {
        return col(name);
    }

    /** Rows as evidence of a signal. */
    static Dataset<Row> signal(
            Dataset<Row> rows, String name, boolean isHard, Column observed, Column limit, Column detail) {
        return rows.select(
                AgreementTable.AGREEMENT_ID.col(),
                lit(name).as("signal"),
                lit(isHard).as("is_hard"),
                observed.cast(DoubleType).as("observed"),
                limit.cast(DoubleType).as("threshold"),
                detail.as("detail"));
    }
}
