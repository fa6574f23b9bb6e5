package io.plimsoll.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.bridge.Histograms;
import io.plimsoll.contract.Conform;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Table;
import io.plimsoll.lake.Lake;
import io.plimsoll.testing.LocalSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SliRollupTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Parameters ALL = new Parameters(DAY.plusDays(9), ZoneOffset.UTC, Optional.empty());

    private final SparkSession session = LocalSpark.session();

    @Test
    void hourOfCountsHasNoFiguresOfValues() {
        Row hour = hours(rows(counts("login", "10:00", 9, 10), counts("login", "10:59", 5, 5)))
                .first();

        assertThat(hour.<Instant>getAs("hour_at")).isEqualTo(at("10:00"));
        assertThat(hour.<LocalDate>getAs("day")).isEqualTo(DAY);
        assertThat(figures(hour, "good", "total", "bad_slots", "slots")).containsExactly(14L, 15L, 1L, 2L);
        assertThat(figures(hour, "value_count", "value_sum", "value_min", "value_max", "value_histogram"))
                .containsOnlyNulls();
    }

    @Test
    void hourOfValuesHasNoFiguresOfCounts() {
        Row hour = hours(rows(value("latency", "10:00", 0.2), value("latency", "10:01", 0.1)))
                .first();

        assertThat(figures(hour, "good", "total", "bad_slots")).containsOnlyNulls();
        assertThat(figures(hour, "slots", "value_count", "value_min", "value_max"))
                .containsExactly(2L, 2L, 0.1, 0.2);
        assertThat(hour.<Double>getAs("value_sum")).isEqualTo(0.30000000000000004);
    }

    @Test
    void slotBelongsToTheHourAndToolInWhichItStarts() {
        Dataset<Row> hours = hours(rows(
                counts("login", "10:59", 1, 1),
                counts("login", "11:00", 2, 2),
                slot("login", "other", "11:00", 4L, 4L, null)));

        assertThat(hours.orderBy("hour_at", "tool").select("good").collectAsList())
                .containsExactly(RowFactory.create(1L), RowFactory.create(4L), RowFactory.create(2L));
    }

    @Test
    void dayQuantilesAreWithinOnePercentAndInsideTheRange() {
        List<Row> slots = new ArrayList<>();
        for (int minute = 0; minute < 600; minute++) {
            slots.add(value("latency", "%02d:%02d".formatted(minute / 60, minute % 60), minute + 1));
        }
        Row day = days(hours(rows(slots))).first();

        assertThat(day.<Double>getAs("value_p50")).isCloseTo(300, within(3.0));
        assertThat(day.<Double>getAs("value_p90")).isCloseTo(540, within(5.4));
        assertThat(day.<Double>getAs("value_p95")).isCloseTo(570, within(5.7));
        assertThat(day.<Double>getAs("value_p99")).isCloseTo(594, within(5.94));
        assertThat(figures(day, "value_sum", "value_min", "value_max")).containsExactly(180_300.0, 1.0, 600.0);
    }

    @Test
    void dayOfOneValueHasThatValueAsEveryQuantile() {
        Row day = days(hours(rows(value("latency", "10:00", 0.123)))).first();

        assertThat(figures(day, "value_p50", "value_p90", "value_p95", "value_p99"))
                .containsOnly(0.123);
    }

    @Test
    void dayOfCountsHasNoQuantile() {
        Row day = days(hours(rows(counts("login", "10:00", 9, 10)))).first();

        assertThat(figures(day, "value_p50", "value_p90", "value_p95", "value_p99"))
                .containsOnlyNulls();
    }

    @Test
    void shuffledSlotsInManyTasksGiveTheSameRollup() {
        List<Row> slots = randomSlots(4000);
        Dataset<Row> sorted = hours(rows(slots).coalesce(1).sortWithinPartitions("sli_id", "tool", "measured_at"));
        Collections.shuffle(slots, new Random(7));
        Dataset<Row> shuffled = hours(rows(slots).repartition(5));

        assertThat(text(shuffled)).isEqualTo(text(sorted));
        assertThat(text(days(shuffled.repartition(3)))).isEqualTo(text(days(sorted)));
    }

    @Test
    void filesOfASplitDayGiveTheSameRollupAsOne(@TempDir Path folder) {
        Lake lake = new Lake(session, folder.toString());
        var contract = new SliSample().contract();
        Dataset<Row> slots = rows(randomSlots(4000));
        lake.replaceAll(contract, slots.repartition(3));

        assertThat(lake.read(contract).inputFiles()).hasSizeGreaterThan(2);
        assertThat(text(hours(lake.read(contract)))).isEqualTo(text(hours(slots)));
    }

    @Test
    void redeliveredSlotsGiveTheSameRollupAsOneDelivery() {
        Dataset<Row> once = delivered(rows(randomSlots(2000)), "batch-1");
        Dataset<Row> again = delivered(rows(randomSlots(700)), "batch-2");

        assertThat(text(hours(built(new SliSample(), once.union(again), ALL))))
                .isEqualTo(text(hours(built(new SliSample(), once, ALL))));
    }

    @Test
    void sumsEqualAPlainGroupBy() {
        Dataset<Row> slots = rows(randomSlots(4000));
        String plain =
                "sli_id, tool, date_trunc('HOUR', measured_at) AS hour_at, sum(good) AS good, sum(total) AS total,"
                        + " IF(count(good) > 0, count_if(good < total), NULL) AS bad_slots, count(*) AS slots,"
                        + " nullif(count(value), 0) AS value_count, min(value) AS value_min, max(value) AS value_max";
        slots.createOrReplaceTempView("plain_slots");
        Dataset<Row> expected = session.sql(
                "SELECT " + plain + " FROM plain_slots GROUP BY sli_id, tool, date_trunc('HOUR', measured_at)");

        assertThat(text(hours(slots).select(columns(expected)))).isEqualTo(text(expected));
    }

    @Test
    void onlyWantedDaysAreBuilt() {
        Dataset<Row> slots = rows(randomSlots(4000));
        LocalDate second = DAY.plusDays(1);
        Parameters wanted = new Parameters(ALL.asOf(), ALL.zone(), Optional.of(new TreeSet<>(List.of(second))));
        Dataset<Row> hours = built(new SliHour(), slots, wanted);

        assertThat(hours.select("day").distinct().collectAsList()).containsExactly(RowFactory.create(second));
        assertThat(text(built(new SliDay(), hours(slots), wanted))).isEqualTo(text(days(hours)));
    }

    @Test
    void noSlotsGiveNoRows() {
        assertThat(days(hours(rows())).count()).isZero();
    }

    @Test
    void mergedHistogramsAnswerAnyWindow() {
        Dataset<Row> days = days(hours(rows(randomSlots(4000))));
        Dataset<Row> whole = days.groupBy("sli_id")
                .agg(Histograms.merge(col("value_histogram")).as("histogram"))
                .where("histogram IS NOT NULL")
                .select(Histograms.count(col("histogram")), Histograms.quantile(col("histogram"), lit(1.0)));
        Row values = days.selectExpr("sum(value_count)", "max(value_max)").first();

        assertThat(whole.first().getLong(0)).isEqualTo(values.getLong(0));
        assertThat(whole.first().getDouble(1)).isCloseTo(values.getDouble(1), within(values.getDouble(1) / 100));
    }

    @Test
    void histogramFunctionsAreKnownToSql() {
        Histograms.register(session);
        days(hours(rows(value("latency", "10:00", 2), value("latency", "11:00", 4))))
                .createOrReplaceTempView("some_days");
        Row row = session.sql("SELECT histogram_count(histogram_merge(value_histogram)),"
                        + " histogram_quantile(histogram_merge(value_histogram), 0.5D),"
                        + " histogram_merge(CAST(NULL AS BINARY)) FROM some_days")
                .first();

        assertThat(row.getLong(0)).isEqualTo(2);
        assertThat(row.getDouble(1)).isCloseTo(2, within(0.02));
        assertThat(row.isNullAt(2)).isTrue();
    }

    private Dataset<Row> hours(Dataset<Row> slots) {
        return built(new SliHour(), slots, ALL);
    }

    private Dataset<Row> days(Dataset<Row> hours) {
        return built(new SliDay(), hours, ALL);
    }

    private static Dataset<Row> built(Table table, Dataset<Row> input, Parameters parameters) {
        Inputs inputs = name -> {
            assertThat(table.inputs()).contains(name);
            return input;
        };
        return Conform.to(table.contract(), table.build(inputs, parameters));
    }

    private Dataset<Row> rows(Row... slots) {
        return rows(List.of(slots));
    }

    private Dataset<Row> rows(List<Row> slots) {
        return session.createDataFrame(slots, new SliSample().contract().schema());
    }

    private static Dataset<Row> delivered(Dataset<Row> slots, String batch) {
        return slots.withColumn("updated_at", lit(null).cast("timestamp"))
                .withColumn("batch_id", lit(batch))
                .withColumn("path", lit("file.csv"))
                .withColumn("row_number", monotonically_increasing_id());
    }

    /** Three days of an indicator of counts, of one of values over many magnitudes, and of a tool that delivers both. */
    private static List<Row> randomSlots(int size) {
        Random random = new Random(42);
        List<Row> slots = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String time = "%02d:%02d".formatted(i / 60 % 24, i % 60);
            int day = i / 1440;
            long total = random.nextInt(100);
            Long good = Math.max(0, total - random.nextInt(3));
            Double value = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10);
            slots.add(slot("login", "probe", day, time, good, total, null));
            slots.add(slot("latency", "probe", day, time, null, null, value));
            slots.add(slot("latency", "robot", day, time, good, total, value));
        }
        return slots;
    }

    private static Row counts(String sliId, String time, long good, long total) {
        return slot(sliId, "probe", time, good, total, null);
    }

    private static Row value(String sliId, String time, double value) {
        return slot(sliId, "probe", time, null, null, value);
    }

    private static Row slot(
            String sliId, String tool, String time, @Nullable Long good, @Nullable Long total, @Nullable Double value) {
        return slot(sliId, tool, 0, time, good, total, value);
    }

    private static Row slot(
            String sliId,
            String tool,
            int day,
            String time,
            @Nullable Long good,
            @Nullable Long total,
            @Nullable Double value) {
        LocalDate date = DAY.plusDays(day);
        return RowFactory.create(
                sliId, tool, Instant.parse(date + "T" + time + ":00Z"), 60, good, total, value, null, date);
    }

    private static Instant at(String time) {
        return Instant.parse(DAY + "T" + time + ":00Z");
    }

    private static List<@Nullable Object> figures(Row row, String... names) {
        List<@Nullable Object> figures = new ArrayList<>();
        for (String name : names) {
            figures.add(row.getAs(name));
        }
        return figures;
    }

    private static Column[] columns(Dataset<Row> like) {
        return Arrays.stream(like.columns()).map(name -> col(name)).toArray(Column[]::new);
    }

    /** Every row with its bytes in hexadecimal, in a fixed order. */
    private static List<String> text(Dataset<Row> rows) {
        return rows.toJSON().collectAsList().stream().sorted().toList();
    }
}
