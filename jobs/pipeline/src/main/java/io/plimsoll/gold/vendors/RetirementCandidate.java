package io.plimsoll.gold.vendors;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.objectives.AgreementScope;
import io.plimsoll.gold.objectives.ObjectiveTimeline;
import io.plimsoll.gold.objectives.SlaCompliance;
import io.plimsoll.gold.objectives.Versions;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.silver.SliDay;
import io.plimsoll.silver.SliRecord;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.OrganisationTable;
import io.plimsoll.silver.catalogue.ScorecardSettingTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * One row an agreement in force and run's date: whether it should go, what speaks for it, and when it may. A candidate has one hard
 * signal (its service is no longer billed or asked for; its promise never binds, always breaks, or stands twice) and at least one
 * more that corroborates it; all others are left alone, whatever single signal they show.
 */
public final class RetirementCandidate implements Table {

    public static final String NAME = "gold.retirement_candidate";

    public static final Field ACTION = Field.required(
            "action",
            StringType,
            "of a candidate: retire (not billed or no demand), merge (duplicate), re-target (always breached), tighten (never binding); of others: reassign (orphaned owner), review (not reviewed), leave");
    public static final Field IS_CANDIDATE =
            Field.required("is_candidate", BooleanType, "whether a hard signal and at least one other speak for it");
    public static final Field HARD_SIGNALS = Field.required(
            "hard_signals",
            createArrayType(StringType, false),
            "of not_billed, no_demand, duplicate, always_breached and never_binding, sorted");
    public static final Field CORROBORATING_SIGNALS = Field.required(
            "corroborating_signals",
            createArrayType(StringType, false),
            "of orphaned_owner, not_reviewed and no_journey_stage, sorted");
    public static final Field MERGE_WITH = Field.required(
            "merge_with",
            createArrayType(StringType, false),
            "agreements that promise the same between the same parties");
    public static final Field DECISION = Field.optional(
            "decision", StringType, "last decision on it: keep, retire, renegotiate or merge; null without any");
    public static final Field DECIDED_ON =
            Field.optional("decided_on", DateType, "day of that decision in the organisation's zone; null without any");
    public static final Field EARLIEST_ON = Field.optional(
            "earliest_on",
            DateType,
            "first day on which it may be retired or merged: its end, else the run's date and the notice; null for other actions");
    public static final Field SAVING = Field.optional(
            "saving",
            createDecimalType(18, 4),
            "see saving_currency, a month",
            "what the bills charge for its service in an average of the last three full months, were the service switched off; counts once for all agreements on the service; null for other actions than retire, and where nothing or several currencies are billed");
    public static final Field SAVING_CURRENCY =
            Field.optional("saving_currency", StringType, "ISO 4217; null like saving");
    public static final Field EVIDENCE = Field.required(
            "evidence",
            createArrayType(
                    new StructType()
                            .add("signal", StringType, false)
                            .add("is_hard", BooleanType, false)
                            .add("observed", DoubleType, true)
                            .add("threshold", DoubleType, true)
                            .add("detail", StringType, false),
                    false),
            "each signal with what was observed and the limit of scorecards.yaml that it was held against");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an agreement in force and run's date: whether it should go, why, and when it may")
            .withFields(
                    AgreementScope.AGREEMENT_ID,
                    AgreementScope.SERVICE_ID,
                    ACTION,
                    IS_CANDIDATE,
                    HARD_SIGNALS,
                    CORROBORATING_SIGNALS,
                    MERGE_WITH,
                    DECISION,
                    DECIDED_ON,
                    EARLIEST_ON,
                    SAVING,
                    SAVING_CURRENCY,
                    EVIDENCE,
                    AgreementScope.AS_OF)
            .withKey(AgreementScope.AGREEMENT_ID, AgreementScope.AS_OF)
            .withChecks(
                    new Check(
                            "candidate_is_corroborated",
                            "NOT is_candidate OR size(hard_signals) + size(corroborating_signals) >= 2",
                            "a candidate has a hard signal and one that corroborates it"),
                    new Check(
                            "evidence_is_named", "NOT is_candidate OR size(evidence) >= 2", "a candidate has evidence"))
            .withPartitions(AgreementScope.AS_OF);

    private static final int SAVING_MONTHS = 3;

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(
                AgreementTable.NAME,
                ServiceTable.NAME,
                ObjectiveTable.NAME,
                OrganisationTable.TEAM.contract().name(),
                OrganisationTable.VENDOR.contract().name(),
                ScorecardSettingTable.NAME,
                SlaCompliance.NAME,
                ObjectiveTimeline.NAME,
                ServiceCostDay.NAME,
                SliDay.NAME,
                SliRecord.NAME,
                RetirementSignals.EVENTS);
    }

    @Override
    public Recompute recompute() {
        return Recompute.asOf();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> limits = ScorecardSettings.of(
                inputs.table(ScorecardSettingTable.NAME),
                "retirement",
                "billingCycles",
                "demandRatio",
                "demandDays",
                "periods",
                "breachedPeriods",
                "usedBudgetRatio",
                "overlapRatio",
                "overlapDays",
                "reviewDays",
                "noticeDays");
        Dataset<Row> agreements = Versions.inForce(inputs.table(AgreementTable.NAME), parameters)
                .select(
                        AgreementTable.AGREEMENT_ID.col(),
                        AgreementTable.SERVICE_ID.col(),
                        AgreementTable.TYPE.col(),
                        AgreementTable.PROVIDER.col(),
                        AgreementTable.CUSTOMER.col(),
                        AgreementTable.OBJECTIVES.col(),
                        AgreementTable.EFFECTIVE_FROM.col(),
                        AgreementTable.EFFECTIVE_TO.col());
        Dataset<Row> promises = promises(agreements, inputs, parameters);
        DuplicatePromises duplicates =
                new DuplicatePromises(promises, inputs.table(ObjectiveTimeline.NAME), limits, parameters);
        Dataset<Row> indicators = promises.select(AgreementTable.AGREEMENT_ID.col(), ObjectiveTable.SLI_ID.col())
                .distinct();
        Dataset<Row> signals = new RetirementSignals(inputs, agreements, indicators, limits, parameters)
                .all()
                .unionByName(duplicates.signals());
        return judged(agreements
                        .join(bySignal(signals), Names.of(AgreementTable.AGREEMENT_ID), "left")
                        .join(others(duplicates), Names.of(AgreementTable.AGREEMENT_ID), "left")
                        .join(decisions(inputs, parameters), Names.of(AgreementTable.AGREEMENT_ID), "left")
                        .join(charges(inputs, parameters), Names.of(AgreementTable.SERVICE_ID), "left")
                        .join(limits, lit(true), "cross"))
                .transform(rows -> withDates(rows, parameters))
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    private static Dataset<Row> promises(Dataset<Row> agreements, Inputs inputs, Parameters parameters) {
        Dataset<Row> objectives = Versions.inForce(inputs.table(ObjectiveTable.NAME), parameters)
                .select(ObjectiveTable.OBJECTIVE_ID.col(), ObjectiveTable.SLI_ID.col());
        return agreements
                .withColumn("promise", explode(AgreementTable.OBJECTIVES.col()))
                .withColumn(ObjectiveTable.OBJECTIVE_ID.name(), col("promise.objective_id"))
                .join(objectives, Names.of(ObjectiveTable.OBJECTIVE_ID), "inner");
    }

    private static Dataset<Row> bySignal(Dataset<Row> signals) {
        Column evidence = struct(col("signal"), col("is_hard"), col("observed"), col("threshold"), col("detail"));
        return signals.groupBy(AgreementTable.AGREEMENT_ID.col())
                .agg(
                        array_sort(collect_set(when(col("is_hard"), col("signal"))))
                                .as("hard"),
                        array_sort(collect_set(when(col("is_hard").unary_$bang(), col("signal"))))
                                .as("corroborating"),
                        array_sort(collect_list(evidence)).as("all_evidence"));
    }

    private static Dataset<Row> others(DuplicatePromises duplicates) {
        return duplicates
                .pairs()
                .groupBy(AgreementTable.AGREEMENT_ID.col())
                .agg(array_sort(collect_set(col(DuplicatePromises.OTHER))).as("others"));
    }

    private static Dataset<Row> decisions(Inputs inputs, Parameters parameters) {
        Column on = to_date(from_utc_timestamp(col("at"), parameters.zone().getId()));
        return inputs.table(RetirementSignals.EVENTS)
                .where(on.lt(lit(parameters.asOf()))
                        .and(col("kind").equalTo("decision"))
                        .and(col("decision").isNotNull()))
                .groupBy(AgreementTable.AGREEMENT_ID.col())
                .agg(
                        max_by(col("decision"), struct(col("at"), col("event_id")))
                                .as(DECISION.name()),
                        max(on).as(DECIDED_ON.name()));
    }

    private static Dataset<Row> charges(Inputs inputs, Parameters parameters) {
        Column thisMonth = trunc(lit(parameters.asOf()), "MM");
        Column billed = ServiceCostDay.BILLED_COST.col().minus(ServiceCostDay.CREDITED_COST.col());
        Column isOneCurrency = count_distinct(ServiceCostDay.CURRENCY.col()).equalTo(1);
        return inputs.table(ServiceCostDay.NAME)
                .where(ServiceCostDay.SERVICE_ID
                        .col()
                        .isNotNull()
                        .and(ServiceCostDay.DAY.col().geq(add_months(thisMonth, -SAVING_MONTHS)))
                        .and(ServiceCostDay.DAY.col().lt(thisMonth)))
                .groupBy(ServiceCostDay.SERVICE_ID.col())
                .agg(
                        when(isOneCurrency, round(sum(billed).divide(SAVING_MONTHS), 4))
                                .cast(SAVING.type())
                                .as("monthly"),
                        when(isOneCurrency, max(ServiceCostDay.CURRENCY.col())).as("currency"));
    }

    private static Dataset<Row> judged(Dataset<Row> agreements) {
        Column none = array().cast(createArrayType(StringType));
        Column isCandidate = size(HARD_SIGNALS.col())
                .gt(0)
                .and(size(HARD_SIGNALS.col())
                        .plus(size(CORROBORATING_SIGNALS.col()))
                        .gt(1));
        return agreements
                .withColumn(HARD_SIGNALS.name(), coalesce(col("hard"), none))
                .withColumn(CORROBORATING_SIGNALS.name(), coalesce(col("corroborating"), none))
                .withColumn(MERGE_WITH.name(), coalesce(col("others"), none))
                .withColumn(EVIDENCE.name(), coalesce(col("all_evidence"), array().cast(EVIDENCE.type())))
                .withColumn(IS_CANDIDATE.name(), isCandidate)
                .withColumn(ACTION.name(), action());
    }

    private static Column action() {
        Column candidate = IS_CANDIDATE.col();
        return when(candidate.and(hard("not_billed").or(hard("no_demand"))), "retire")
                .when(candidate.and(hard("duplicate")), "merge")
                .when(candidate.and(hard("always_breached")), "re-target")
                .when(candidate, "tighten")
                .when(array_contains(CORROBORATING_SIGNALS.col(), "orphaned_owner"), "reassign")
                .when(array_contains(CORROBORATING_SIGNALS.col(), "not_reviewed"), "review")
                .otherwise("leave");
    }

    private static Column hard(String signal) {
        return array_contains(HARD_SIGNALS.col(), signal);
    }

    /** Nothing goes while its contract holds it: its end, else the notice from the run's date on. */
    private static Dataset<Row> withDates(Dataset<Row> agreements, Parameters parameters) {
        Column afterNotice = date_add(lit(parameters.asOf()), col("noticeDays").cast(IntegerType));
        Column goes = ACTION.col().isin("retire", "merge");
        Column isRetired = ACTION.col().equalTo("retire");
        return agreements
                .withColumn(EARLIEST_ON.name(), when(goes, coalesce(AgreementTable.EFFECTIVE_TO.col(), afterNotice)))
                .withColumn(SAVING.name(), when(isRetired, col("monthly")))
                .withColumn(SAVING_CURRENCY.name(), when(isRetired, col("currency")));
    }
}
