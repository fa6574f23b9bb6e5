package io.plimsoll.gold.vendors;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.bridge.Changes;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.objectives.AgreementScope;
import io.plimsoll.gold.objectives.SlaCompliance;
import io.plimsoll.gold.objectives.SlaCredit;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.OrganisationTable;
import io.plimsoll.silver.catalogue.ScorecardSettingTable;
import io.plimsoll.statistics.scorecard.Dimension;
import io.plimsoll.statistics.scorecard.Scorecard;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import scala.collection.immutable.Seq;

/**
 * One row a vendor, quarter and run's date: how it stands among the vendors of the quarter, how sure that is, and what credit is
 * owed. The score is the weighted mean of the dimensions ({@link Scorecard}); a vendor of whom little is on record has a wide
 * interval, not a bad score. What each dimension stands on is in {@code gold.vendor_scorecard_detail}.
 */
public final class VendorScorecard implements Table {

    public static final String NAME = "gold.vendor_scorecard";

    public static final Field SCORE =
            Field.required("score", DoubleType, "ratio", "weighted mean of the dimensions' scores, in [0,1]");
    public static final Field SCORE_CHANGE = Field.optional(
            "score_change",
            DoubleType,
            "ratio",
            "score less that of the quarter before; null for the first quarter of the snapshot");
    public static final Field SCORE_CHANGE_LO95 = Field.optional(
            "score_change_lo95", DoubleType, "ratio", "lower end of its 95 % interval; null like score_change");
    public static final Field SCORE_CHANGE_HI95 = Field.optional(
            "score_change_hi95", DoubleType, "ratio", "upper end of its 95 % interval; null like score_change");
    public static final Field MOVEMENT = Field.optional(
            "movement",
            StringType,
            "UP or DOWN when that interval excludes 0, else WITHIN_CHANCE; null like score_change");
    public static final Field RANK = Field.required(
            "rank",
            IntegerType,
            "1 is best: one more than the vendors that are better with a probability of at least 0.8");
    public static final Field RANK_LO =
            Field.required("rank_lo", IntegerType, "best rank of the central 95 % interval");
    public static final Field RANK_HI =
            Field.required("rank_hi", IntegerType, "worst rank of the central 95 % interval");
    public static final Field TIED_WITH = Field.required(
            "tied_with",
            createArrayType(StringType, false),
            "vendors from which it is not told apart: neither is better with a probability of at least 0.8");
    public static final Field RANK_STABILITY = Field.required(
            "rank_stability",
            DoubleType,
            "ratio",
            "share of the variations, each weight alone halved and made half as large again, that keep its place by score");
    public static final Field DIMENSIONS_ON_RECORD = Field.required(
            "dimensions_on_record",
            createArrayType(StringType, false),
            "dimensions in which something of its own is on record, sorted; the others stand on its class's");
    public static final Field CREDITS_DUE = Field.optional(
            "credits_due",
            createDecimalType(28, 4),
            "see credit_currency",
            "what it owes for the quarter's closed periods; null when charges are not known, or with several currencies");
    public static final Field CREDITS_CLAIMED = Field.optional(
            "credits_claimed",
            createDecimalType(28, 4),
            "see credit_currency",
            "what of it was claimed; null when no source delivers claims, or with several currencies");
    public static final Field CREDIT_CURRENCY = Field.optional(
            "credit_currency", StringType, "ISO 4217; null where no bill names its services, or with several");
    public static final Field MEASURED_AVAILABILITY = Field.optional(
            "measured_availability",
            DoubleType,
            "ratio",
            "good over total of the periods that it reported on and that were measured; null without, or with units that cannot be added");
    public static final Field REPORTED_AVAILABILITY = Field.optional(
            "reported_availability",
            DoubleType,
            "ratio",
            "what it reports of the same periods, weighted by the same totals; null like measured_availability");

    private static final List<Field> SCORES =
            Arrays.stream(Dimension.values()).map(VendorScorecard::score).toList();

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a vendor, quarter and run's date: score, rank, how sure they are, credit owed")
            .withFields(
                    VendorScorecardDetail.VENDOR_ID,
                    VendorScorecardDetail.QUARTER_START,
                    VendorScorecardDetail.QUARTER_END,
                    VendorScorecardDetail.IS_CLOSED,
                    SCORE,
                    VendorScorecardDetail.SCORE_LO,
                    VendorScorecardDetail.SCORE_HI,
                    SCORE_CHANGE,
                    SCORE_CHANGE_LO95,
                    SCORE_CHANGE_HI95,
                    MOVEMENT,
                    RANK,
                    RANK_LO,
                    RANK_HI,
                    TIED_WITH,
                    RANK_STABILITY)
            .withFields(SCORES)
            .withFields(
                    DIMENSIONS_ON_RECORD,
                    CREDITS_DUE,
                    CREDITS_CLAIMED,
                    CREDIT_CURRENCY,
                    MEASURED_AVAILABILITY,
                    REPORTED_AVAILABILITY,
                    AgreementScope.AS_OF)
            .withKey(VendorScorecardDetail.VENDOR_ID, VendorScorecardDetail.QUARTER_START, AgreementScope.AS_OF)
            .withChecks(
                    new Check("score_is_ratio", "score BETWEEN 0 AND 1", "a score lies in [0,1]"),
                    new Check("ranks_in_order", "rank_lo <= rank_hi", "the ranks' ends are in order"),
                    new Check(
                            "stability_is_ratio",
                            "rank_stability BETWEEN 0 AND 1",
                            "stability is a share of the variations"))
            .withPartitions(AgreementScope.AS_OF);

    private static final DataType WEIGHTED = createDecimalType(38, 12);

    private static Field score(Dimension dimension) {
        return Field.optional(
                dimension.word() + "_score",
                DoubleType,
                "ratio",
                "score of the dimension " + dimension.word() + "; null when nothing of its own is on record");
    }

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(
                VendorScorecardDetail.NAME,
                OrganisationTable.VENDOR.contract().name(),
                AgreementTable.NAME,
                ScorecardSettingTable.NAME,
                AgreementScope.NAME,
                SlaCompliance.NAME,
                SlaCredit.NAME,
                VendorReports.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.asOf();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> detail = inputs.table(VendorScorecardDetail.NAME)
                .where(AgreementScope.AS_OF.col().equalTo(lit(parameters.asOf())));
        Dataset<Row> cards = VendorScorecardDetail.scorecards(detail, inputs.table(ScorecardSettingTable.NAME))
                .select(VendorScorecardDetail.QUARTER_START.col(), col("card.*"))
                .withColumn(TIED_WITH.name(), array_sort(TIED_WITH.col()));
        return withMovement(cards)
                .join(dimensions(detail), key(), "inner")
                .join(credits(inputs), key(), "left")
                .join(availability(new VendorReports(inputs, parameters)), key(), "left")
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    private static Dataset<Row> withMovement(Dataset<Row> cards) {
        Dataset<Row> before = cards.select(
                VendorScorecardDetail.VENDOR_ID.col(),
                add_months(VendorScorecardDetail.QUARTER_START.col(), 3).as(VendorScorecardDetail.QUARTER_START.name()),
                SCORE.col().as("before"),
                VendorScorecardDetail.SCORE_LO.col().as("before_lo"),
                VendorScorecardDetail.SCORE_HI.col().as("before_hi"));
        Column change = Changes.of(
                col("before"),
                col("before_lo"),
                col("before_hi"),
                SCORE.col(),
                VendorScorecardDetail.SCORE_LO.col(),
                VendorScorecardDetail.SCORE_HI.col());
        return cards.join(before, key(), "left")
                .withColumn("change", when(col("before").isNotNull(), change))
                .withColumn(SCORE_CHANGE.name(), col("change.amount"))
                .withColumn(SCORE_CHANGE_LO95.name(), col("change.lo"))
                .withColumn(SCORE_CHANGE_HI95.name(), col("change.hi"))
                .withColumn(MOVEMENT.name(), col("change.movement"));
    }

    private static Seq<String> key() {
        return Names.of(VendorScorecardDetail.VENDOR_ID, VendorScorecardDetail.QUARTER_START);
    }

    /** The dimensions' scores side by side, where the vendor has a record of its own. */
    private static Dataset<Row> dimensions(Dataset<Row> detail) {
        Column isOnRecord = VendorScorecardDetail.OWN_WEIGHT.col().gt(0);
        Column own = when(isOnRecord, VendorScorecardDetail.SCORE.col());
        Dataset<Row> sideBySide = detail.groupBy(
                        VendorScorecardDetail.VENDOR_ID.col(), VendorScorecardDetail.QUARTER_START.col())
                .agg(
                        max(VendorScorecardDetail.QUARTER_END.col()).as(VendorScorecardDetail.QUARTER_END.name()),
                        max(VendorScorecardDetail.IS_CLOSED.col()).as(VendorScorecardDetail.IS_CLOSED.name()),
                        array_sort(array_compact(collect_list(when(isOnRecord, VendorScorecardDetail.DIMENSION.col()))))
                                .as(DIMENSIONS_ON_RECORD.name()),
                        map_from_entries(collect_list(struct(VendorScorecardDetail.DIMENSION.col(), own)))
                                .as("scores"));
        Dataset<Row> scored = sideBySide;
        for (Dimension dimension : Dimension.values()) {
            scored = scored.withColumn(score(dimension).name(), try_element_at(col("scores"), lit(dimension.word())));
        }
        return scored.drop("scores");
    }

    private static Dataset<Row> credits(Inputs inputs) {
        Column areKnown = count_distinct(SlaCredit.CURRENCY.col())
                .leq(1)
                .and(max(SlaCredit.DUE.col().isNull()).equalTo(false));
        Column isOneCurrency = count_distinct(SlaCredit.CURRENCY.col()).leq(1);
        return inputs.table(SlaCredit.NAME)
                .join(VendorPromises.agreements(inputs), Names.of(AgreementScope.AGREEMENT_ID), "inner")
                .withColumn(VendorPromises.QUARTER, VendorPromises.quarterOf(AgreementScope.PERIOD_END.col()))
                .groupBy(VendorScorecardDetail.VENDOR_ID.col(), VendorScorecardDetail.QUARTER_START.col())
                .agg(
                        when(areKnown, sum(SlaCredit.DUE.col()))
                                .cast(CREDITS_DUE.type())
                                .as(CREDITS_DUE.name()),
                        when(isOneCurrency, sum(SlaCredit.CLAIMED.col()))
                                .cast(CREDITS_CLAIMED.type())
                                .as(CREDITS_CLAIMED.name()),
                        when(isOneCurrency, max(SlaCredit.CURRENCY.col())).as(CREDIT_CURRENCY.name()));
    }

    /** Sums first: good over total, and what was reported weighted by the same totals. */
    private static Dataset<Row> availability(VendorReports reports) {
        Column total = col("total").cast(createDecimalType(28, 9));
        Column claimed = col("reported_availability").multiply(total).cast(WEIGHTED);
        Column adds = count_distinct(col("method")).equalTo(1).and(sum("total").gt(0));
        return reports.measured()
                .groupBy(VendorScorecardDetail.VENDOR_ID.col(), VendorScorecardDetail.QUARTER_START.col())
                .agg(
                        when(
                                        adds,
                                        sum("good")
                                                .cast(DoubleType)
                                                .divide(sum("total").cast(DoubleType)))
                                .as(MEASURED_AVAILABILITY.name()),
                        when(
                                        adds,
                                        sum(claimed)
                                                .cast(DoubleType)
                                                .divide(sum("total").cast(DoubleType)))
                                .as(REPORTED_AVAILABILITY.name()));
    }
}
