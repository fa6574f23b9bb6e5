package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import io.plimsoll.bridge.TargetOutlooks;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row an objective in force, with a record, and run's date: the target that its past and its chain of dependencies would support,
 * beside the one it has ({@code docs/methods.md}). Months are judged with nothing excluded.
 */
public final class TargetRecommendation implements Table {

    public static final String NAME = "gold.target_recommendation";

    public static final Field CURRENT_TARGET =
            Field.required("current_target", Field.RATIO, "ratio", "the objective's own target");
    public static final Field RECOMMENDED_TARGET = target(
            "recommended_target",
            "the strictest target, of usual steps and the current one, that a month meets with probability 0.95, 0.9 at its lower bound, and that is not above dependency_ceiling; null when none is, or no whole month is on record");
    public static final Field P_MEET_CURRENT = chance(
            "p_meet_current",
            "probability that a month meets the current target; null without a whole month on record");
    public static final Field P_MEET_CURRENT_LO90 =
            chance("p_meet_current_lo90", "its one-sided 90 % lower bound, over redrawn pasts");
    public static final Field P_MEET_RECOMMENDED =
            chance("p_meet_recommended", "probability that a month meets the recommended target; null without one");
    public static final Field P_MEET_RECOMMENDED_LO90 =
            chance("p_meet_recommended_lo90", "its one-sided 90 % lower bound, over redrawn pasts");
    public static final Field PROVABLE_TARGET = target(
            "provable_target",
            "the strictest target whose probability has a lower bound of 0.9: what so many months can prove; null when none has");
    public static final Field DEPENDENCY_CEILING = chance(
            "dependency_ceiling",
            "what the agreements below support in the latest period, the least over the SLAs that promise the objective; null when no chain says");
    public static final Field ACHIEVABLE_90 = target(
            "achievable_90_target", "the strictest target that a month meets with probability 0.90; null when none is");
    public static final Field ACHIEVABLE_95 = target(
            "achievable_95_target", "the strictest target that a month meets with probability 0.95; null when none is");
    public static final Field ACHIEVABLE_99 = target(
            "achievable_99_target", "the strictest target that a month meets with probability 0.99; null when none is");
    public static final Field PERIODS_OBSERVED = Field.required(
            "periods_observed",
            IntegerType,
            "months",
            "whole UTC months on record that are over and in which something was asked");
    public static final Field OUTAGES_OBSERVED = Field.required(
            "outages_observed", IntegerType, "outages", "runs of hours with something bad in them, in these months");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an objective and run's date: what it could promise, beside what it does")
            .withFields(
                    AgreementScope.OBJECTIVE_ID,
                    AgreementScope.SERVICE_ID,
                    CURRENT_TARGET,
                    RECOMMENDED_TARGET,
                    P_MEET_CURRENT,
                    P_MEET_CURRENT_LO90,
                    P_MEET_RECOMMENDED,
                    P_MEET_RECOMMENDED_LO90,
                    PROVABLE_TARGET,
                    DEPENDENCY_CEILING,
                    ACHIEVABLE_90,
                    ACHIEVABLE_95,
                    ACHIEVABLE_99,
                    PERIODS_OBSERVED,
                    OUTAGES_OBSERVED,
                    AgreementScope.AS_OF)
            .withKey(AgreementScope.OBJECTIVE_ID, AgreementScope.AS_OF)
            .withChecks(
                    new Check(
                            "ceiling_holds",
                            "recommended_target IS NULL OR dependency_ceiling IS NULL OR recommended_target <= dependency_ceiling + 1e-12",
                            "nothing is recommended that the chain below cannot support"),
                    new Check(
                            "surer_is_laxer",
                            "achievable_99_target IS NULL OR (achievable_99_target <= achievable_95_target AND achievable_95_target <= achievable_90_target)",
                            "what is met more surely is not stricter"))
            .withPartitions(AgreementScope.AS_OF);

    private static final long HOUR_SECONDS = 3_600;

    private static Field target(String name, String meaning) {
        return Field.optional(name, Field.RATIO, "ratio", meaning);
    }

    private static Field chance(String name, String meaning) {
        return Field.optional(name, DoubleType, "ratio", meaning);
    }

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(ObjectiveHour.NAME, ObjectiveTable.NAME, AgreementChain.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.asOf();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        LocalDate end = parameters.asOfInstant().atOffset(ZoneOffset.UTC).toLocalDate();
        Dataset<Row> objectives = Versions.inForce(inputs.table(ObjectiveTable.NAME), parameters)
                .select(
                        ObjectiveTable.OBJECTIVE_ID.col(),
                        ObjectiveTable.SERVICE_ID.col(),
                        ObjectiveTable.TARGET.col().as(CURRENT_TARGET.name()),
                        ObjectiveTable.TARGET.col().cast(DoubleType).as(TargetOutlooks.CURRENT))
                .join(ceilings(inputs), Names.of(AgreementScope.OBJECTIVE_ID), "left");
        Dataset<Row> outlooks = new TargetOutlooks(end)
                .of(
                        hours(inputs, end).join(objectives, Names.of(AgreementScope.OBJECTIVE_ID), "inner"),
                        List.of(
                                AgreementScope.OBJECTIVE_ID.name(),
                                AgreementScope.SERVICE_ID.name(),
                                CURRENT_TARGET.name(),
                                TargetOutlooks.CURRENT,
                                TargetOutlooks.CEILING));
        return named(outlooks)
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    private static Dataset<Row> named(Dataset<Row> outlooks) {
        return outlooks.withColumn(RECOMMENDED_TARGET.name(), ratio("recommended"))
                .withColumn(PROVABLE_TARGET.name(), ratio("provable"))
                .withColumn(ACHIEVABLE_90.name(), ratio("achievable_90"))
                .withColumn(ACHIEVABLE_95.name(), ratio("achievable_95"))
                .withColumn(ACHIEVABLE_99.name(), ratio("achievable_99"))
                .withColumn(DEPENDENCY_CEILING.name(), col(TargetOutlooks.CEILING));
    }

    private static Column ratio(String column) {
        return col(column).cast(Field.RATIO);
    }

    /** What each UTC hour asked of an objective; parts of hours that are not the zone's are brought together. */
    private static Dataset<Row> hours(Inputs inputs, LocalDate end) {
        Column hour = unix_seconds(ObjectiveHour.HOUR_AT.col())
                .minus(unix_seconds(ObjectiveHour.HOUR_AT.col()).mod(HOUR_SECONDS))
                .divide(HOUR_SECONDS)
                .cast(LongType);
        return inputs.table(ObjectiveHour.NAME)
                .where(ObjectiveHour.DAY.col().lt(lit(end).cast(DateType)))
                .groupBy(ObjectiveHour.OBJECTIVE_ID.col(), hour.as(TargetOutlooks.HOUR))
                .agg(
                        sum(ObjectiveHour.TOTAL.col().minus(ObjectiveHour.GOOD.col()))
                                .cast(DoubleType)
                                .as(TargetOutlooks.BAD),
                        sum(ObjectiveHour.TOTAL.col()).cast(DoubleType).as(TargetOutlooks.TOTAL));
    }

    /** What the chains below support in their latest period. */
    private static Dataset<Row> ceilings(Inputs inputs) {
        Dataset<Row> chains = inputs.table(AgreementChain.NAME);
        Dataset<Row> latest = chains.groupBy(AgreementScope.AGREEMENT_ID.col(), AgreementScope.OBJECTIVE_ID.col())
                .agg(max(AgreementScope.PERIOD_START.col()).as(AgreementScope.PERIOD_START.name()));
        return chains.join(
                        latest,
                        Names.of(AgreementScope.AGREEMENT_ID, AgreementScope.OBJECTIVE_ID, AgreementScope.PERIOD_START),
                        "left_semi")
                .groupBy(AgreementScope.OBJECTIVE_ID.col())
                .agg(min(AgreementChain.POSSIBLE_RATIO.col()).as(TargetOutlooks.CEILING));
    }
}
