package io.plimsoll.gold.governance;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.Columns;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.objectives.AgreementScope;
import io.plimsoll.gold.objectives.SlaCompliance;
import io.plimsoll.gold.objectives.Versions;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.EscalationPathTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a breach (agreement, objective and period that was missed): whether the agreement's escalation path was started, and
 * whether an action followed, not only a notification, inside the time that the path sets from trigger to action. An escalation
 * belongs to the agreement that it names, else to those on its incident's service, when it was triggered in the period. A path that
 * sets no time is kept by any action.
 */
public final class EscalationOutcome implements Table {

    public static final String NAME = "gold.escalation_outcome";

    public static final Field PATH_ID =
            Field.optional("path_id", StringType, "the path that the agreement declares; null when it declares none");
    public static final Field RESPOND_WITHIN_MINUTES = Field.optional(
            "respond_within_minutes",
            EscalationPathTable.RESPOND_WITHIN_MINUTES.type(),
            "min",
            "minutes from trigger to action that the path sets; null when none are set");
    public static final Field OUTCOME = Field.required(
            "outcome",
            StringType,
            "IN_TIME (an action inside the path's time); LATE (actions, none inside it); NOTIFIED_ONLY (no action); NOT_STARTED (no escalation); NO_PATH (none is declared and none was started)");
    public static final Field ESCALATIONS =
            Field.required("escalations", LongType, "escalations", "escalations of the period");
    public static final Field WITH_ACTION =
            Field.required("with_action", LongType, "escalations", "of them, those that an action followed");
    public static final Field IN_TIME =
            Field.required("in_time", LongType, "escalations", "of them, those with the action inside the path's time");
    public static final Field FIRST_TRIGGERED_AT = Field.optional(
            "first_triggered_at", TimestampType, "UTC", "start of the first escalation; null when there is none");
    public static final Field FASTEST_ACTION_SECONDS = Field.optional(
            "fastest_action_seconds", LongType, "s", "least time from trigger to action; null when no action followed");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a breach: was the path started, in time, and did an action follow")
            .withFields(AgreementScope.HEAD)
            .withFields(
                    PATH_ID,
                    RESPOND_WITHIN_MINUTES,
                    OUTCOME,
                    ESCALATIONS,
                    WITH_ACTION,
                    IN_TIME,
                    FIRST_TRIGGERED_AT,
                    FASTEST_ACTION_SECONDS,
                    AgreementScope.AS_OF)
            .withKey(AgreementScope.KEY)
            .withChecks(new Check(
                    "counts_nested",
                    "in_time <= with_action AND with_action <= escalations",
                    "actions in time are actions, and actions follow escalations"));

    private static final String ESCALATION = "silver.escalation";
    private static final String INCIDENT = "silver.incident";

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(
                SlaCompliance.NAME,
                AgreementScope.NAME,
                AgreementTable.NAME,
                EscalationPathTable.NAME,
                ESCALATION,
                INCIDENT);
    }

    @Override
    public Recompute recompute() {
        return Recompute.whole();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> breaches = withPath(breaches(inputs), inputs);
        return judged(withEscalations(breaches, escalations(inputs, parameters)))
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    private static Dataset<Row> breaches(Inputs inputs) {
        Dataset<Row> instants = inputs.table(AgreementScope.NAME)
                .select(Columns.of(
                        AgreementScope.KEY, AgreementScope.PERIOD_FROM_AT.col(), AgreementScope.PERIOD_TO_AT.col()));
        return inputs.table(SlaCompliance.NAME)
                .where(SlaCompliance.STATUS.col().equalTo("BREACHED"))
                .join(instants, Names.of(AgreementScope.KEY), "inner")
                .drop(AgreementScope.AS_OF.name());
    }

    private static Dataset<Row> withPath(Dataset<Row> breaches, Inputs inputs) {
        Dataset<Row> declared = inputs.table(AgreementTable.NAME)
                .select(
                        AgreementTable.AGREEMENT_ID.col(),
                        AgreementTable.ESCALATION_PATH.col().as(PATH_ID.name()),
                        AgreementTable.EFFECTIVE_FROM.col(),
                        AgreementTable.EFFECTIVE_TO.col());
        Dataset<Row> paths = inputs.table(EscalationPathTable.NAME)
                .select(
                        EscalationPathTable.PATH_ID.col(),
                        EscalationPathTable.RESPOND_WITHIN_MINUTES.col(),
                        EscalationPathTable.EFFECTIVE_FROM.col(),
                        EscalationPathTable.EFFECTIVE_TO.col());
        Column day = AgreementScope.IN_FORCE_FROM.col();
        return Versions.at(
                Versions.at(breaches, declared, AgreementTable.AGREEMENT_ID.name(), day), paths, PATH_ID.name(), day);
    }

    /** Escalations up to the run's date with the agreement that they name and the service of their incident. */
    private static Dataset<Row> escalations(Inputs inputs, Parameters parameters) {
        Column seen = lit(parameters.asOfInstant());
        Dataset<Row> incidents = inputs.table(INCIDENT)
                .select(col("incident_id"), col("service_id").as("escalated_service"));
        return inputs.table(ESCALATION)
                .where(col("triggered_at").lt(seen))
                .select(
                        col("escalation_id"),
                        col("incident_id"),
                        col("agreement_id").as("escalated_agreement"),
                        col("triggered_at"),
                        when(col("action_at").lt(seen), col("action_at")).as("action_at"))
                .join(incidents, Names.of("incident_id"), "left");
    }

    private static Dataset<Row> withEscalations(Dataset<Row> breaches, Dataset<Row> escalations) {
        Column named = AgreementScope.AGREEMENT_ID.col().equalTo(col("escalated_agreement"));
        Column byService = col("escalated_agreement")
                .isNull()
                .and(AgreementScope.SERVICE_ID.col().equalTo(col("escalated_service")));
        Column inPeriod = col("triggered_at")
                .geq(AgreementScope.PERIOD_FROM_AT.col())
                .and(col("triggered_at").lt(AgreementScope.PERIOD_TO_AT.col()));
        Column seconds = unix_seconds(col("action_at")).minus(unix_seconds(col("triggered_at")));
        Column inTime = col("action_at")
                .isNotNull()
                .and(RESPOND_WITHIN_MINUTES
                        .col()
                        .isNull()
                        .or(seconds.leq(RESPOND_WITHIN_MINUTES.col().multiply(60L))));
        return breaches.join(escalations, named.or(byService).and(inPeriod), "left")
                .groupBy(Columns.of(AgreementScope.HEAD, PATH_ID.col(), RESPOND_WITHIN_MINUTES.col()))
                .agg(
                        count(col("escalation_id")).as(ESCALATIONS.name()),
                        count(col("action_at")).as(WITH_ACTION.name()),
                        count_if(coalesce(inTime, lit(false))).as(IN_TIME.name()),
                        min(col("triggered_at")).as(FIRST_TRIGGERED_AT.name()),
                        min(seconds).as(FASTEST_ACTION_SECONDS.name()));
    }

    private static Dataset<Row> judged(Dataset<Row> breaches) {
        return breaches.withColumn(
                OUTCOME.name(),
                when(IN_TIME.col().gt(0), "IN_TIME")
                        .when(WITH_ACTION.col().gt(0), "LATE")
                        .when(ESCALATIONS.col().gt(0), "NOTIFIED_ONLY")
                        .when(PATH_ID.col().isNull(), "NO_PATH")
                        .otherwise("NOT_STARTED"));
    }
}
