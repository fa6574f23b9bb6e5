package io.plimsoll.gold.governance;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.objectives.AgreementChain;
import io.plimsoll.gold.objectives.AgreementScope;
import io.plimsoll.gold.objectives.SlaCompliance;
import io.plimsoll.gold.objectives.Versions;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a service and limitation: what it does not promise and what it cannot do, from the terms in force on the day before the
 * run's date and from what was measured. It is the sheet that a customer may be shown.
 */
public final class ServiceLimitation implements Table {

    public static final String NAME = "gold.service_limitation";

    public static final Field LIMITATION_KIND = Field.required(
            "limitation_kind",
            StringType,
            "NO_PROMISE, NOT_PROMISED, SERVICE_HOURS, ALLOWED_FAILURE, EXCLUSION, CREDIT, DEPENDENCY, UNSUPPORTED or TRACK_RECORD");
    public static final Field SUBJECT = Field.required(
            "subject",
            StringType,
            "what it is about: an agreement, an objective of one (agreement/objective), a kind of window (agreement/kind), a dependency, or the service");
    public static final Field STATEMENT = Field.required("statement", StringType, "the limitation in a sentence");
    public static final Field FIGURE = Field.optional(
            "figure", DoubleType, "the number in the sentence, a ratio or a percent as it says; null without one");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a service and limitation: what it does not promise and what it cannot do")
            .withFields(ServiceTable.SERVICE_ID, LIMITATION_KIND, SUBJECT, STATEMENT, FIGURE, AgreementScope.AS_OF)
            .withKey(ServiceTable.SERVICE_ID, LIMITATION_KIND, SUBJECT)
            .withChecks(new Check("statement_says_something", "length(statement) > 0", "a limitation is a sentence"));

    private static final int TRACK_RECORD_MONTHS = 12;

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(
                ServiceTable.NAME, AgreementTable.NAME, ObjectiveTable.NAME, SlaCompliance.NAME, AgreementChain.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.whole();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> services = Versions.inForce(inputs.table(ServiceTable.NAME), parameters);
        Dataset<Row> slas = Versions.inForce(inputs.table(AgreementTable.NAME), parameters)
                .where(AgreementTable.TYPE.col().equalTo("SLA"));
        Dataset<Row> objectives = Versions.inForce(inputs.table(ObjectiveTable.NAME), parameters);
        Dataset<Row> promises = promises(slas, objectives);
        return noPromise(services, slas)
                .unionByName(notPromised(objectives, promises))
                .unionByName(serviceHours(slas))
                .unionByName(allowedFailure(promises))
                .unionByName(exclusions(slas))
                .unionByName(credits(slas))
                .unionByName(dependencies(services))
                .unionByName(unsupported(inputs.table(AgreementChain.NAME), promises))
                .unionByName(trackRecord(inputs.table(SlaCompliance.NAME), promises, parameters))
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    private static Dataset<Row> rows(Dataset<Row> rows, String kind, Column subject, Column statement, Column figure) {
        return rows.select(
                ServiceTable.SERVICE_ID.col(),
                lit(kind).as(LIMITATION_KIND.name()),
                subject.as(SUBJECT.name()),
                statement.as(STATEMENT.name()),
                figure.cast(DoubleType).as(FIGURE.name()));
    }

    private static Dataset<Row> promises(Dataset<Row> slas, Dataset<Row> objectives) {
        Dataset<Row> targets = objectives.select(
                ObjectiveTable.OBJECTIVE_ID.col(), ObjectiveTable.TARGET.col().as("slo_target"));
        return slas.withColumn("promise", explode(AgreementTable.OBJECTIVES.col()))
                .select(
                        AgreementTable.SERVICE_ID.col(),
                        AgreementTable.AGREEMENT_ID.col(),
                        AgreementTable.PERIOD_UNIT.col(),
                        col("promise.objective_id").as(ObjectiveTable.OBJECTIVE_ID.name()),
                        col("promise.target").as("own_target"))
                .join(targets, Names.of(ObjectiveTable.OBJECTIVE_ID), "inner")
                .withColumn(ObjectiveTable.TARGET.name(), coalesce(col("own_target"), col("slo_target")));
    }

    private static Dataset<Row> noPromise(Dataset<Row> services, Dataset<Row> slas) {
        return rows(
                services.join(
                        slas.select(AgreementTable.SERVICE_ID.col()), Names.of(ServiceTable.SERVICE_ID), "left_anti"),
                "NO_PROMISE",
                ServiceTable.SERVICE_ID.col(),
                lit("No service level agreement promises anything of this service."),
                lit(null));
    }

    private static Dataset<Row> notPromised(Dataset<Row> objectives, Dataset<Row> promises) {
        return rows(
                objectives.join(
                        promises.select(ObjectiveTable.OBJECTIVE_ID.col()),
                        Names.of(ObjectiveTable.OBJECTIVE_ID),
                        "left_anti"),
                "NOT_PROMISED",
                ObjectiveTable.OBJECTIVE_ID.col(),
                concat(
                        lit("Measured, with a target of "),
                        percent(ObjectiveTable.TARGET.col()),
                        lit(", but promised to no customer.")),
                ObjectiveTable.TARGET.col());
    }

    private static Dataset<Row> serviceHours(Dataset<Row> slas) {
        return rows(
                slas.where(AgreementTable.CALENDAR.col().isNotNull()),
                "SERVICE_HOURS",
                AgreementTable.AGREEMENT_ID.col(),
                concat(lit("Promised in the hours of "), AgreementTable.CALENDAR.col(), lit(" only.")),
                lit(null));
    }

    private static Dataset<Row> allowedFailure(Dataset<Row> promises) {
        Column allowed = lit(1).minus(ObjectiveTable.TARGET.col());
        return rows(
                promises,
                "ALLOWED_FAILURE",
                concat_ws("/", AgreementTable.AGREEMENT_ID.col(), ObjectiveTable.OBJECTIVE_ID.col()),
                concat(
                        lit("Up to "),
                        percent(allowed),
                        lit(" may fail in a "),
                        AgreementTable.PERIOD_UNIT.col(),
                        lit(" without the promise being broken.")),
                allowed);
    }

    private static Dataset<Row> exclusions(Dataset<Row> slas) {
        Column treatment = when(col("policy.treatment").equalTo("remove"), lit("leave the figure"))
                .otherwise(lit("count as good"));
        Dataset<Row> policies = slas.select(
                        AgreementTable.SERVICE_ID.col(),
                        AgreementTable.AGREEMENT_ID.col(),
                        explode(AgreementTable.EXCLUSIONS.col()).as(new String[] {"window_kind", "policy"}))
                .where(col("policy.treatment").notEqual("measured"));
        return rows(
                policies,
                "EXCLUSION",
                concat_ws("/", AgreementTable.AGREEMENT_ID.col(), col("window_kind")),
                concat(
                        lit("Approved windows of the kind "),
                        col("window_kind"),
                        lit(" "),
                        treatment,
                        when(
                                        col("policy.notice_hours").isNotNull(),
                                        concat(lit(", with "), col("policy.notice_hours"), lit(" h of notice")))
                                .otherwise(lit("")),
                        when(
                                        col("policy.monthly_cap_minutes").isNotNull(),
                                        concat(lit(", up to "), col("policy.monthly_cap_minutes"), lit(" min a month")))
                                .otherwise(lit(", without a limit")),
                        lit(".")),
                col("policy.monthly_cap_minutes"));
    }

    private static Dataset<Row> credits(Dataset<Row> slas) {
        Column capped = AgreementTable.CREDIT_CAP_PERCENT.col();
        return rows(
                slas,
                "CREDIT",
                AgreementTable.AGREEMENT_ID.col(),
                when(AgreementTable.CREDIT_BASE.col().isNull(), lit("A broken promise earns no credit."))
                        .when(capped.isNull(), lit("Credits are not capped."))
                        .otherwise(concat(
                                lit("Credits never exceed "),
                                capped.cast(DoubleType),
                                lit(" % of "),
                                AgreementTable.CREDIT_BASE.col(),
                                lit("."))),
                capped);
    }

    private static Dataset<Row> dependencies(Dataset<Row> services) {
        Dataset<Row> needed = services.select(
                ServiceTable.SERVICE_ID.col(),
                explode(ServiceTable.DEPENDS_ON.col()).as("needed"));
        Dataset<Row> vendors = services.where(ServiceTable.VENDOR_ID.col().isNotNull());
        return rows(
                        needed.distinct(),
                        "DEPENDENCY",
                        col("needed"),
                        concat(lit("Does not work without "), col("needed"), lit(".")),
                        lit(null))
                .unionByName(rows(
                        vendors,
                        "DEPENDENCY",
                        concat(lit("vendor:"), ServiceTable.VENDOR_ID.col()),
                        concat(lit("Is provided by the vendor "), ServiceTable.VENDOR_ID.col(), lit(".")),
                        lit(null)));
    }

    /** The chain of the newest period. */
    private static Dataset<Row> unsupported(Dataset<Row> chains, Dataset<Row> promises) {
        Dataset<Row> newest = chains.groupBy(AgreementScope.AGREEMENT_ID.col(), AgreementScope.OBJECTIVE_ID.col())
                .agg(max_by(
                                struct(AgreementChain.SUPPORT.col(), AgreementChain.POSSIBLE_RATIO.col()),
                                struct(AgreementScope.PERIOD_START.col(), AgreementScope.IN_FORCE_FROM.col()))
                        .as("chain"))
                .where(col("chain.support").equalTo("UNSUPPORTED"));
        return rows(
                promises.join(newest, Names.of(AgreementScope.AGREEMENT_ID, AgreementScope.OBJECTIVE_ID), "inner"),
                "UNSUPPORTED",
                concat_ws("/", AgreementTable.AGREEMENT_ID.col(), ObjectiveTable.OBJECTIVE_ID.col()),
                concat(
                        lit("What holds it up promises "),
                        percent(col("chain.possible_ratio")),
                        lit(" together, less than the "),
                        percent(ObjectiveTable.TARGET.col()),
                        lit(" promised.")),
                col("chain.possible_ratio"));
    }

    /** The worst closed period of the last twelve months, where the promise was broken. */
    private static Dataset<Row> trackRecord(Dataset<Row> compliance, Dataset<Row> promises, Parameters parameters) {
        Column recent = AgreementScope.PERIOD_END.col().gt(add_months(lit(parameters.asOf()), -TRACK_RECORD_MONTHS));
        Dataset<Row> worst = compliance
                .where(AgreementScope.IS_CLOSED
                        .col()
                        .and(recent)
                        .and(SlaCompliance.STATUS.col().equalTo("BREACHED")))
                .groupBy(AgreementScope.AGREEMENT_ID.col(), AgreementScope.OBJECTIVE_ID.col())
                .agg(min_by(
                                struct(SlaCompliance.ATTAINED_NET.col(), AgreementScope.PERIOD_START.col()),
                                struct(SlaCompliance.ATTAINED_NET.col(), AgreementScope.PERIOD_START.col()))
                        .as("worst"));
        return rows(
                promises.join(worst, Names.of(AgreementScope.AGREEMENT_ID, AgreementScope.OBJECTIVE_ID), "inner"),
                "TRACK_RECORD",
                concat_ws("/", AgreementTable.AGREEMENT_ID.col(), ObjectiveTable.OBJECTIVE_ID.col()),
                concat(
                        lit("In the period that began on "),
                        col("worst.period_start").cast(StringType),
                        lit(" it attained "),
                        percent(col("worst.attained_net")),
                        lit(" of the "),
                        percent(ObjectiveTable.TARGET.col()),
                        lit(" promised.")),
                col("worst.attained_net"));
    }

    /** A ratio as people read it, in percent with at most four decimals. */
    private static Column percent(Column ratio) {
        return concat(
                ratio.cast(createDecimalType(18, 12))
                        .multiply(lit(100))
                        .cast(createDecimalType(9, 4))
                        .cast(DoubleType)
                        .cast(StringType),
                lit(" %"));
    }
}
