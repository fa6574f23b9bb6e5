package io.plimsoll.gold.governance;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.plimsoll.bridge.AgreementPeriods;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.objectives.AgreementScope;
import io.plimsoll.silver.catalogue.AgreementTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row an agreement and calendar quarter of the organisation in which it is in force: whether legal, risk and business have
 * reviewed it, and what was decided. An agreement that states no start is looked at from its first governance event, or from the
 * quarter of the run's date.
 */
public final class GovernanceReview implements Table {

    public static final String NAME = "gold.governance_review";

    public static final Field QUARTER_START =
            Field.required("period_start", DateType, "first local day of the quarter, in the organisation's zone");
    public static final Field QUARTER_END = Field.required("period_end", DateType, "first local day after the quarter");
    public static final Field LEGAL_REVIEW_AT = review("legal_review_at", "legal");
    public static final Field RISK_REVIEW_AT = review("risk_review_at", "risk");
    public static final Field BUSINESS_REVIEW_AT = review("business_review_at", "the business");
    public static final Field CLIENT_REVIEW_AT = review("client_review_at", "the client");
    public static final Field MISSING_REVIEWS = Field.required(
            "missing_reviews",
            createArrayType(StringType, false),
            "of legal_review, risk_review and business_review, those that the quarter does not have");
    public static final Field IS_REVIEWED_BY_ALL = Field.required(
            "is_reviewed_by_all", BooleanType, "whether legal, risk and business have all reviewed it in the quarter");
    public static final Field DECISION = Field.optional(
            "decision",
            StringType,
            "last decision of the quarter: keep, retire, renegotiate or merge; null when nothing was decided");
    public static final Field LAST_REVIEWED_AT = Field.optional(
            "last_reviewed_at",
            TimestampType,
            "UTC",
            "last review by anybody up to the end of the quarter; null when there never was one");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an agreement and quarter: who has reviewed it, and what was decided")
            .withFields(
                    AgreementScope.AGREEMENT_ID,
                    QUARTER_START,
                    QUARTER_END,
                    AgreementScope.IS_CLOSED,
                    LEGAL_REVIEW_AT,
                    RISK_REVIEW_AT,
                    BUSINESS_REVIEW_AT,
                    CLIENT_REVIEW_AT,
                    MISSING_REVIEWS,
                    IS_REVIEWED_BY_ALL,
                    DECISION,
                    LAST_REVIEWED_AT,
                    AgreementScope.AS_OF)
            .withKey(AgreementScope.AGREEMENT_ID, QUARTER_START)
            .withChecks(new Check(
                    "reviewed_or_missing",
                    "is_reviewed_by_all = (size(missing_reviews) = 0)",
                    "an agreement that all have reviewed misses no review"));

    private static final String EVENTS = "silver.governance_event";
    private static final Column AT = col("at");

    private static Field review(String name, String who) {
        return Field.optional(
                name, TimestampType, "UTC", "last review of the quarter by " + who + "; null when there was none");
    }

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(AgreementTable.NAME, EVENTS);
    }

    @Override
    public Recompute recompute() {
        return Recompute.whole();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Column asOf = lit(parameters.asOfInstant());
        Dataset<Row> events = inputs.table(EVENTS)
                .where(AT.lt(asOf))
                .select(AgreementScope.AGREEMENT_ID.col(), AT, col("kind"), col("decision"));
        return reviewed(quarters(inputs.table(AgreementTable.NAME), events, parameters), events)
                .withColumn(
                        AgreementScope.IS_CLOSED.name(),
                        AgreementScope.PERIOD_TO_AT.col().leq(asOf))
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    private static Dataset<Row> quarters(Dataset<Row> agreements, Dataset<Row> events, Parameters parameters) {
        Dataset<Row> first = events.groupBy(AgreementScope.AGREEMENT_ID.col()).agg(min(AT).as("first_at"));
        Column quarters = AgreementPeriods.of(
                lit("quarter"),
                lit(parameters.zone().getId()),
                AgreementTable.EFFECTIVE_FROM.col(),
                AgreementTable.EFFECTIVE_TO.col(),
                col("first_at"),
                lit(parameters.asOfInstant()));
        return agreements
                .select(
                        AgreementTable.AGREEMENT_ID.col(),
                        AgreementTable.EFFECTIVE_FROM.col(),
                        AgreementTable.EFFECTIVE_TO.col())
                .join(first, Names.of(AgreementScope.AGREEMENT_ID), "left")
                .withColumn("quarter", explode(quarters))
                .select(
                        AgreementScope.AGREEMENT_ID.col(),
                        col("quarter.period_start"),
                        col("quarter.period_end"),
                        col("quarter.period_from_at"),
                        col("quarter.period_to_at"))
                .distinct();
    }

    private static Dataset<Row> reviewed(Dataset<Row> quarters, Dataset<Row> events) {
        Column sofar = AT.lt(AgreementScope.PERIOD_TO_AT.col());
        Column inQuarter = AT.geq(AgreementScope.PERIOD_FROM_AT.col()).and(sofar);
        Dataset<Row> others = events.withColumnRenamed(AgreementScope.AGREEMENT_ID.name(), "event_agreement");
        Column isDecision = col("kind").equalTo("decision").and(col("decision").isNotNull());
        return quarters.join(
                        others,
                        AgreementScope.AGREEMENT_ID
                                .col()
                                .equalTo(col("event_agreement"))
                                .and(sofar),
                        "left")
                .groupBy(
                        AgreementScope.AGREEMENT_ID.col(),
                        QUARTER_START.col(),
                        QUARTER_END.col(),
                        AgreementScope.PERIOD_TO_AT.col())
                .agg(
                        last(inQuarter, "legal_review").as(LEGAL_REVIEW_AT.name()),
                        last(inQuarter, "risk_review").as(RISK_REVIEW_AT.name()),
                        last(inQuarter, "business_review").as(BUSINESS_REVIEW_AT.name()),
                        last(inQuarter, "client_review").as(CLIENT_REVIEW_AT.name()),
                        max_by(when(inQuarter.and(isDecision), col("decision")), when(inQuarter.and(isDecision), AT))
                                .as(DECISION.name()),
                        max(when(col("kind").notEqual("decision"), AT)).as(LAST_REVIEWED_AT.name()))
                .withColumn(
                        MISSING_REVIEWS.name(),
                        array_compact(array(
                                when(LEGAL_REVIEW_AT.col().isNull(), "legal_review"),
                                when(RISK_REVIEW_AT.col().isNull(), "risk_review"),
                                when(BUSINESS_REVIEW_AT.col().isNull(), "business_review"))))
                .withColumn(
                        IS_REVIEWED_BY_ALL.name(), size(MISSING_REVIEWS.col()).equalTo(0));
    }

    private static Column last(Column inQuarter, String kind) {
        return max(when(inQuarter.and(col("kind").equalTo(kind)), AT));
    }
}
