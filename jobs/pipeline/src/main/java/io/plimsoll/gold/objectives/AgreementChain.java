package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.plimsoll.bridge.ChainLinks;
import io.plimsoll.bridge.ChainSupport;
import io.plimsoll.bridge.SeenTogether;
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
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * One row an SLA, objective and period: the OLAs and underpinning contracts that hold it up, what their promises can support,
 * and what they attained together. {@code possible_ratio} is the product over the agreements directly below, each at its own
 * promise or at what its own chain supports, whichever is less: it holds when they fail independently. Only like is multiplied
 * with like: objectives on measured values (latency) with those on values, all others (availability) with each other.
 */
public final class AgreementChain implements Table {

    public static final String NAME = "gold.agreement_chain";

    public static final Field CHAIN_DEPTH = Field.required(
            "chain_depth", IntegerType, "agreements between the SLA and the deepest below it; 0 when it stands alone");
    public static final Field SUPPORT = Field.required(
            "support",
            StringType,
            "SUPPORTED; UNSUPPORTED (possible_ratio is below the target); BROKEN (a declared link is missing or closes a cycle); "
                    + "NOT_COMPARABLE (nothing below promises anything of the kind); NO_CHAIN (nothing is declared)");
    public static final Field POSSIBLE_RATIO = Field.optional(
            "possible_ratio",
            DoubleType,
            "ratio",
            "what the promises below support, failing independently; null when none is comparable");
    public static final Field INDEPENDENT_RATIO = Field.optional(
            "independent_ratio",
            DoubleType,
            "ratio",
            "product of the shares of seconds in which each comparable objective below was good; null when one was not seen");
    public static final Field ALL_GOOD_RATIO = Field.optional(
            "all_good_ratio",
            DoubleType,
            "ratio",
            "share of known seconds in which all of them were good at once (intersection of their timelines); null like independent_ratio");
    public static final Field ANY_GOOD_RATIO = Field.optional(
            "any_good_ratio",
            DoubleType,
            "ratio",
            "share of known seconds in which at least one of them was good (union of their timelines); null like independent_ratio");
    public static final Field KNOWN_SECONDS = Field.optional(
            "known_seconds",
            LongType,
            "s",
            "seconds of the SLA's scope of which is known whether all were good; null like independent_ratio");
    public static final DataType LINK = new StructType()
            .add("position", IntegerType, false)
            .add("path", StringType, false)
            .add("depth", IntegerType, false)
            .add("agreement_id", StringType, false)
            .add("type", StringType, false)
            .add("provider", StringType, false)
            .add(
                    "promises",
                    createArrayType(
                            new StructType()
                                    .add("objective_id", StringType, true)
                                    .add("target", Field.RATIO, true),
                            true),
                    false);
    public static final Field LINKS = Field.required(
            "links",
            createArrayType(LINK, false),
            "agreements below in declared order, each before those below it: path (a -> b), and what of the kind it promises");
    public static final Field MISSING_LINKS = Field.required(
            "missing_links",
            createArrayType(StringType, false),
            "links of the chain to agreements that are not loaded, as a -> b");
    public static final Field CYCLES = Field.required(
            "cycles",
            createArrayType(StringType, false),
            "links of the chain that are left out because they come back to where they began, as a -> b -> a");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an SLA, objective and period: what holds it up, and what that can support")
            .withFields(AgreementScope.HEAD)
            .withFields(
                    CHAIN_DEPTH,
                    SUPPORT,
                    AgreementScope.TARGET,
                    POSSIBLE_RATIO,
                    SlaCompliance.ATTAINED_NET,
                    INDEPENDENT_RATIO,
                    ALL_GOOD_RATIO,
                    ANY_GOOD_RATIO,
                    KNOWN_SECONDS,
                    LINKS,
                    MISSING_LINKS,
                    CYCLES,
                    AgreementScope.AS_OF)
            .withKey(AgreementScope.KEY)
            .withChecks(
                    new Check(
                            "support_known",
                            "support IN ('SUPPORTED', 'UNSUPPORTED', 'BROKEN', 'NOT_COMPARABLE', 'NO_CHAIN')",
                            "support is one of the five"),
                    new Check(
                            "together_within_any",
                            "all_good_ratio IS NULL OR all_good_ratio <= any_good_ratio",
                            "all are good no longer than one is"))
            .withPartitions(AgreementScope.PERIOD_START);

    private static final String IS_VALUE = "is_value";

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(AgreementScope.NAME, SlaCompliance.NAME, ObjectiveTimeline.NAME, AgreementTable.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.byPeriod();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Column wanted = parameters.wanted(AgreementScope.PERIOD_START.col());
        Dataset<Row> agreements = inputs.table(AgreementTable.NAME);
        Dataset<Row> scopes = inputs.table(AgreementScope.NAME);
        Dataset<Row> periods = Underpinning.withUndertakings(slas(scopes.where(wanted), agreements), agreements);
        Dataset<Row> links = withPromises(Underpinning.links(periods), scopes);
        Dataset<Row> verdicts = inputs.table(SlaCompliance.NAME)
                .where(wanted)
                .select(Columns.of(AgreementScope.KEY, SlaCompliance.ATTAINED_NET.col()));
        return judged(withDeclared(periods)
                        .join(chains(links), Names.of(AgreementScope.KEY), "left")
                        .join(
                                together(periods, links, inputs.table(ObjectiveTimeline.NAME)),
                                Names.of(AgreementScope.KEY),
                                "left")
                        .join(verdicts, Names.of(AgreementScope.KEY), "left"))
                .select(CONTRACT.columns());
    }

    private static Dataset<Row> slas(Dataset<Row> scopes, Dataset<Row> agreements) {
        Dataset<Row> slas = agreements
                .where(AgreementTable.TYPE.col().equalTo("SLA"))
                .select(AgreementTable.AGREEMENT_ID.col())
                .distinct();
        return scopes.join(slas, Names.of(AgreementScope.AGREEMENT_ID), "left_semi")
                .withColumn(IS_VALUE, isValue());
    }

    private static Column isValue() {
        return AgreementScope.MEASURE.col().equalTo("value");
    }

    /** Links with what the agreement that they lead to promises of the same kind while the link is in force. */
    private static Dataset<Row> withPromises(Dataset<Row> links, Dataset<Row> scopes) {
        Dataset<Row> promises = scopes.select(
                AgreementScope.AGREEMENT_ID.col().as("promised_by"),
                AgreementScope.OBJECTIVE_ID.col().as("promised_objective"),
                AgreementScope.TARGET.col().as("promised_target"),
                isValue().as("promised_is_value"),
                unix_seconds(AgreementScope.PERIOD_FROM_AT.col()).as("promised_from"),
                unix_seconds(AgreementScope.PERIOD_TO_AT.col()).as("promised_to"));
        Column comparable = col("below.agreement_id")
                .equalTo(col("promised_by"))
                .and(col(IS_VALUE).equalTo(col("promised_is_value")))
                .and(col("promised_from").lt(col("to_second")))
                .and(col("promised_to").gt(col("from_second")));
        Column[] link = {col("position"), col("path"), col("depth"), col("below")};
        Column[] promise = {col("position"), col("path"), col("depth"), col("below"), col("promised_objective")};
        return links.join(promises, comparable, "left")
                .groupBy(Columns.of(AgreementScope.KEY, promise))
                .agg(min("promised_target").as("promised_target"))
                .groupBy(Columns.of(AgreementScope.KEY, link))
                .agg(array_sort(collect_list(when(
                                col("promised_objective").isNotNull(),
                                struct(
                                        col("promised_objective").as("objective_id"),
                                        col("promised_target").as("target")))))
                        .as("promises"));
    }

    private static Dataset<Row> chains(Dataset<Row> links) {
        Column link = struct(
                col("position"),
                concat_ws(" -> ", col("path")).as("path"),
                col("depth"),
                col("below.agreement_id").as("agreement_id"),
                col("below.type").as("type"),
                col("below.provider").as("provider"),
                col("promises"));
        Column promised = transform(
                col("promises"),
                promise -> struct(
                        col("below.agreement_id").as("agreement_id"),
                        promise.getField("objective_id").as("objective_id"),
                        promise.getField("target").as("target")));
        return links.groupBy(Columns.of(AgreementScope.KEY))
                .agg(
                        array_sort(collect_list(link)).as(LINKS.name()),
                        max(col("depth")).as(CHAIN_DEPTH.name()),
                        collect_list(col("path")).as("paths"),
                        flatten(collect_list(promised)).as("promised"));
    }

    /** What the versions of the chain's agreements declare besides the links that are followed. */
    private static Dataset<Row> withDeclared(Dataset<Row> periods) {
        Column declared = ChainLinks.unfollowed(
                AgreementScope.AGREEMENT_ID.col(),
                AgreementScope.PERIOD_FROM_AT.col(),
                AgreementScope.PERIOD_TO_AT.col(),
                col(Underpinning.UNDERTAKINGS));
        return periods.withColumn("unfollowed", declared)
                .withColumn(MISSING_LINKS.name(), col("unfollowed.missing"))
                .withColumn(CYCLES.name(), col("unfollowed.cycles"));
    }

    /** What the comparable objectives below attained at the same time within the SLA's scope. */
    private static Dataset<Row> together(Dataset<Row> periods, Dataset<Row> links, Dataset<Row> timelines) {
        Dataset<Row> members = links.select(col("*"), explode(col("promises")).as("promise"))
                .withColumn("member", col("promise.objective_id"))
                .select(Columns.of(AgreementScope.KEY, col("member")))
                .distinct();
        Dataset<Row> scopes = periods.select(Columns.of(
                AgreementScope.KEY,
                AgreementScope.PERIOD_FROM_AT.col(),
                AgreementScope.PERIOD_TO_AT.col(),
                AgreementScope.SEGMENTS.col()));
        Dataset<Row> seen = timelines.select(
                ObjectiveTimeline.OBJECTIVE_ID.col().as("seen_objective"),
                ObjectiveTimeline.DAY.col(),
                ObjectiveTimeline.GOOD.col(),
                ObjectiveTimeline.BAD.col());
        Column sameDays = col("member")
                .equalTo(col("seen_objective"))
                .and(ObjectiveTimeline.DAY.col().geq(date_sub(to_date(AgreementScope.PERIOD_FROM_AT.col()), 1)))
                .and(ObjectiveTimeline.DAY.col().leq(to_date(AgreementScope.PERIOD_TO_AT.col())));
        Dataset<Row> asked = members.join(scopes, Names.of(AgreementScope.KEY), "inner");
        Dataset<Row> observed = asked.drop(AgreementScope.SEGMENTS.name())
                .join(seen, sameDays, "left")
                .groupBy(Columns.of(AgreementScope.KEY, col("member")))
                .agg(
                        flatten(collect_list(ObjectiveTimeline.GOOD.col())).as("good"),
                        flatten(collect_list(ObjectiveTimeline.BAD.col())).as("bad"))
                .groupBy(Columns.of(AgreementScope.KEY))
                .agg(collect_list(struct(col("good"), col("bad"))).as("members"));
        Column scope = transform(
                AgreementScope.SEGMENTS.col(),
                segment -> struct(
                        segment.getField("from_at").as("from_at"),
                        segment.getField("to_at").as("to_at")));
        return scopes.join(observed, Names.of(AgreementScope.KEY), "inner")
                .withColumn("seen", SeenTogether.of(struct(scope.as("scope"), col("members"))))
                .select(Columns.of(AgreementScope.KEY, col("seen")));
    }

    private static Dataset<Row> judged(Dataset<Row> chains) {
        Column support = ChainSupport.of(struct(
                AgreementScope.AGREEMENT_ID.col(),
                AgreementScope.TARGET.col(),
                coalesce(col("paths"), expr("array()")).as("paths"),
                coalesce(col("promised"), expr("array()")).as("promised")));
        Column isBroken = size(MISSING_LINKS.col()).gt(0).or(size(CYCLES.col()).gt(0));
        return chains.withColumn("supported", support)
                .withColumn(POSSIBLE_RATIO.name(), col("supported.possible"))
                .withColumn(CHAIN_DEPTH.name(), coalesce(CHAIN_DEPTH.col(), lit(0)))
                .withColumn(LINKS.name(), coalesce(LINKS.col(), expr("array()")))
                .withColumn(
                        SUPPORT.name(),
                        when(col("supported.is_supported").equalTo(false), "UNSUPPORTED")
                                .when(isBroken, "BROKEN")
                                .when(CHAIN_DEPTH.col().equalTo(0), "NO_CHAIN")
                                .when(col("supported.is_supported").isNull(), "NOT_COMPARABLE")
                                .otherwise("SUPPORTED"))
                .withColumn(INDEPENDENT_RATIO.name(), col("seen.independent_all_ratio"))
                .withColumn(ALL_GOOD_RATIO.name(), share("all_good_seconds", "all_known_seconds"))
                .withColumn(ANY_GOOD_RATIO.name(), share("any_good_seconds", "any_known_seconds"))
                .withColumn(KNOWN_SECONDS.name(), col("seen.all_known_seconds"));
    }

    private static Column share(String good, String known) {
        Column seconds = col("seen").getField(known).cast(DoubleType);
        return when(seconds.gt(0), col("seen").getField(good).cast(DoubleType).divide(seconds));
    }
}
