package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import io.plimsoll.statistics.interval.Proportion;
import io.plimsoll.statistics.rate.EventRate;
import io.plimsoll.statistics.scorecard.Dimension;
import io.plimsoll.statistics.scorecard.DimensionScore;
import io.plimsoll.statistics.scorecard.Scorecard;
import io.plimsoll.statistics.scorecard.Scoring;
import io.plimsoll.statistics.scorecard.VendorRecord;
import io.plimsoll.statistics.scorecard.VendorRecord.UnitCost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** What is on record of vendors, by dimension, to their scorecards; see {@link Scoring}. */
public final class VendorScores {

    private static final ArrayType DIMENSIONS = DataTypes.createArrayType(
            new StructType()
                    .add("dimension", DataTypes.StringType, false)
                    .add("score", DataTypes.DoubleType, false)
                    .add("score_lo", DataTypes.DoubleType, false)
                    .add("score_hi", DataTypes.DoubleType, false)
                    .add("own_weight", DataTypes.DoubleType, false),
            false);

    /** A vendor's scorecard. */
    public static final ArrayType SCORECARDS = DataTypes.createArrayType(
            new StructType()
                    .add("vendor_id", DataTypes.StringType, false)
                    .add("score", DataTypes.DoubleType, false)
                    .add("score_lo", DataTypes.DoubleType, false)
                    .add("score_hi", DataTypes.DoubleType, false)
                    .add("rank", DataTypes.IntegerType, false)
                    .add("rank_lo", DataTypes.IntegerType, false)
                    .add("rank_hi", DataTypes.IntegerType, false)
                    .add("tied_with", DataTypes.createArrayType(DataTypes.StringType, false), false)
                    .add("rank_stability", DataTypes.DoubleType, false)
                    .add("dimensions", DIMENSIONS, false),
            false);

    private static final UserDefinedFunction SCORECARDS_OF = udf(
            (UDF3<Seq<Row>, scala.collection.immutable.Map<String, Double>, Double, List<Row>>)
                    VendorScores::scorecards,
            SCORECARDS);

    private VendorScores() {}

    /**
     * Aggregates a group's evidence into the array that {@link #of} takes, in one order whatever the rows' order: a row a vendor and
     * dimension.
     *
     * @param numerator hits, repeats or cost; null for none
     * @param denominator trials, service-quarters or good units; null for none
     * @param unit kind of a cost; null where units differ
     * @param observed what each input shows; read of restorations, as seconds
     */
    public static Column evidence(
            Column vendor, Column dimension, Column numerator, Column denominator, Column unit, Column observed) {
        return array_sort(collect_list(struct(
                vendor.as("vendor"),
                dimension.as("dimension"),
                numerator.as("numerator"),
                denominator.as("denominator"),
                unit.as("unit"),
                observed.as("observed"))));
    }

    /**
     * The scorecards of all vendors of an array of evidence.
     *
     * @param weights map from a dimension's word to its weight
     * @param restoreWithinSeconds what a restoration may take
     */
    public static Column of(Column evidence, Column weights, Column restoreWithinSeconds) {
        return SCORECARDS_OF.apply(evidence, weights, restoreWithinSeconds);
    }

    private static List<Row> scorecards(
            Seq<Row> evidence, scala.collection.immutable.Map<String, Double> weights, Double restoreWithinSeconds) {
        Map<String, Map<String, Row>> vendors = new TreeMap<>();
        for (Row row : CollectionConverters.asJava(evidence)) {
            vendors.computeIfAbsent(row.getString(0), each -> new TreeMap<>()).put(row.getString(1), row);
        }
        List<String> names = List.copyOf(vendors.keySet());
        List<Scorecard> cards = new Scoring(weights(CollectionConverters.asJava(weights)), restoreWithinSeconds)
                .of(vendors.values().stream().map(VendorScores::vendor).toList());
        List<Row> rows = new ArrayList<>();
        for (int vendor = 0; vendor < names.size(); vendor++) {
            rows.add(row(names, names.get(vendor), cards.get(vendor)));
        }
        return rows;
    }

    private static Map<Dimension, Double> weights(Map<String, Double> words) {
        Map<Dimension, Double> weights = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            weights.put(dimension, words.getOrDefault(dimension.word(), 0.0));
        }
        return weights;
    }

    private static VendorRecord vendor(Map<String, Row> evidence) {
        return new VendorRecord(
                share(evidence, Dimension.ATTAINMENT),
                share(evidence, Dimension.TREND),
                restorations(evidence.get(Dimension.RESTORATION.word())),
                repeats(evidence.get(Dimension.RECURRENCE.word())),
                share(evidence, Dimension.PUNCTUALITY),
                share(evidence, Dimension.ACCURACY),
                share(evidence, Dimension.DISCLOSURE),
                share(evidence, Dimension.CREDITS),
                cost(evidence.get(Dimension.COST.word())));
    }

    private static Proportion share(Map<String, Row> evidence, Dimension dimension) {
        Row row = evidence.get(dimension.word());
        return row == null || row.isNullAt(3)
                ? new Proportion(0, 0)
                : new Proportion(Math.round(row.getDouble(2)), Math.round(row.getDouble(3)));
    }

    private static List<Double> restorations(@Nullable Row row) {
        return row == null ? List.of() : row.<Double>getList(5);
    }

    private static EventRate repeats(@Nullable Row row) {
        if (row == null || row.isNullAt(3)) {
            throw new IllegalArgumentException("a vendor without service days has no scorecard");
        }
        return new EventRate(Math.toIntExact(Math.round(row.getDouble(2))), row.getDouble(3));
    }

    private static Optional<UnitCost> cost(@Nullable Row row) {
        if (row == null || row.isNullAt(2) || row.isNullAt(3) || row.isNullAt(4)) {
            return Optional.empty();
        }
        double spent = row.getDouble(2);
        double units = row.getDouble(3);
        return spent > 0 && units > 0 ? Optional.of(new UnitCost(spent / units, row.getString(4))) : Optional.empty();
    }

    private static Row row(List<String> names, String name, Scorecard card) {
        return RowFactory.create(
                name,
                card.score(),
                card.interval().low(),
                card.interval().high(),
                card.rank(),
                (int) card.ranks().low(),
                (int) card.ranks().high(),
                card.tiedWith().stream().map(names::get).toList(),
                card.rankStability(),
                Arrays.stream(Dimension.values())
                        .map(dimension -> dimension(dimension, card.dimensions().get(dimension)))
                        .toList());
    }

    private static Row dimension(Dimension dimension, @Nullable DimensionScore score) {
        if (score == null) {
            throw new IllegalArgumentException(dimension.word() + " has no score");
        }
        return RowFactory.create(
                dimension.word(),
                score.score(),
                score.interval().low(),
                score.interval().high(),
                score.ownWeight());
    }
}
