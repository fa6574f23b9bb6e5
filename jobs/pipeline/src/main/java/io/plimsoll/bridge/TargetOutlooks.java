package io.plimsoll.bridge;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;

import io.plimsoll.statistics.promise.AchievableTarget;
import io.plimsoll.statistics.promise.AttainedHours;
import io.plimsoll.statistics.promise.OutageHistory;
import io.plimsoll.statistics.promise.TargetOutlook;
import io.plimsoll.statistics.promise.TargetSearch;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What many objectives could promise, each from its own past ({@link AchievableTarget}). The result has the key columns and {@link #FIGURES}, a row an objective; null
 * without a whole month on record, or when no candidate will do.
 *
 * @param end the first UTC day that is not looked at
 */
public record TargetOutlooks(LocalDate end) implements Serializable {

    /** DOUBLE key column, not null: the target there is. */
    public static final String CURRENT = "current";

    /** DOUBLE key column: what the chain below supports; null without one. */
    public static final String CEILING = "ceiling";

    /** LONG: hours since 1970. */
    public static final String HOUR = "hour";

    /** DOUBLE columns: what was asked in the hour, and how much of it was bad. */
    public static final String BAD = "bad";

    public static final String TOTAL = "total";

    /** What is said of an objective. */
    public static final StructType FIGURES = new StructType()
            .add("periods_observed", IntegerType, false)
            .add("outages_observed", IntegerType, false)
            .add("recommended", DoubleType, true)
            .add("provable", DoubleType, true)
            .add("achievable_90", DoubleType, true)
            .add("achievable_95", DoubleType, true)
            .add("achievable_99", DoubleType, true)
            .add("p_meet_current", DoubleType, true)
            .add("p_meet_current_lo90", DoubleType, true)
            .add("p_meet_recommended", DoubleType, true)
            .add("p_meet_recommended_lo90", DoubleType, true);

    /** The steps in which targets are promised. */
    private static final double[] LADDER = {
        0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 0.993, 0.995, 0.997, 0.998, 0.999, 0.9993, 0.9995, 0.9997, 0.9998, 0.9999,
        0.99995, 0.99999
    };

    /**
     * The outlooks.
     *
     * @param points hours with the key, {@value #HOUR}, {@value #BAD} and {@value #TOTAL}; one a key and hour
     * @param key columns that name an objective, {@value #CURRENT} and {@value #CEILING} among them
     */
    public Dataset<Row> of(Dataset<Row> points, List<String> key) {
        StructType output = SeriesFanOut.keyed(points, key, FIGURES);
        List<String> names = List.copyOf(key);
        return SeriesFanOut.of(
                points,
                key,
                HOUR,
                List.of(BAD, TOTAL),
                output,
                series -> List.of(row(series, new NamedKey(series.key(), names))));
    }

    private Row row(Series series, NamedKey key) {
        long endHour = end.toEpochDay() * 24;
        OutageHistory history =
                AttainedHours.history(series.firstStep(), series.until(0, endHour), series.until(1, endHour), end);
        double current = key.number(CURRENT).orElseThrow();
        OptionalDouble ceiling = key.number(CEILING);
        List<Double> candidates = DoubleStream.concat(DoubleStream.of(LADDER), DoubleStream.of(current))
                .distinct()
                .boxed()
                .toList();
        TargetSearch search = TargetSearch.DEFAULT;
        List<TargetOutlook> outlooks =
                AchievableTarget.of(history, candidates, search).outlooks();
        Optional<TargetOutlook> recommended =
                strictest(outlooks, outlook -> outlook.achievable() && outlook.target() <= ceiling.orElse(1));
        Optional<TargetOutlook> there = strictest(outlooks, outlook -> outlook.target() == current);
        Cells cells = new Cells(series.key(), FIGURES.size());
        cells.add(history.periods());
        cells.add(history.totalOutages());
        cells.add(target(recommended));
        cells.add(target(strictest(outlooks, outlook -> outlook.lowerBound() >= search.lowerBound())));
        cells.add(target(strictest(outlooks, outlook -> outlook.meetProbability() >= 0.90)));
        cells.add(target(strictest(outlooks, outlook -> outlook.meetProbability() >= 0.95)));
        cells.add(target(strictest(outlooks, outlook -> outlook.meetProbability() >= 0.99)));
        addChance(cells, there);
        addChance(cells, recommended);
        return cells.row();
    }

    private static void addChance(Cells cells, Optional<TargetOutlook> outlook) {
        cells.add(outlook.map(TargetOutlook::meetProbability).orElse(null));
        cells.add(outlook.map(TargetOutlook::lowerBound).orElse(null));
    }

    private static Optional<TargetOutlook> strictest(List<TargetOutlook> outlooks, Predicate<TargetOutlook> which) {
        return outlooks.stream().filter(which).max(Comparator.comparingDouble(TargetOutlook::target));
    }

    private static @Nullable Double target(Optional<TargetOutlook> outlook) {
        return outlook.map(TargetOutlook::target).orElse(null);
    }
}
