package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.plimsoll.bridge.BreachRisks;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Columns;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.statistics.promise.BreachRisk;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row an agreement and objective whose period is not over, and run's date: how probable it is that the promise will be missed, when
 * its budget will be used up, since when that was to be foreseen, and what to do first. The days left are simulated
 * ({@link BreachRisk}): demand by its forecast, what is bad of it by its forecast or, where bad days are rare, by those seen before.
 */
public final class SlaRisk implements Table {

    public static final String NAME = "gold.sla_risk";

    public static final Field STATUS = Field.required(
            "status",
            StringType,
            "the status to date of gold.sla_compliance; AT_RISK when it is MET and p_breach is at least 0.5");
    public static final Field P_BREACH = Field.optional(
            "p_breach",
            DoubleType,
            "ratio",
            "share of 1,000 simulated continuations that miss the target; null when fewer than 14 days were seen or the days cannot be forecast");
    public static final Field EXPECTED_ATTAINED = Field.optional(
            "expected_attained",
            DoubleType,
            "ratio",
            "mean of good over total at the end of the period over the continuations; null with p_breach");
    public static final Field EXHAUSTED_ON = Field.optional(
            "budget_exhausted_on",
            DateType,
            "local day on which the whole period's budget is used up, the median of the continuations that miss; null when none does, or it is used up already");
    public static final Field FORESEEN_ON = Field.optional(
            "foreseen_on",
            DateType,
            "local day from which on, without a break, the records up to each day gave 0.5 or more; null when p_breach is below");
    public static final Field LEAD_DAYS = Field.optional(
            "lead_days", IntegerType, "d", "days from foreseen_on to budget_exhausted_on; null when either is");
    public static final Field FIRST_ACTION = Field.optional(
            "first_action",
            StringType,
            "what the objective's budget policy says to do in its state, else the agreement's escalation path; null when p_breach is below 0.5");

    /** More probable than not. */
    private static final double FORESEEN = 0.5;

    private static final int HISTORY_DAYS = 3 * 366;

    private static final TableContract CONTRACT = TableContract.of(
                    NAME,
                    "One row an agreement and objective with an open period, and run's date: will it be missed, when, what to do first")
            .withFields(
                    AgreementScope.AGREEMENT_ID,
                    AgreementScope.OBJECTIVE_ID,
                    AgreementScope.SERVICE_ID,
                    AgreementScope.PERIOD_START,
                    AgreementScope.PERIOD_END,
                    STATUS,
                    AgreementScope.TARGET,
                    SlaCompliance.ATTAINED_NET,
                    P_BREACH,
                    EXPECTED_ATTAINED,
                    EXHAUSTED_ON,
                    FORESEEN_ON,
                    LEAD_DAYS,
                    FIRST_ACTION,
                    AgreementScope.AS_OF)
            .withKey(AgreementScope.AGREEMENT_ID, AgreementScope.OBJECTIVE_ID, AgreementScope.AS_OF)
            .withChecks(
                    new Check(
                            "p_breach_is_ratio",
                            "p_breach IS NULL OR p_breach BETWEEN 0 AND 1",
                            "a probability lies in [0,1]"),
                    new Check(
                            "foreseen_when_probable",
                            "(foreseen_on IS NOT NULL) = (coalesce(p_breach, 0) >= 0.5)",
                            "what is more probable than not is foreseen since some day"))
            .withPartitions(AgreementScope.AS_OF);

    private static final String TODAY = "today";

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(
                SlaCompliance.NAME,
                AgreementScope.NAME,
                ObjectiveHour.NAME,
                BudgetPolicyState.NAME,
                AgreementTable.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.asOf();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> open = open(inputs, parameters);
        Dataset<Row> risks = BreachRisks.of(
                days(open, inputs, parameters),
                List.of(AgreementScope.AGREEMENT_ID.name(), AgreementScope.OBJECTIVE_ID.name()),
                FORESEEN);
        return withFirstAction(
                        open.join(risks, Names.of(AgreementScope.AGREEMENT_ID, AgreementScope.OBJECTIVE_ID), "left"),
                        inputs,
                        parameters)
                .withColumn(
                        STATUS.name(),
                        when(STATUS.col().equalTo("MET").and(isForeseen()), "AT_RISK")
                                .otherwise(STATUS.col()))
                .withColumn(
                        EXHAUSTED_ON.name(),
                        when(
                                col("days_to_breach").gt(0),
                                date_add(col(TODAY), col("days_to_breach").minus(1))))
                .withColumn(FORESEEN_ON.name(), date_sub(col(TODAY), col("foreseen_days_ago")))
                .withColumn(LEAD_DAYS.name(), datediff(EXHAUSTED_ON.col(), FORESEEN_ON.col()))
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    /** Open periods with the terms that are in force today, how they stand, and the days that are left. */
    private static Dataset<Row> open(Inputs inputs, Parameters parameters) {
        Column asOf = lit(parameters.asOfInstant());
        Column midnight = unix_seconds(to_utc_timestamp(col(TODAY).cast("timestamp"), AgreementScope.ZONE.col()));
        Column nextMidnight =
                unix_seconds(to_utc_timestamp(date_add(col(TODAY), 1).cast("timestamp"), AgreementScope.ZONE.col()));
        Dataset<Row> zones = inputs.table(AgreementScope.NAME)
                .where(AgreementScope.IS_CLOSED.col().unary_$bang())
                .select(Columns.of(AgreementScope.KEY, AgreementScope.IN_FORCE_TO.col(), AgreementScope.ZONE.col()));
        return inputs.table(SlaCompliance.NAME)
                .where(AgreementScope.IS_CLOSED.col().unary_$bang())
                .drop(AgreementScope.AS_OF.name())
                .join(zones, Names.of(AgreementScope.KEY), "inner")
                .withColumn(TODAY, to_date(from_utc_timestamp(asOf, AgreementScope.ZONE.col())))
                .where(AgreementScope.IN_FORCE_FROM.col().leq(col(TODAY)))
                .where(AgreementScope.IN_FORCE_TO.col().gt(col(TODAY)))
                .withColumn("period_step", step(AgreementScope.IN_FORCE_FROM.col()))
                .withColumn("today_step", step(col(TODAY)))
                .withColumn("end_step", step(least(AgreementScope.PERIOD_END.col(), AgreementScope.IN_FORCE_TO.col())))
                .withColumn(
                        "today_left",
                        nextMidnight.minus(unix_seconds(asOf)).cast(DoubleType).divide(nextMidnight.minus(midnight)))
                .withColumn("total_so_far", SlaCompliance.TOTAL.col().cast(DoubleType))
                .withColumn(
                        "bad_so_far",
                        SlaCompliance.TOTAL
                                .col()
                                .minus(SlaCompliance.GOOD.col())
                                .cast(DoubleType))
                .withColumn("target_ratio", AgreementScope.TARGET.col().cast(DoubleType));
    }

    private static Column step(Column day) {
        return unix_date(day).cast(LongType);
    }

    private static Dataset<Row> days(Dataset<Row> open, Inputs inputs, Parameters parameters) {
        LocalDate first = parameters.asOf().minusDays(HISTORY_DAYS);
        Dataset<Row> scopes = inputs.table(AgreementScope.NAME)
                .where(AgreementScope.PERIOD_START.col().geq(lit(first)))
                .join(open, Names.of(AgreementScope.AGREEMENT_ID, AgreementScope.OBJECTIVE_ID), "left_semi");
        Dataset<Row> hours =
                inputs.table(ObjectiveHour.NAME).where(ObjectiveHour.DAY.col().geq(lit(first)));
        Dataset<Row> standing = open.select(
                col(AgreementScope.AGREEMENT_ID.name()),
                col(AgreementScope.OBJECTIVE_ID.name()),
                col("period_step"),
                col("today_step"),
                col("end_step"),
                col("today_left"),
                col("bad_so_far"),
                col("total_so_far"),
                col("target_ratio"));
        return PromisedDays.of(scopes, hours)
                .join(standing, Names.of(AgreementScope.AGREEMENT_ID, AgreementScope.OBJECTIVE_ID), "inner")
                .withColumn(BreachRisks.STEP, step(col(PromisedDays.DAY)))
                .where(col(BreachRisks.STEP).lt(col("today_step")))
                .withColumn(BreachRisks.BAD, col(PromisedDays.BAD))
                .withColumn(BreachRisks.TOTAL, col(PromisedDays.TOTAL));
    }

    private static Dataset<Row> withFirstAction(Dataset<Row> risks, Inputs inputs, Parameters parameters) {
        Dataset<Row> policies = inputs.table(BudgetPolicyState.NAME)
                .where(BudgetPolicyState.IS_CURRENT.col())
                .select(ErrorBudget.OBJECTIVE_ID.col(), BudgetPolicy.ACTION.col());
        Dataset<Row> paths = Versions.inForce(inputs.table(AgreementTable.NAME), parameters)
                .select(AgreementTable.AGREEMENT_ID.col(), AgreementTable.ESCALATION_PATH.col());
        Column path = concat(lit("follow escalation path "), AgreementTable.ESCALATION_PATH.col());
        return risks.join(policies, Names.of(ErrorBudget.OBJECTIVE_ID), "left")
                .join(paths, Names.of(AgreementTable.AGREEMENT_ID), "left")
                .withColumn(
                        FIRST_ACTION.name(),
                        when(
                                isForeseen(),
                                coalesce(
                                        BudgetPolicy.ACTION.col(),
                                        path,
                                        lit("declare an escalation path: the agreement names none"))));
    }

    private static Column isForeseen() {
        return coalesce(P_BREACH.col().geq(FORESEEN), lit(false));
    }
}
