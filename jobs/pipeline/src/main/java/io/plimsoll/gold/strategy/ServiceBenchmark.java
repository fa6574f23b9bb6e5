package io.plimsoll.gold.strategy;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.plimsoll.bridge.Benchmarks;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.objectives.AgreementScope;
import io.plimsoll.gold.objectives.Versions;
import io.plimsoll.silver.SliHour;
import io.plimsoll.silver.SliRecord;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a service, team or business unit: the bad events of its services over the last 90 days beside those of all others, like
 * compared with like. Services are alike when they have the same criticality, environment and traffic (under a thousand, under a
 * million, or more events a day). The difference from everyone is parted into what its work is (mix effect) and how it is done
 * (rate effect), see {@link io.plimsoll.statistics.benchmark.LikeForLike}.
 *
 * <p>It counts the events of indicators that count, by the tool of record, with nothing excluded; an indicator counts once a service.
 * Synthetic checks are not traffic. Terms are those in force on the day before the run's date.
 */
public final class ServiceBenchmark implements Table {

    public static final String NAME = "gold.service_benchmark";

    public static final Field SUBJECT_KIND =
            Field.required("subject_kind", StringType, "service, team or business_unit");
    public static final Field SUBJECT_ID = Field.required("subject_id", StringType, "its name");
    public static final Field PEER_GROUP = Field.optional(
            "peer_group",
            StringType,
            "criticality, environment and traffic of a service; null for teams and units, and where one is undeclared");
    public static final Field SERVICES = Field.required("services", LongType, "services", "services with events");
    public static final Field EVENTS = Field.required("events", LongType, "events", "all events of them");
    public static final Field OBSERVED_RATIO =
            Field.required("observed_ratio", DoubleType, "ratio", "bad events over all of its events");
    public static final Field EVERYONE_RATIO = Field.optional(
            "everyone_ratio", DoubleType, "ratio", "bad events over all of the others' events; null without others");
    public static final Field COMPARED_EVENT_RATIO = Field.required(
            "compared_event_ratio",
            DoubleType,
            "ratio",
            "events in peer groups with at least two others, over all of its events");
    public static final Field PEERS =
            Field.required("peers", LongType, "services", "other services in those peer groups");
    public static final Field COMPARED_RATIO = Field.optional(
            "compared_ratio", DoubleType, "ratio", "bad events over events in those groups; null without any");
    public static final Field EXPECTED_RATIO = Field.optional(
            "expected_ratio",
            DoubleType,
            "ratio",
            "what its peers' ratios, group by group, make of those events; null like compared_ratio");
    public static final Field MIX_EFFECT = Field.optional(
            "mix_effect",
            DoubleType,
            "ratio",
            "expected_ratio - everyone_ratio: above 0 its work is harder than the others'; null like compared_ratio");
    public static final Field RATE_EFFECT = Field.optional(
            "rate_effect",
            DoubleType,
            "ratio",
            "compared_ratio - expected_ratio: above 0 it does worse than its peers; null like compared_ratio");
    public static final Field RATE_EFFECT_LO95 = Field.optional(
            "rate_effect_lo95",
            DoubleType,
            "ratio",
            "lower end of the 95 % interval of rate_effect; null without peers, or with a single day");
    public static final Field RATE_EFFECT_HI95 =
            Field.optional("rate_effect_hi95", DoubleType, "ratio", "upper end of it; null like the lower end");
    public static final Field IS_REVERSED = Field.required(
            "is_reversed",
            BooleanType,
            "whether the plain difference from everyone and the difference from peers have opposite signs");
    public static final Field VERDICT =
            Field.required("verdict", StringType, "BETTER or WORSE than its peers, ALIKE, or NO_PEERS");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME,
                    "One row a service, team or business unit: its bad events beside those of its peers, last 90 days")
            .withFields(
                    SUBJECT_KIND,
                    SUBJECT_ID,
                    PEER_GROUP,
                    SERVICES,
                    EVENTS,
                    OBSERVED_RATIO,
                    EVERYONE_RATIO,
                    COMPARED_EVENT_RATIO,
                    PEERS,
                    COMPARED_RATIO,
                    EXPECTED_RATIO,
                    MIX_EFFECT,
                    RATE_EFFECT,
                    RATE_EFFECT_LO95,
                    RATE_EFFECT_HI95,
                    IS_REVERSED,
                    VERDICT,
                    AgreementScope.AS_OF)
            .withKey(SUBJECT_KIND, SUBJECT_ID, AgreementScope.AS_OF)
            .withChecks(
                    new Check(
                            "observed_is_a_ratio",
                            "observed_ratio BETWEEN 0 AND 1",
                            "bad events are some of all events"),
                    new Check(
                            "interval_around_effect",
                            "rate_effect_lo95 IS NULL OR (rate_effect BETWEEN rate_effect_lo95 AND rate_effect_hi95)",
                            "the effect lies in its interval"))
            .withPartitions(AgreementScope.AS_OF);

    private static final int WINDOW_DAYS = 90;
    private static final long LITTLE = 1_000;
    private static final long MUCH = 1_000_000;

    private static final String BAD = "bad";
    private static final String DAYS = "days";
    private static final String EACH_DAY = "each_day";
    private static final String DAY_SQUARES = "day_squares";
    private static final String MEMBERS = "members";

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(ServiceTable.NAME, ObjectiveTable.NAME, IndicatorTable.NAME, SliRecord.NAME, SliHour.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.asOf();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> services = services(inputs, parameters);
        return beside(subjects(services), services)
                .withColumn("compared", Benchmarks.of(col(MEMBERS)))
                .select(
                        SUBJECT_KIND.col(),
                        SUBJECT_ID.col(),
                        PEER_GROUP.col(),
                        SERVICES.col(),
                        EVENTS.col(),
                        col("compared.*"))
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    /** A row a service with events: its figures and its peer group. */
    private static Dataset<Row> services(Inputs inputs, Parameters parameters) {
        Dataset<Row> declared = Versions.inForce(inputs.table(ServiceTable.NAME), parameters)
                .select(
                        ServiceTable.SERVICE_ID.col(),
                        ServiceTable.TEAM_ID.col(),
                        ServiceTable.BUSINESS_UNIT.col(),
                        ServiceTable.CRITICALITY.col(),
                        ServiceTable.ENVIRONMENT.col());
        Column traffic = when(EVENTS.col().lt(col(DAYS).multiply(LITTLE)), "under a thousand a day")
                .when(EVENTS.col().lt(col(DAYS).multiply(MUCH)), "under a million a day")
                .otherwise("a million a day or more");
        Column isDeclared = ServiceTable.CRITICALITY
                .col()
                .isNotNull()
                .and(ServiceTable.ENVIRONMENT.col().isNotNull());
        return figures(inputs, parameters)
                .join(declared, Names.of(ServiceTable.SERVICE_ID), "inner")
                .withColumn(
                        PEER_GROUP.name(),
                        when(
                                isDeclared,
                                concat_ws(
                                        ", ",
                                        ServiceTable.CRITICALITY.col(),
                                        ServiceTable.ENVIRONMENT.col(),
                                        traffic)));
    }

    /** Days are added in their order, so that the sum of squares has one value. */
    private static Dataset<Row> figures(Inputs inputs, Parameters parameters) {
        Dataset<Row> days = days(inputs, parameters);
        Column ratio = col(BAD).cast(DoubleType).divide(EVENTS.col());
        return days.groupBy(ServiceTable.SERVICE_ID.col())
                .agg(
                        count(lit(1)).as(DAYS),
                        sum("day_bad").as(BAD),
                        sum("day_events").as(EVENTS.name()),
                        array_sort(collect_list(struct(SliHour.DAY.col(), col("day_bad"), col("day_events"))))
                                .as(EACH_DAY))
                .withColumn(
                        DAY_SQUARES,
                        aggregate(
                                col(EACH_DAY),
                                lit(0.0),
                                (total, day) -> total.plus(pow(
                                        day.getField("day_bad").minus(ratio.multiply(day.getField("day_events"))),
                                        lit(2)))))
                .drop(EACH_DAY);
    }

    private static Dataset<Row> days(Inputs inputs, Parameters parameters) {
        Column end = lit(parameters.asOfInstant());
        Column start = end.minus(expr("INTERVAL " + WINDOW_DAYS + " DAYS"));
        return inputs.table(SliHour.NAME)
                .where(SliHour.HOUR_AT
                        .col()
                        .geq(start)
                        .and(SliHour.HOUR_AT.col().lt(end)))
                .select(
                        SliHour.SLI_ID.col(),
                        SliHour.TOOL.col(),
                        SliHour.DAY.col(),
                        SliHour.GOOD.col(),
                        SliHour.TOTAL.col())
                .join(broadcast(indicators(inputs, parameters)), Names.of(SliHour.SLI_ID, SliHour.TOOL), "inner")
                .groupBy(ServiceTable.SERVICE_ID.col(), SliHour.DAY.col())
                .agg(
                        coalesce(sum(SliHour.TOTAL.col().minus(SliHour.GOOD.col())), lit(0L))
                                .as("day_bad"),
                        coalesce(sum(SliHour.TOTAL.col()), lit(0L)).as("day_events"))
                .where(col("day_events").gt(0));
    }

    /** A row an indicator, its tool of record and service that asks something of it. */
    private static Dataset<Row> indicators(Inputs inputs, Parameters parameters) {
        Dataset<Row> counting = Versions.inForce(inputs.table(IndicatorTable.NAME), parameters)
                .where(IndicatorTable.MEASURE
                        .col()
                        .equalTo("counts")
                        .and(IndicatorTable.IS_SYNTHETIC.col().equalTo(false)))
                .select(IndicatorTable.SLI_ID.col());
        Dataset<Row> record = inputs.table(SliRecord.NAME)
                .where(SliRecord.IS_RECORD.col())
                .select(SliRecord.SLI_ID.col(), SliRecord.TOOL.col());
        return Versions.inForce(inputs.table(ObjectiveTable.NAME), parameters)
                .select(ObjectiveTable.SLI_ID.col(), ObjectiveTable.SERVICE_ID.col())
                .distinct()
                .join(counting, Names.of(ObjectiveTable.SLI_ID), "inner")
                .join(record, Names.of(ObjectiveTable.SLI_ID), "inner");
    }

    private static Dataset<Row> subjects(Dataset<Row> services) {
        return services.select(explode(array(
                                subject("service", ServiceTable.SERVICE_ID.col(), PEER_GROUP.col()),
                                subject("team", ServiceTable.TEAM_ID.col(), lit(null)),
                                subject("business_unit", ServiceTable.BUSINESS_UNIT.col(), lit(null))))
                        .as("subject"))
                .select("subject.*")
                .where(SUBJECT_ID.col().isNotNull())
                .withColumnRenamed(PEER_GROUP.name(), "own_group")
                .distinct();
    }

    private static Column subject(String kind, Column id, Column group) {
        return struct(
                lit(kind).as(SUBJECT_KIND.name()),
                id.as(SUBJECT_ID.name()),
                group.cast(StringType).as(PEER_GROUP.name()));
    }

    /** Each subject with all services, its own and the others; services are few. */
    private static Dataset<Row> beside(Dataset<Row> subjects, Dataset<Row> services) {
        Column own = coalesce(
                when(
                                SUBJECT_KIND.col().equalTo("service"),
                                ServiceTable.SERVICE_ID.col().equalTo(SUBJECT_ID.col()))
                        .when(
                                SUBJECT_KIND.col().equalTo("team"),
                                ServiceTable.TEAM_ID.col().equalTo(SUBJECT_ID.col()))
                        .otherwise(ServiceTable.BUSINESS_UNIT.col().equalTo(SUBJECT_ID.col())),
                lit(false));
        Column member = struct(
                ServiceTable.SERVICE_ID.col(),
                PEER_GROUP.col().as("group"),
                col("own"),
                col(DAYS),
                col(BAD).cast(DoubleType).as(BAD),
                EVENTS.col().cast(DoubleType).as(EVENTS.name()),
                col(DAY_SQUARES));
        return subjects.crossJoin(broadcast(services))
                .withColumn("own", own)
                .groupBy(SUBJECT_KIND.col(), SUBJECT_ID.col(), col("own_group").as(PEER_GROUP.name()))
                .agg(
                        count(when(col("own"), lit(1))).as(SERVICES.name()),
                        sum(when(col("own"), EVENTS.col())).as("own_events"),
                        array_sort(collect_list(member)).as(MEMBERS))
                .withColumnRenamed("own_events", EVENTS.name());
    }
}
