package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.bridge.LapseShares;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Columns;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.SliSample;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.OrganisationTable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * One row an SLA, objective, period and party that has a share in what was bad: whose events, slices or seconds these were, after
 * exclusions. Each belongs to exactly one party: to the provider of the deepest underpinning agreement of the chain whose own
 * indicator was bad at that time ({@link ObjectiveTimeline}), of equally deep ones the first declared, else to the SLA's
 * provider. Bad seconds of a state history are divided to the second; a slot or slice is not divided and belongs to a party that
 * was bad in any of its seconds. The parties add up to what {@link SlaCompliance} counts as bad; rows that do not are never
 * published. A period in which nothing was bad has no row.
 */
public final class BreachAttribution implements Table {

    public static final String NAME = "gold.breach_attribution";

    public static final Field PARTY_KIND = Field.required(
            "party_kind", StringType, "provider (of the SLA itself), team or vendor (of an underpinning agreement)");
    public static final Field PARTY_ID = Field.required(
            "party_id", StringType, "the party's name; the service's where the agreement names no provider");
    public static final Field THROUGH = Field.required(
            "through_agreements",
            createArrayType(StringType, false),
            "underpinning agreements by which the party answers, sorted; empty for the provider");
    public static final Field BAD = Field.required(
            "bad",
            Field.QUANTITY,
            "the party's bad events, slices, slice ratios or seconds, in the unit of the method");
    public static final Field BAD_SECONDS = Field.required(
            "bad_seconds",
            LongType,
            "s",
            "the party's seconds in PROBLEM, or the seconds of its slots and slices that fell below the target");
    public static final Field SHARE_RATIO =
            Field.required("share_ratio", DoubleType, "ratio", "bad over what was bad of the period");
    public static final Field IS_DECISIVE = Field.required(
            "is_decisive",
            BooleanType,
            "whether the promise was breached and would have been met had nothing of this party's share been bad");
    public static final Field PERIOD_BAD = Field.required(
            "period_bad", Field.QUANTITY, "what was bad of the period: total less good of its compliance");
    public static final Field PARTIES_BAD =
            Field.required("parties_bad", Field.QUANTITY, "sum of bad over the period's parties");
    public static final Field PERIOD_BAD_SECONDS = Field.required(
            "period_bad_seconds", LongType, "s", "bad seconds of the period, counted before they are attributed");
    public static final Field PARTIES_BAD_SECONDS =
            Field.required("parties_bad_seconds", LongType, "s", "sum of bad_seconds over the period's parties");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an SLA, objective, period and party: whose bad events, slices or seconds these were")
            .withFields(AgreementScope.HEAD)
            .withFields(
                    SlaCompliance.STATUS,
                    AgreementScope.METHOD,
                    PARTY_KIND,
                    PARTY_ID,
                    THROUGH,
                    BAD,
                    BAD_SECONDS,
                    SHARE_RATIO,
                    IS_DECISIVE,
                    PERIOD_BAD,
                    PARTIES_BAD,
                    PERIOD_BAD_SECONDS,
                    PARTIES_BAD_SECONDS,
                    AgreementScope.AS_OF)
            .withKey(AgreementScope.KEY, PARTY_KIND, PARTY_ID)
            .withChecks(
                    new Check(
                            "parties_make_the_whole",
                            "parties_bad = period_bad",
                            "the parties' shares add up to what was bad of the period"),
                    new Check(
                            "seconds_make_the_whole",
                            "parties_bad_seconds = period_bad_seconds",
                            "the parties' bad seconds add up to those of the period"),
                    new Check("share_is_ratio", "share_ratio BETWEEN 0 AND 1", "a share lies in [0,1]"))
            .withPartitions(AgreementScope.PERIOD_START);

    private static final List<Field> OF_PERIOD = Stream.concat(
                    AgreementScope.HEAD.stream(),
                    Stream.of(
                            SlaCompliance.STATUS,
                            AgreementScope.METHOD,
                            AgreementScope.TARGET,
                            SlaCompliance.GOOD,
                            SlaCompliance.TOTAL,
                            PERIOD_BAD,
                            PERIOD_BAD_SECONDS,
                            AgreementScope.AS_OF))
            .toList();

    private static final String PERIOD = "scope_row";
    private static final Column IS_STATE = AgreementScope.MEASURE.col().equalTo("state");
    private static final Column IS_RATIO = AgreementScope.METHOD.col().equalTo("RatioTimeslices");
    private static final Column CELL_SECONDS = when(
                    AgreementScope.METHOD.col().equalTo("Occurrences"), AgreementScope.RESOLUTION_SECONDS.col())
            .otherwise(AgreementScope.TIME_SLICE_SECONDS.col());

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(
                AgreementScope.NAME,
                SlaCompliance.NAME,
                SliSample.NAME,
                ObjectiveTimeline.NAME,
                AgreementTable.NAME,
                OrganisationTable.VENDOR.contract().name(),
                OrganisationTable.TEAM.contract().name());
    }

    @Override
    public Recompute recompute() {
        return Recompute.byPeriod();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> agreements = inputs.table(AgreementTable.NAME);
        Dataset<Row> periods = badPeriods(inputs, parameters);
        Dataset<Row> links = withParties(links(periods, agreements), inputs);
        Dataset<Row> lapses = withCells(periods, inputs.table(SliSample.NAME))
                .join(candidates(links, inputs.table(ObjectiveTimeline.NAME)), Names.of(PERIOD), "left");
        return judged(parties(withShares(lapses), links, agreements)).select(CONTRACT.columns());
    }

    /** Periods of SLAs in which something was bad after exclusions, numbered densely. */
    private static Dataset<Row> badPeriods(Inputs inputs, Parameters parameters) {
        Column wanted = parameters.wanted(AgreementScope.PERIOD_START.col());
        Dataset<Row> slas = inputs.table(AgreementTable.NAME)
                .where(AgreementTable.TYPE.col().equalTo("SLA"))
                .select(AgreementTable.AGREEMENT_ID.col())
                .distinct();
        Dataset<Row> verdicts = inputs.table(SlaCompliance.NAME)
                .where(wanted.and(SlaCompliance.TOTAL.col().gt(SlaCompliance.GOOD.col())))
                .select(Columns.of(
                        AgreementScope.KEY,
                        SlaCompliance.STATUS.col(),
                        SlaCompliance.GOOD.col(),
                        SlaCompliance.TOTAL.col()));
        Column number = row_number().over(Window.orderBy(Columns.of(AgreementScope.KEY)));
        return inputs.table(AgreementScope.NAME)
                .where(wanted)
                .join(slas, Names.of(AgreementScope.AGREEMENT_ID), "left_semi")
                .join(verdicts, Names.of(AgreementScope.KEY), "inner")
                .withColumn(PERIOD, number);
    }

    private static Dataset<Row> links(Dataset<Row> periods, Dataset<Row> agreements) {
        Dataset<Row> narrow = periods.select(
                col(PERIOD),
                AgreementScope.AGREEMENT_ID.col(),
                AgreementScope.PERIOD_FROM_AT.col(),
                AgreementScope.PERIOD_TO_AT.col());
        return Underpinning.links(Underpinning.withUndertakings(narrow, agreements));
    }

    /** Who answers for each link: a vendor or a team as the catalogue declares it, else by the agreement's type. */
    private static Dataset<Row> withParties(Dataset<Row> links, Inputs inputs) {
        Dataset<Row> declared = named(inputs, OrganisationTable.VENDOR, "vendor")
                .unionByName(named(inputs, OrganisationTable.TEAM, "team"))
                .dropDuplicates(PARTY_ID.name());
        Column byType = when(col("below.type").equalTo("UC"), "vendor").otherwise("team");
        return links.withColumn(PARTY_ID.name(), col("below.provider"))
                .join(broadcast(declared), Names.of(PARTY_ID), "left")
                .withColumn(PARTY_KIND.name(), coalesce(col("declared_kind"), byType))
                .select(
                        col(PERIOD),
                        col("position"),
                        col("depth"),
                        col("from_second"),
                        col("to_second"),
                        PARTY_KIND.col(),
                        PARTY_ID.col(),
                        col("below.agreement_id").as("through"),
                        col("below.objectives.objective_id").as("objectives"));
    }

    private static Dataset<Row> named(Inputs inputs, OrganisationTable table, String kind) {
        return inputs.table(table.contract().name())
                .select(col(kind + "_id").as(PARTY_ID.name()), lit(kind).as("declared_kind"))
                .distinct();
    }

    /** When each link's own indicators were bad, a row a period. */
    private static Dataset<Row> candidates(Dataset<Row> links, Dataset<Row> timelines) {
        Dataset<Row> wanted = links.select(col("*"), explode(col("objectives")).as("asked_objective"));
        Dataset<Row> bad = timelines
                .where(expr("size(bad) > 0"))
                .select(ObjectiveTimeline.OBJECTIVE_ID.col(), ObjectiveTimeline.DAY.col(), ObjectiveTimeline.BAD.col());
        Column meets = col("asked_objective")
                .equalTo(ObjectiveTimeline.OBJECTIVE_ID.col())
                .and(ObjectiveTimeline.DAY.col().geq(date_sub(to_date(timestamp_seconds(col("from_second"))), 1)))
                .and(ObjectiveTimeline.DAY.col().leq(to_date(timestamp_seconds(col("to_second")))));
        Dataset<Row> candidates = bad.join(broadcast(wanted), meets, "inner")
                .groupBy(PERIOD, "position", "depth", "from_second", "to_second")
                .agg(flatten(collect_list(ObjectiveTimeline.BAD.col())).as("bad"));
        Column candidate = struct(col("position"), col("depth"), col("from_second"), col("to_second"), col("bad"));
        return candidates
                .groupBy(PERIOD)
                .agg(array_sort(collect_list(candidate)).as("candidates"));
    }

    /** Slots and slices that fell short and, where a slice without a slot counts as bad, those that were received. */
    private static Dataset<Row> withCells(Dataset<Row> periods, Dataset<Row> slots) {
        Dataset<Row> terms = periods.select(
                col(PERIOD),
                AgreementScope.MISSING_DATA.col(),
                CELL_SECONDS.as("seconds"),
                when(AgreementScope.METHOD.col().equalTo("Occurrences"), lit(1L))
                        .otherwise(AgreementScope.TIME_SLICE_SECONDS.col())
                        .as("unit"),
                AgreementScope.TARGET.col());
        Column total = coalesce(col(SlotAttainment.TOTAL_NET), lit(0L));
        Column good = coalesce(col(SlotAttainment.GOOD_NET), lit(0L));
        Column isShort = good.lt(total);
        Column isReceived = col(SlotAttainment.RECEIVED_SLOTS).gt(0);
        Column isBad = whole(good).lt(AgreementScope.TARGET.col().multiply(whole(total)));
        Column cell = struct(
                col(SlotAttainment.SLICE).multiply(col("unit")).as("from_second"),
                col("seconds"),
                good.as("good"),
                total.as("total"));
        Dataset<Row> cells = SlotAttainment.cells(periods, slots)
                .join(broadcast(terms), Names.of(PERIOD), "inner")
                .where(isShort.or(
                        isReceived.and(AgreementScope.MISSING_DATA.col().equalTo("bad"))))
                .groupBy(PERIOD)
                .agg(
                        collect_list(cell).as("cells"),
                        sum(when(isShort.and(isBad), col("seconds")).otherwise(lit(0L)))
                                .as("short_seconds"),
                        count_if(isReceived).as("received"));
        return periods.join(cells, Names.of(PERIOD), "left").withColumn("missing", missing());
    }

    private static Column missing() {
        Column counts = AgreementScope.MISSING_DATA.col().equalTo("bad");
        Column missing = AgreementScope.EXPECTED_SLICES.col().minus(coalesce(col("received"), lit(0L)));
        return when(counts.and(IS_STATE.unary_$bang()), greatest(missing, lit(0L)))
                .otherwise(lit(0L));
    }

    private static Dataset<Row> withShares(Dataset<Row> lapses) {
        Column input = struct(
                IS_STATE.as("is_state"),
                IS_RATIO.as("is_ratio"),
                AgreementScope.SEGMENTS.col(),
                coalesce(col("cells"), expr("array()")).as("cells"),
                AgreementScope.TARGET.col(),
                col("missing"),
                AgreementScope.RESOLUTION_SECONDS.col(),
                AgreementScope.TIME_SLICE_SECONDS.col().as("slice_seconds"),
                coalesce(col("candidates"), expr("array()")).as("candidates"));
        Column slotSeconds = coalesce(col("short_seconds"), lit(0L))
                .plus(col("missing").multiply(coalesce(AgreementScope.TIME_SLICE_SECONDS.col(), lit(0L))));
        return lapses.withColumn(
                        PERIOD_BAD.name(),
                        exact(SlaCompliance.TOTAL)
                                .minus(exact(SlaCompliance.GOOD))
                                .cast(Field.QUANTITY))
                .withColumn(
                        PERIOD_BAD_SECONDS.name(),
                        when(IS_STATE, PERIOD_BAD.col().cast(LongType)).otherwise(slotSeconds))
                .withColumn("share", explode(LapseShares.of(input)))
                .select(Columns.of(
                        OF_PERIOD,
                        col(PERIOD),
                        col("share.position").as("position"),
                        col("share.bad").as("share_bad"),
                        col("share.bad_seconds").as("share_seconds")));
    }

    private static Dataset<Row> parties(Dataset<Row> shares, Dataset<Row> links, Dataset<Row> agreements) {
        Dataset<Row> answering =
                links.select(col(PERIOD), col("position"), PARTY_KIND.col(), PARTY_ID.col(), col("through"));
        Dataset<Row> named = Versions.at(
                shares.join(answering, Names.of(PERIOD, "position"), "left"),
                agreements.select(
                        AgreementTable.AGREEMENT_ID.col(),
                        AgreementTable.PROVIDER.col(),
                        AgreementTable.EFFECTIVE_FROM.col(),
                        AgreementTable.EFFECTIVE_TO.col()),
                AgreementTable.AGREEMENT_ID.name(),
                AgreementScope.IN_FORCE_FROM.col());
        Column provider = coalesce(AgreementTable.PROVIDER.col(), AgreementScope.SERVICE_ID.col());
        return named.withColumn(PARTY_KIND.name(), coalesce(PARTY_KIND.col(), lit("provider")))
                .withColumn(PARTY_ID.name(), coalesce(PARTY_ID.col(), provider))
                .groupBy(Columns.of(OF_PERIOD, PARTY_KIND.col(), PARTY_ID.col()))
                .agg(
                        sum("share_bad").cast(Field.QUANTITY).as(BAD.name()),
                        sum("share_seconds").as(BAD_SECONDS.name()),
                        array_sort(collect_set(col("through"))).as(THROUGH.name()));
    }

    private static Dataset<Row> judged(Dataset<Row> parties) {
        Column[] period = Columns.of(AgreementScope.KEY);
        Column without = exact(SlaCompliance.GOOD).plus(exact(BAD));
        Column asked = AgreementScope.TARGET.col().multiply(whole(SlaCompliance.TOTAL.col()));
        return parties.withColumn(
                        PARTIES_BAD.name(),
                        sum(BAD.col()).over(Window.partitionBy(period)).cast(Field.QUANTITY))
                .withColumn(PARTIES_BAD_SECONDS.name(), sum(BAD_SECONDS.col()).over(Window.partitionBy(period)))
                .withColumn(
                        SHARE_RATIO.name(),
                        BAD.col().cast(DoubleType).divide(PERIOD_BAD.col().cast(DoubleType)))
                .withColumn(
                        IS_DECISIVE.name(),
                        SlaCompliance.STATUS.col().equalTo("BREACHED").and(without.geq(asked)));
    }

    /** Counts, slices and seconds are integers: DECIMAL(19,0) x DECIMAL(18,12) is exact in DECIMAL(38,12). */
    private static Column whole(Column quantity) {
        return quantity.cast(createDecimalType(19, 0));
    }

    /** Sums of slice ratios keep their nine decimals. */
    private static Column exact(Field quantity) {
        return quantity.col().cast(SlaCompliance.NINE_DECIMALS);
    }
}
