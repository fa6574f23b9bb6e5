package io.plimsoll.gold.governance;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

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
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * One row an agreement, objective, period and window that touches the period's scope: what was asked, what was excluded and why
 * the rest was not, beside the figure with and without exclusions. Every excluded second is counted at one window, so the
 * windows of a period add up to the {@code excluded_seconds} of {@link SlaCompliance}; rows that do not are never published.
 */
public final class SlaException implements Table {

    public static final String NAME = "gold.sla_exception";

    public static final Field WINDOW_ID = Field.required("window_id", StringType, "the window's number");
    public static final Field KIND = Field.optional(
            "kind",
            StringType,
            "planned, emergency, force_majeure or customer_caused; null when the record does not say");
    public static final Field REQUESTED_SECONDS = Field.required(
            "requested_seconds", LongType, "s", "length of the window, inside and outside the period's scope");
    public static final Field EXCLUDED_SECONDS = Field.required(
            "excluded_seconds", LongType, "s", "what of it was removed or counted as good under this window");
    public static final Field REASON_NOT_EXCLUDED = Field.optional(
            "reason_not_excluded",
            StringType,
            "why seconds in scope were not excluded under this window; null when all were");
    public static final Field APPROVED_IN_ADVANCE = Field.required(
            "approved_in_advance", BooleanType, "whether an approval stood no later than the window's start");
    public static final Field PERIOD_EXCLUDED_SECONDS = Field.required(
            "period_excluded_seconds", LongType, "s", "what all windows together took out of the period's scope");
    public static final Field WINDOWS_EXCLUDED_SECONDS = Field.required(
            "windows_excluded_seconds", LongType, "s", "sum of excluded_seconds over the period's windows");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an agreement, objective, period and window: asked, excluded, and why not")
            .withFields(AgreementScope.HEAD)
            .withFields(
                    WINDOW_ID,
                    KIND,
                    REQUESTED_SECONDS,
                    EXCLUDED_SECONDS,
                    REASON_NOT_EXCLUDED,
                    APPROVED_IN_ADVANCE,
                    PERIOD_EXCLUDED_SECONDS,
                    WINDOWS_EXCLUDED_SECONDS,
                    SlaCompliance.ATTAINED_NET,
                    SlaCompliance.ATTAINED_GROSS,
                    AgreementScope.AS_OF)
            .withKey(AgreementScope.KEY, WINDOW_ID)
            .withChecks(
                    new Check(
                            "excluded_within_requested",
                            "excluded_seconds >= 0 AND excluded_seconds <= requested_seconds",
                            "0 <= excluded_seconds <= requested_seconds"),
                    new Check(
                            "refusal_has_reason",
                            "excluded_seconds > 0 OR reason_not_excluded IS NOT NULL",
                            "a window of which nothing was excluded says why"),
                    new Check(
                            "windows_add_up",
                            "windows_excluded_seconds = period_excluded_seconds",
                            "the windows of a period add up to what was excluded of it"))
            .withPartitions(AgreementScope.PERIOD_START);

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(AgreementScope.NAME, SlaCompliance.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.byPeriod();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Column wanted = parameters.wanted(AgreementScope.PERIOD_START.col());
        Dataset<Row> scopes = inputs.table(AgreementScope.NAME).where(wanted);
        return withFigures(windows(scopes), inputs.table(SlaCompliance.NAME).where(wanted))
                .select(CONTRACT.columns());
    }

    private static Dataset<Row> windows(Dataset<Row> scopes) {
        Column ofThePeriod = sum(EXCLUDED_SECONDS.col()).over(Window.partitionBy(period()));
        return scopes.withColumnRenamed(AgreementScope.EXCLUDED_SECONDS.name(), PERIOD_EXCLUDED_SECONDS.name())
                .withColumn("window", explode(AgreementScope.WINDOWS.col()))
                .select(col("*"), col("window.*"))
                .withColumn(WINDOWS_EXCLUDED_SECONDS.name(), coalesce(ofThePeriod, lit(0L)));
    }

    /** A period whose verdict is left out, because its record only begins in it, keeps its windows without a figure. */
    private static Dataset<Row> withFigures(Dataset<Row> windows, Dataset<Row> compliance) {
        Dataset<Row> figures = compliance.select(
                Columns.of(AgreementScope.KEY, SlaCompliance.ATTAINED_NET.col(), SlaCompliance.ATTAINED_GROSS.col()));
        return windows.join(figures, Names.of(AgreementScope.KEY), "left");
    }

    private static Column[] period() {
        return new Column[] {
            AgreementScope.AGREEMENT_ID.col(),
            AgreementScope.OBJECTIVE_ID.col(),
            AgreementScope.PERIOD_START.col(),
            AgreementScope.IN_FORCE_FROM.col()
        };
    }
}
