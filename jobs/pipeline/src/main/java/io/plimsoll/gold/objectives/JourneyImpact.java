package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.bridge.Observations;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.OrganisationTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * One row a stage of the customer's journey and month of the organisation: what its services lost. An indicator of events counts
 * once, by the first of its objectives in the order of names; bad seconds of several objectives at the same time count once.
 * {@code impact = weight x lost_events / events}; services without a stage stand under {@code unmapped}. A service counts to the
 * stage that it has on the day before the run's date. Nothing is excluded.
 */
public final class JourneyImpact implements Table {

    public static final String NAME = "gold.journey_impact";

    /** The stage of services that name none. */
    public static final String UNMAPPED = "unmapped";

    public static final Field JOURNEY_STAGE =
            Field.required("journey_stage", StringType, "the stage; unmapped for services that name none");
    public static final Field MONTH_START =
            Field.required("period_start", DateType, "first local day of the month, in the organisation's zone");
    public static final Field WEIGHT = Field.optional(
            "weight", createDecimalType(18, 6), "the stage's weight in the catalogue; null when it has none");
    public static final Field SERVICES = Field.required("services", LongType, "services", "services of the stage");
    public static final Field SLAS = Field.required("slas", LongType, "agreements", "SLAs on the stage's services");
    public static final Field BREACHED_SLAS = Field.required(
            "breached_slas", LongType, "agreements", "of them, those with a breached period that ends in the month");
    public static final Field EVENTS =
            Field.required("events", Field.QUANTITY, "events", "events of the stage's indicators that count events");
    public static final Field LOST_EVENTS =
            Field.required("lost_events", Field.QUANTITY, "events", "of them, bad ones");
    public static final Field LOST_RATIO =
            Field.optional("lost_ratio", DoubleType, "ratio", "lost_events / events; null without events");
    public static final Field BAD_SECONDS = Field.required(
            "bad_seconds",
            LongType,
            "s",
            "seconds in which at least one objective of the stage was bad, by where they start");
    public static final Field IMPACT =
            Field.optional("impact", DoubleType, "weight x lost_ratio; null without a weight or without events");
    public static final Field IMPACT_RANK = Field.optional(
            "impact_rank",
            IntegerType,
            "1 for the stage with the greatest impact of the month; null without an impact");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a stage of the customer's journey and month: what its services lost")
            .withFields(
                    JOURNEY_STAGE,
                    MONTH_START,
                    WEIGHT,
                    SERVICES,
                    SLAS,
                    BREACHED_SLAS,
                    EVENTS,
                    LOST_EVENTS,
                    LOST_RATIO,
                    BAD_SECONDS,
                    IMPACT,
                    IMPACT_RANK,
                    AgreementScope.AS_OF)
            .withKey(JOURNEY_STAGE, MONTH_START)
            .withChecks(new Check(
                    "lost_within_events", "lost_events >= 0 AND lost_events <= events", "0 <= lost_events <= events"))
            .withPartitions(MONTH_START);

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(
                ServiceTable.NAME,
                ObjectiveTable.NAME,
                IndicatorTable.NAME,
                AgreementTable.NAME,
                OrganisationTable.JOURNEY_STAGE.contract().name(),
                ObjectiveHour.NAME,
                ObjectiveTimeline.NAME,
                SlaCompliance.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.byPeriod();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> services = Versions.inForce(inputs.table(ServiceTable.NAME), parameters)
                .select(
                        ServiceTable.SERVICE_ID.col(),
                        coalesce(ServiceTable.JOURNEY_STAGE.col(), lit(UNMAPPED))
                                .as(JOURNEY_STAGE.name()));
        Dataset<Row> objectives = inputs.table(ObjectiveTable.NAME)
                .select(ObjectiveTable.OBJECTIVE_ID.col(), ObjectiveTable.SERVICE_ID.col())
                .distinct()
                .join(services, Names.of(ServiceTable.SERVICE_ID), "inner");
        Dataset<Row> bad = badSeconds(objectives, inputs.table(ObjectiveTimeline.NAME), parameters);
        Dataset<Row> lost = lostEvents(objectives, inputs, parameters);
        Dataset<Row> breached = breached(services, inputs, parameters);
        return ranked(bad.join(lost, Names.of(JOURNEY_STAGE, MONTH_START), "full_outer")
                        .join(breached, Names.of(JOURNEY_STAGE, MONTH_START), "left")
                        .join(stages(services, inputs, parameters), Names.of(JOURNEY_STAGE), "left"))
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    private static Column monthOf(Column at, Parameters parameters) {
        return trunc(to_date(from_utc_timestamp(at, parameters.zone().getId())), "month");
    }

    private static Dataset<Row> badSeconds(Dataset<Row> objectives, Dataset<Row> timelines, Parameters parameters) {
        return timelines
                .select(
                        ObjectiveTimeline.OBJECTIVE_ID.col(),
                        explode(ObjectiveTimeline.BAD.col()).as("stretch"))
                .withColumn(MONTH_START.name(), monthOf(col("stretch.from_at"), parameters))
                .where(parameters.wanted(MONTH_START.col()))
                .join(objectives, Names.of(ObjectiveTable.OBJECTIVE_ID), "inner")
                .groupBy(JOURNEY_STAGE.col(), MONTH_START.col())
                .agg(collect_list(col("stretch")).as("stretches"))
                .select(
                        JOURNEY_STAGE.col(),
                        MONTH_START.col(),
                        Observations.seconds(col("stretches")).as(BAD_SECONDS.name()));
    }

    /** Events of indicators that count them, under Occurrences, each once. */
    private static Dataset<Row> lostEvents(Dataset<Row> objectives, Inputs inputs, Parameters parameters) {
        Dataset<Row> counting = inputs.table(IndicatorTable.NAME)
                .where(IndicatorTable.MEASURE.col().equalTo("counts"))
                .select(IndicatorTable.SLI_ID.col())
                .distinct();
        Column first = row_number()
                .over(Window.partitionBy(ObjectiveTable.SLI_ID.col()).orderBy(ObjectiveTable.OBJECTIVE_ID.col()));
        Dataset<Row> once = inputs.table(ObjectiveTable.NAME)
                .where(ObjectiveTable.METHOD.col().equalTo("Occurrences"))
                .join(counting, Names.of(ObjectiveTable.SLI_ID), "left_semi")
                .select(ObjectiveTable.OBJECTIVE_ID.col(), ObjectiveTable.SLI_ID.col())
                .distinct()
                .withColumn("first", first)
                .where(col("first").equalTo(1))
                .select(ObjectiveTable.OBJECTIVE_ID.col())
                .join(objectives, Names.of(ObjectiveTable.OBJECTIVE_ID), "inner");
        return inputs.table(ObjectiveHour.NAME)
                .withColumn(MONTH_START.name(), monthOf(ObjectiveHour.HOUR_AT.col(), parameters))
                .where(parameters.wanted(MONTH_START.col()))
                .join(once, Names.of(ObjectiveTable.OBJECTIVE_ID), "inner")
                .groupBy(JOURNEY_STAGE.col(), MONTH_START.col())
                .agg(
                        sum(ObjectiveHour.TOTAL.col()).as(EVENTS.name()),
                        sum(ObjectiveHour.TOTAL.col().minus(ObjectiveHour.GOOD.col()))
                                .as(LOST_EVENTS.name()));
    }

    private static Dataset<Row> breached(Dataset<Row> services, Inputs inputs, Parameters parameters) {
        Dataset<Row> slas = slas(inputs, parameters);
        return inputs.table(SlaCompliance.NAME)
                .where(SlaCompliance.STATUS.col().equalTo("BREACHED"))
                .join(slas, Names.of(AgreementTable.AGREEMENT_ID), "left_semi")
                .withColumn("month", trunc(date_sub(AgreementScope.PERIOD_END.col(), 1), "month"))
                .join(services, Names.of(ServiceTable.SERVICE_ID), "inner")
                .groupBy(JOURNEY_STAGE.col(), col("month").as(MONTH_START.name()))
                .agg(count_distinct(AgreementTable.AGREEMENT_ID.col()).as(BREACHED_SLAS.name()));
    }

    private static Dataset<Row> slas(Inputs inputs, Parameters parameters) {
        return Versions.inForce(inputs.table(AgreementTable.NAME), parameters)
                .where(AgreementTable.TYPE.col().equalTo("SLA"))
                .select(AgreementTable.AGREEMENT_ID.col(), AgreementTable.SERVICE_ID.col());
    }

    private static Dataset<Row> stages(Dataset<Row> services, Inputs inputs, Parameters parameters) {
        Dataset<Row> promised = slas(inputs, parameters)
                .join(services, Names.of(ServiceTable.SERVICE_ID), "inner")
                .groupBy(JOURNEY_STAGE.col())
                .agg(count_distinct(AgreementTable.AGREEMENT_ID.col()).as(SLAS.name()));
        Dataset<Row> weights = Versions.inForce(
                        inputs.table(OrganisationTable.JOURNEY_STAGE.contract().name()), parameters)
                .select(col("journey_stage_id").as(JOURNEY_STAGE.name()), WEIGHT.col());
        return services.groupBy(JOURNEY_STAGE.col())
                .agg(count(lit(1)).as(SERVICES.name()))
                .join(promised, Names.of(JOURNEY_STAGE), "left")
                .join(weights, Names.of(JOURNEY_STAGE), "left");
    }

    private static Dataset<Row> ranked(Dataset<Row> stages) {
        Column greatest = rank().over(Window.partitionBy(MONTH_START.col())
                .orderBy(IMPACT.col().desc_nulls_last()));
        return stages.withColumn(EVENTS.name(), quantity(EVENTS))
                .withColumn(LOST_EVENTS.name(), quantity(LOST_EVENTS))
                .withColumn(BAD_SECONDS.name(), coalesce(BAD_SECONDS.col(), lit(0L)))
                .withColumn(SLAS.name(), coalesce(SLAS.col(), lit(0L)))
                .withColumn(BREACHED_SLAS.name(), coalesce(BREACHED_SLAS.col(), lit(0L)))
                .withColumn(
                        LOST_RATIO.name(),
                        when(
                                EVENTS.col().gt(0),
                                LOST_EVENTS
                                        .col()
                                        .cast(DoubleType)
                                        .divide(EVENTS.col().cast(DoubleType))))
                .withColumn(IMPACT.name(), WEIGHT.col().cast(DoubleType).multiply(LOST_RATIO.col()))
                .withColumn(IMPACT_RANK.name(), when(IMPACT.col().isNotNull(), greatest));
    }

    private static Column quantity(Field sum) {
        return coalesce(sum.col(), lit(0)).cast(Field.QUANTITY);
    }
}
