package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.Columns;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.silver.SliSample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row an agreement, objective, closed period and revision: what was stated, with the version of every table that it was
 * computed from. Rows are only ever added. Revision 1 is the first statement; late or corrected data adds the next, with its
 * reason, the figure before and the difference of the credit. No run writes this table: a person seals.
 */
public final class SlaStatement {

    public static final String NAME = "gold.sla_statement";

    public static final Field REVISION =
            Field.required("revision", IntegerType, "1 for the first statement, ascending");
    public static final Field SEALED_AT = Field.required("sealed_at", TimestampType, "UTC", "when it was sealed");
    public static final Field REASON =
            Field.required("reason", StringType, "why this revision was made; 'first statement' for revision 1");
    public static final Field OLD_STATUS =
            Field.optional("old_status", StringType, "status of the revision before; null for revision 1");
    public static final Field OLD_ATTAINED_NET = Field.optional(
            "old_attained_net",
            DoubleType,
            "ratio",
            "attained_net of the revision before; null for revision 1 and where it had none");
    public static final Field ATTAINED_NET_DIFFERENCE = Field.optional(
            "attained_net_difference",
            DoubleType,
            "ratio",
            "attained_net less that of the revision before; null where either is");
    public static final Field OLD_CREDIT_DUE = Field.optional(
            "old_credit_due",
            ServiceCharges.MONEY,
            "see credit_currency",
            "credit_due of the revision before; null for revision 1 and where it had none");
    public static final Field CREDIT_DIFFERENCE = Field.optional(
            "credit_difference",
            ServiceCharges.MONEY,
            "see credit_currency",
            "credit_due less that of the revision before; null where either is, and where the currency changed");
    public static final Field ZONE = Field.required(
            "organisation_zone", StringType, "the workspace's time zone, in which as_of is a day (IANA)");
    public static final Field INPUT_VERSIONS = Field.required(
            "input_versions",
            createMapType(StringType, LongType, false),
            "Delta version of every table that it was computed from; -1 for one that did not exist");

    /** What is stated: the figures that a recomputation must give exactly. */
    public static final List<Field> FIGURES = List.of(
            AgreementScope.SERVICE_ID,
            AgreementScope.PERIOD_END,
            SlaCompliance.STATUS,
            AgreementScope.METHOD,
            AgreementScope.TARGET,
            SlaCompliance.ATTAINED_NET,
            SlaCompliance.ATTAINED_GROSS,
            SlaCompliance.GOOD,
            SlaCompliance.TOTAL,
            SlaCompliance.GOOD_GROSS,
            SlaCompliance.TOTAL_GROSS,
            AgreementScope.EXCLUDED_SECONDS,
            AgreementScope.UNKNOWN_SECONDS,
            SlaCompliance.COVERAGE_RATIO,
            AgreementScope.INITIAL_STATE,
            ServiceCredit.PERCENT,
            ServiceCredit.DUE,
            ServiceCredit.CURRENCY);

    /** What a statement is about. */
    public static final List<Field> SUBJECT = List.of(
            AgreementScope.AGREEMENT_ID,
            AgreementScope.OBJECTIVE_ID,
            AgreementScope.PERIOD_START,
            AgreementScope.IN_FORCE_FROM);

    /** What a person compares, revision by revision. */
    public static final List<Field> COMPARED = List.of(
            AgreementScope.AGREEMENT_ID,
            AgreementScope.OBJECTIVE_ID,
            REVISION,
            REASON,
            SlaCompliance.STATUS,
            OLD_STATUS,
            AgreementScope.TARGET,
            SlaCompliance.ATTAINED_NET,
            ATTAINED_NET_DIFFERENCE,
            ServiceCredit.DUE,
            CREDIT_DIFFERENCE,
            ServiceCredit.CURRENCY);

    /** The table's declaration. */
    public static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an agreement, objective, closed period and revision: what was stated, and from what")
            .withFields(SUBJECT)
            .withFields(REVISION, SEALED_AT, REASON)
            .withFields(FIGURES)
            .withFields(
                    OLD_STATUS,
                    OLD_ATTAINED_NET,
                    ATTAINED_NET_DIFFERENCE,
                    OLD_CREDIT_DUE,
                    CREDIT_DIFFERENCE,
                    AgreementScope.AS_OF,
                    ZONE,
                    INPUT_VERSIONS)
            .withKey(AgreementScope.KEY, REVISION)
            .withChecks(new Check("revision_counts_from_1", "revision >= 1", "revisions count from 1"))
            .withPartitions(AgreementScope.PERIOD_START);

    private SlaStatement() {}

    /** Names of the tables from which the figures are computed. */
    public static List<String> inputs() {
        List<String> inputs = new ArrayList<>(new AgreementScope().inputs());
        inputs.add(SliSample.NAME);
        inputs.add(ServiceCostDay.NAME);
        return inputs;
    }

    /**
     * The figures of the closed periods of one length, by the code that publishes {@code gold.sla_compliance}.
     *
     * @param inputs the tables of {@link #inputs()}, at the versions that count
     * @param parameters the run's instant and the periods' start as the one partition wanted
     * @param periodEnd first day after the period
     * @return {@link #SUBJECT} and {@link #FIGURES}
     */
    public static Dataset<Row> figures(Inputs inputs, Parameters parameters, LocalDate periodEnd) {
        Dataset<Row> scopes = new AgreementScope().build(inputs, parameters);
        List<Field> stated = new ArrayList<>(SUBJECT);
        stated.addAll(FIGURES);
        return new SlaCompliance()
                .build(name -> name.equals(AgreementScope.NAME) ? scopes : inputs.table(name), parameters)
                .where(AgreementScope.IS_CLOSED
                        .col()
                        .and(AgreementScope.PERIOD_END.col().equalTo(lit(periodEnd))))
                .select(Columns.of(stated));
    }
}
