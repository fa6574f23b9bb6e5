package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.plimsoll.bridge.CreditPercents;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.BillingLine;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.SourceTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Seq;

/**
 * One row an agreement with credits, closed period and currency: what is due, what can still be claimed, what was claimed and
 * what came back on a bill, each with the records that it stands on. A bill's credit counts as received when its line has the
 * tags {@code sla_agreement} (the agreement's name) and {@code sla_period} (the period's first day); other credits of the same
 * service stand apart, for nothing says what they are for.
 */
public final class SlaCredit implements Table {

    public static final String NAME = "gold.sla_credit";

    public static final Field CURRENCY = Field.optional(
            "currency", StringType, "currency of the charges, ISO 4217; null where no bill names the service");
    public static final Field CHARGES = Field.optional(
            "charges",
            ServiceCostDay.BILLED_COST.type(),
            "see currency",
            "what the bills charge for the service in the period before credits (silver.service_cost_day); null where none names it");
    public static final Field DUE = Field.optional(
            "due",
            ServiceCharges.MONEY,
            "see currency",
            "what the figures of gold.sla_compliance earn; null when a credit is earned and the charges are not known");
    public static final Field CLAIM_BEFORE = Field.optional(
            "claim_before",
            DateType,
            "first local day on which it is too late to claim; null when there is no deadline");
    public static final Field CLAIMABLE = Field.optional(
            "claimable",
            ServiceCharges.MONEY,
            "see currency",
            "what of due is neither claimed nor received and can still be claimed on the run's date; null like due");
    public static final Field CLAIMED = Field.optional(
            "claimed",
            ServiceCharges.MONEY,
            "see currency",
            "what was claimed (feed credit_claim); null when no source delivers claims");
    public static final Field RECEIVED = Field.required(
            "received",
            ServiceCharges.MONEY,
            "see currency",
            "credits of the bills that name this agreement and period, as a positive amount");
    public static final Field OTHER_CREDITS = Field.required(
            "other_credits",
            ServiceCharges.MONEY,
            "see currency",
            "credits on the service's bills of the period's days that name no agreement, as a positive amount; not counted as received");
    public static final Field FINDING = Field.required(
            "finding",
            StringType,
            "NOTHING_DUE, CHARGES_UNKNOWN, RECEIVED (all that is due), CLAIMED (all of it, not all received), CLAIMABLE (not all claimed, in time), LAPSED (not all claimed, too late)");
    public static final Field OBJECTIVES = Field.required(
            "objectives",
            createArrayType(
                    new StructType()
                            .add("objective_id", StringType, false)
                            .add("in_force_from", DateType, false)
                            .add("status", StringType, false)
                            .add("credit_percent", CreditPercents.PERCENT, false)
                            .add("due", ServiceCharges.MONEY, true),
                    false),
            "the figures of gold.sla_compliance that due adds up from");
    public static final Field CLAIMS = Field.required(
            "claims",
            createArrayType(
                    new StructType()
                            .add("claim_id", StringType, false)
                            .add("claimed_at", TimestampType, false)
                            .add("amount", ServiceCharges.MONEY, false),
                    false),
            "the claims that claimed adds up from");
    public static final Field CREDIT_LINES = Field.required(
            "credit_lines",
            createArrayType(
                    new StructType()
                            .add("source", StringType, false)
                            .add("path", StringType, false)
                            .add("row_number", LongType, false)
                            .add("amount", ServiceCharges.MONEY, false),
                    false),
            "the lines of the bills that received adds up from");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME,
                    "One row an agreement with credits, closed period and currency: due, claimable, claimed, received")
            .withFields(
                    AgreementScope.AGREEMENT_ID,
                    AgreementScope.SERVICE_ID,
                    AgreementScope.PERIOD_START,
                    AgreementScope.PERIOD_END,
                    CURRENCY,
                    CHARGES,
                    DUE,
                    CLAIM_BEFORE,
                    CLAIMABLE,
                    CLAIMED,
                    RECEIVED,
                    OTHER_CREDITS,
                    FINDING,
                    OBJECTIVES,
                    CLAIMS,
                    CREDIT_LINES,
                    AgreementScope.AS_OF)
            .withKey(AgreementScope.AGREEMENT_ID, AgreementScope.PERIOD_START, CURRENCY)
            .withChecks(
                    new Check(
                            "due_has_currency",
                            "coalesce(due, 0) = 0 OR currency IS NOT NULL",
                            "a credit names its currency"),
                    new Check(
                            "claimable_within_due",
                            "claimable IS NULL OR claimable BETWEEN 0 AND due",
                            "no more can be claimed than is due"));

    private static final String CLAIM_FEED = "credit_claim";
    private static final String CLAIM_TABLE = "silver." + CLAIM_FEED;
    private static final String DELIVERS_CLAIMS = "delivers_claims";
    private static final String AMOUNT = "amount";

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(
                SlaCompliance.NAME,
                AgreementScope.NAME,
                ServiceCostDay.NAME,
                BillingLine.NAME,
                CLAIM_TABLE,
                SourceTable.NAME);
    }

    /** The credit of one period stands on the bill of another, so no part of the table can be recomputed alone. */
    @Override
    public Recompute recompute() {
        return Recompute.whole();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> scopes = inputs.table(AgreementScope.NAME);
        Dataset<Row> charges = ServiceCharges.of(scopes, inputs.table(ServiceCostDay.NAME));
        Dataset<Row> due = due(inputs.table(SlaCompliance.NAME), scopes, charges);
        Dataset<Row> credits = credits(inputs.table(BillingLine.NAME));
        return judged(
                        withCredits(withClaims(due, inputs.table(CLAIM_TABLE)), credits)
                                .join(broadcast(claimSources(inputs.table(SourceTable.NAME))), lit(true), "cross"),
                        parameters)
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    /** What each agreement owes for each closed period, by currency of the charges. */
    private static Dataset<Row> due(Dataset<Row> compliance, Dataset<Row> scopes, Dataset<Row> charges) {
        Dataset<Row> terms = scopes.select(
                        AgreementScope.AGREEMENT_ID.col(),
                        AgreementScope.PERIOD_START.col(),
                        AgreementScope.IN_FORCE_FROM.col(),
                        AgreementTable.CLAIM_WITHIN_DAYS.col())
                .distinct();
        Column amount = ServiceCredit.amount(CHARGES.col(), ServiceCredit.PERCENT.col());
        Column objective = struct(
                AgreementScope.OBJECTIVE_ID.col(),
                AgreementScope.IN_FORCE_FROM.col(),
                SlaCompliance.STATUS.col(),
                ServiceCredit.PERCENT.col(),
                col(AMOUNT).as("due"));
        Column isFirstOfItsTerms = min(AgreementScope.OBJECTIVE_ID.col())
                .over(Window.partitionBy(
                        AgreementScope.AGREEMENT_ID.col(),
                        AgreementScope.PERIOD_START.col(),
                        AgreementScope.IN_FORCE_FROM.col(),
                        CURRENCY.col()))
                .equalTo(AgreementScope.OBJECTIVE_ID.col());
        return compliance
                .where(AgreementScope.IS_CLOSED
                        .col()
                        .and(ServiceCredit.PERCENT.col().isNotNull()))
                .join(terms, termsKey(), "left")
                .join(charges, termsKey(), "left")
                .withColumn(AMOUNT, amount)
                .withColumn("counted_charges", when(isFirstOfItsTerms, CHARGES.col()))
                .groupBy(
                        AgreementScope.AGREEMENT_ID.col(),
                        AgreementScope.SERVICE_ID.col(),
                        AgreementScope.PERIOD_START.col(),
                        AgreementScope.PERIOD_END.col(),
                        CURRENCY.col())
                .agg(
                        sum("counted_charges").cast(CHARGES.type()).as(CHARGES.name()),
                        when(count_if(col(AMOUNT).isNull()).equalTo(0), sum(AMOUNT))
                                .cast(DUE.type())
                                .as(DUE.name()),
                        max_by(AgreementTable.CLAIM_WITHIN_DAYS.col(), AgreementScope.IN_FORCE_FROM.col())
                                .as("days"),
                        array_sort(collect_list(objective)).as(OBJECTIVES.name()))
                .withColumn(CLAIM_BEFORE.name(), date_add(AgreementScope.PERIOD_END.col(), col("days")));
    }

    private static Seq<String> termsKey() {
        return Names.of(AgreementScope.AGREEMENT_ID, AgreementScope.PERIOD_START, AgreementScope.IN_FORCE_FROM);
    }

    private static Seq<String> creditKey() {
        return Names.of(AgreementScope.AGREEMENT_ID, AgreementScope.PERIOD_START, CURRENCY);
    }

    private static Dataset<Row> withClaims(Dataset<Row> due, Dataset<Row> claims) {
        Column claim = struct(
                col("claim_id"),
                col("claimed_at"),
                col(AMOUNT).cast(ServiceCharges.MONEY).as(AMOUNT));
        Dataset<Row> made = claims.groupBy(
                        AgreementScope.AGREEMENT_ID.col(), AgreementScope.PERIOD_START.col(), CURRENCY.col())
                .agg(
                        sum(AMOUNT).cast(ServiceCharges.MONEY).as("claims_made"),
                        array_sort(collect_list(claim)).as(CLAIMS.name()));
        return due.join(made, creditKey(), "left");
    }

    /** The bills' credit lines with the agreement and period that they name, if any. */
    private static Dataset<Row> credits(Dataset<Row> lines) {
        return lines.where(col("ChargeCategory").equalTo("Credit"))
                .select(
                        BillingLine.SERVICE_ID.col(),
                        BillingLine.DAY.col(),
                        col("BillingCurrency").as(CURRENCY.name()),
                        try_element_at(col("Tags"), lit("sla_agreement")).as("named_agreement"),
                        try_element_at(col("Tags"), lit("sla_period")).as("named_period"),
                        BillingLine.SOURCE.col(),
                        BillingLine.PATH.col(),
                        BillingLine.ROW_NUMBER.col(),
                        negate(col("BilledCost")).cast(ServiceCharges.MONEY).as(AMOUNT));
    }

    private static Dataset<Row> withCredits(Dataset<Row> due, Dataset<Row> credits) {
        Column line =
                struct(BillingLine.SOURCE.col(), BillingLine.PATH.col(), BillingLine.ROW_NUMBER.col(), col(AMOUNT));
        Dataset<Row> named = credits.where(col("named_agreement").isNotNull())
                .groupBy(
                        col("named_agreement").as(AgreementScope.AGREEMENT_ID.name()),
                        col("named_period").as("period_text"),
                        CURRENCY.col())
                .agg(
                        sum(AMOUNT).cast(ServiceCharges.MONEY).as("credits_named"),
                        array_sort(collect_list(line)).as(CREDIT_LINES.name()));
        Dataset<Row> unnamed = due.join(
                        credits.where(col("named_agreement").isNull()),
                        Names.of(AgreementScope.SERVICE_ID, CURRENCY),
                        "inner")
                .where(BillingLine.DAY
                        .col()
                        .geq(AgreementScope.PERIOD_START.col())
                        .and(BillingLine.DAY.col().lt(AgreementScope.PERIOD_END.col())))
                .groupBy(AgreementScope.AGREEMENT_ID.col(), AgreementScope.PERIOD_START.col(), CURRENCY.col())
                .agg(sum(AMOUNT).cast(ServiceCharges.MONEY).as("credits_unnamed"));
        return due.withColumn("period_text", AgreementScope.PERIOD_START.col().cast(StringType))
                .join(named, Names.of(AgreementScope.AGREEMENT_ID.name(), "period_text", CURRENCY.name()), "left")
                .join(unnamed, creditKey(), "left");
    }

    /** One row: whether a source delivers claims at all; without one nobody knows what was claimed. */
    private static Dataset<Row> claimSources(Dataset<Row> sources) {
        return sources.agg(
                count_if(SourceTable.FEED.col().equalTo(CLAIM_FEED)).gt(0).as(DELIVERS_CLAIMS));
    }

    private static Dataset<Row> judged(Dataset<Row> ledger, Parameters parameters) {
        Column zero = lit(0).cast(ServiceCharges.MONEY);
        Column asked = greatest(coalesce(col("claims_made"), zero), RECEIVED.col());
        Column open = greatest(DUE.col().minus(asked), lit(0)).cast(ServiceCharges.MONEY);
        Column inTime = coalesce(CLAIM_BEFORE.col().gt(lit(parameters.asOf())), lit(true));
        return ledger.withColumn(RECEIVED.name(), coalesce(col("credits_named"), zero))
                .withColumn(OTHER_CREDITS.name(), coalesce(col("credits_unnamed"), zero))
                .withColumn(CLAIMED.name(), when(col(DELIVERS_CLAIMS), coalesce(col("claims_made"), zero)))
                .withColumn("open", open)
                .withColumn(
                        CLAIMABLE.name(),
                        when(DUE.col().isNull(), lit(null))
                                .when(inTime, col("open"))
                                .otherwise(zero))
                .withColumn(
                        FINDING.name(),
                        when(DUE.col().isNull(), "CHARGES_UNKNOWN")
                                .when(DUE.col().equalTo(0), "NOTHING_DUE")
                                .when(RECEIVED.col().geq(DUE.col()), "RECEIVED")
                                .when(col("open").equalTo(0), "CLAIMED")
                                .when(inTime, "CLAIMABLE")
                                .otherwise("LAPSED"))
                .withColumn(CLAIMS.name(), orNone(CLAIMS))
                .withColumn(CREDIT_LINES.name(), orNone(CREDIT_LINES));
    }

    private static Column orNone(Field list) {
        return coalesce(list.col(), array());
    }
}
