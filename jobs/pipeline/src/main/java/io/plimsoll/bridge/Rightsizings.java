package io.plimsoll.bridge;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import io.plimsoll.statistics.capacity.Rightsizing;
import io.plimsoll.statistics.capacity.UsableCapacity;
import io.plimsoll.statistics.interval.Proportion;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What size the past use of many resources asks for, and how often such a size would have been exceeded. The result has the key columns and {@link #FIGURES}, a row a
 * series.
 *
 * @param end the first UTC day that is not looked at
 * @param quantile of the hours' highest samples that must fit, in (0, 1]
 * @param targetUtilisation share of the size that this quantile may take where none is declared, in (0, 1]
 */
public record Rightsizings(LocalDate end, double quantile, double targetUtilisation) implements Serializable {

    /** Hours without which nothing is recommended: two weeks. */
    public static final int FEWEST_HOURS = 14 * 24;

    /** What is said of a series; null where the capacity is not known or there are too few hours. */
    public static final StructType FIGURES = new StructType()
            .add("hours_observed", LongType, false)
            .add("wanted_capacity", DoubleType, true)
            .add("recommended_capacity", DoubleType, true)
            .add("exceeded_hours", LongType, true)
            .add("judged_hours", LongType, true);

    /** A size is recommended anew each week. */
    private static final int WEEK_HOURS = 7 * 24;

    /**
     * The sizes.
     *
     * @param points hours with the key and the columns of {@link CapacityColumns}; one a key and hour
     * @param key columns that name a series, those of {@link CapacityColumns} that declare the resource among them
     */
    public Dataset<Row> of(Dataset<Row> points, List<String> key) {
        StructType output = SeriesFanOut.keyed(points, key, FIGURES);
        List<String> names = List.copyOf(key);
        return SeriesFanOut.of(
                points,
                key,
                CapacityColumns.HOUR,
                List.of(CapacityColumns.USED_MEAN, CapacityColumns.USED_MAX),
                output,
                series -> List.of(row(series, new NamedKey(series.key(), names))));
    }

    private Row row(Series series, NamedKey key) {
        double[] peaks = ResourceUse.of(series, end.toEpochDay()).recentPeaks();
        ResourceTerms terms = ResourceTerms.of(key);
        OptionalDouble declared = key.number(CapacityColumns.TARGET_UTILISATION);
        Rightsizing rule = new Rightsizing(quantile, declared.orElse(targetUtilisation), FEWEST_HOURS);
        Optional<UsableCapacity> capacity = terms.capacity().filter(there -> there.usable() > 0);
        Optional<Double> wanted =
                rule.size(peaks).flatMap(size -> capacity.map(there -> there.recommendedRaw(size, 1)));
        Optional<Proportion> exceeded = wanted.map(size -> rule.exceeded(peaks, WEEK_HOURS));
        Cells cells = new Cells(series.key(), FIGURES.size());
        cells.add(hours(peaks));
        cells.add(orNull(wanted));
        cells.add(orNull(wanted.flatMap(size -> capacity.map(there -> there.orderable(size, terms.orderStep())))));
        cells.add(orNull(exceeded.map(Proportion::hits)));
        cells.add(orNull(exceeded.map(Proportion::trials)));
        return cells.row();
    }

    private static long hours(double[] peaks) {
        long hours = 0;
        for (double peak : peaks) {
            hours += Double.isNaN(peak) ? 0 : 1;
        }
        return hours;
    }

    private static @Nullable Object orNull(Optional<?> value) {
        return value.orElse(null);
    }
}
