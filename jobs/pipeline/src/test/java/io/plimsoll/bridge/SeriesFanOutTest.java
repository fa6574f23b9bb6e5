package io.plimsoll.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.testing.LocalSpark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeriesFanOutTest {

    private static final StructType POINTS = new StructType()
            .add("name", DataTypes.StringType)
            .add("step", DataTypes.LongType)
            .add("value", DataTypes.DoubleType);

    private static final StructType SEEN =
            new StructType().add("name", DataTypes.StringType).add("seen", DataTypes.StringType);

    private static final SeriesFunction SHOW = series -> List.of(RowFactory.create(
            series.key().getString(0), series.firstStep() + " " + Arrays.toString(series.until(0, series.endStep()))));

    @Test
    void eachSeriesIsSeenOnceAndWholeWithItsGaps() {
        assertThat(seen(points(), 2)).containsExactly("a 3 [1.0, NaN, 2.0]", "b 7 [NaN]");
    }

    @Test
    void orderAndPartitionsOfThePointsChangeNothing() {
        List<Row> shuffled = new ArrayList<>(points());
        Collections.shuffle(shuffled, new Random(7));

        assertThat(seen(shuffled, 5)).isEqualTo(seen(points(), 1));
    }

    @Test
    void twoPointsAtOneStepAreNamed() {
        Iterator<Row> twice = List.of(point("a", 3, 1.0), point("a", 3, 2.0)).iterator();
        SeriesRows rows = new SeriesRows(twice, 1, 1, 10, SHOW);

        assertThatThrownBy(rows::hasNext)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("series [a] has two points at step 3");
    }

    @Test
    void ofALongSeriesTheLastStepsAreHeld() {
        List<Row> points = new ArrayList<>();
        for (int step = 0; step < 5_000; step++) {
            points.add(point("a", step, (double) step));
        }
        points.add(point("b", 1_000_000_000_000L, 8.0));

        SeriesRows rows = new SeriesRows(points.iterator(), 1, 1, 3, SHOW);

        assertThat(rows.next().getString(1)).isEqualTo("4997 [4997.0, 4998.0, 4999.0]");
        assertThat(rows.next().getString(1)).isEqualTo("1000000000000 [8.0]");
        assertThat(rows.hasNext()).isFalse();
    }

    @Test
    void aSeriesEndsWhereItIsWanted() {
        Series series = new Series(RowFactory.create("a"), 10, new double[][] {{1, 2, 3}});

        assertThat(series.until(0, 15)).containsExactly(1, 2, 3, Double.NaN, Double.NaN);
        assertThat(series.until(0, 12)).containsExactly(1, 2);
        assertThat(series.until(0, 9)).isEmpty();
    }

    private static List<Row> points() {
        return List.of(point("a", 5, 2.0), point("b", 7, null), point("a", 3, 1.0));
    }

    private static Row point(String name, long step, @Nullable Double value) {
        return RowFactory.create(name, step, value);
    }

    private static List<String> seen(List<Row> points, int partitions) {
        return SeriesFanOut.of(
                        LocalSpark.session().createDataFrame(points, POINTS).repartition(partitions),
                        List.of("name"),
                        "step",
                        List.of("value"),
                        SEEN,
                        SHOW)
                .collectAsList()
                .stream()
                .map(row -> row.getString(0) + " " + row.getString(1))
                .sorted()
                .toList();
    }
}
