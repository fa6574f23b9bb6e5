package io.plimsoll.benchmarks;

import io.plimsoll.lake.Lake;
import io.plimsoll.lake.Sessions;
import io.plimsoll.silver.SliSample;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;

/**
 * Measures, in one process and on the same Parquet files, the day rollup with quantiles of minute slots: {@code silver.sli_hour}
 * and {@code silver.sli_day} beside DuckDB. Slots that the folder already has are not made again.
 *
 * <p>Arguments: number of indicators, number of days, folder.
 */
public final class SliBenchmark {

    private static final int RUNS = 3;
    private static final String SUMS = "sli_id, tool, day, sum(good) AS good, sum(total) AS total,"
            + " count(*) FILTER (good < total) AS bad_slots, count(*) AS slots";
    private static final String VALUES =
            "count(value) AS value_count, sum(value) AS value_sum, min(value) AS value_min,"
                    + " max(value) AS value_max";
    private static final String EXACT = "quantile_cont(value, [0.5, 0.9, 0.95, 0.99]) AS quantiles";
    private static final String APPROXIMATE = "approx_quantile(value, [0.5, 0.9, 0.95, 0.99]) AS quantiles";

    private final MinuteSlots slots;
    private final Path folder;

    private SliBenchmark(MinuteSlots slots, Path folder) {
        this.slots = slots;
        this.folder = folder;
    }

    /** Runs the measurements and prints one line each. */
    public static void main(String[] args) throws SQLException {
        if (args.length != 3) {
            System.err.println("usage: run rollup INDICATORS DAYS FOLDER");
            System.exit(2);
        }
        MinuteSlots slots = new MinuteSlots(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        new SliBenchmark(slots, Path.of(args[2]).toAbsolutePath()).run();
    }

    private void run() throws SQLException {
        Lake lake = new Lake(
                Sessions.open(Map.of(
                        "spark.master", "local[2]",
                        "spark.ui.enabled", "false",
                        "spark.driver.bindAddress", "127.0.0.1",
                        "spark.driver.host", "127.0.0.1",
                        "spark.sql.shuffle.partitions", "4",
                        "spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS",
                        "spark.databricks.delta.snapshotPartitions", "2")),
                folder.toString());
        print("slots written: " + slots.count(), Cost.of(() -> slots.write(lake)));
        measureOurs(lake);
        measureDuck(lake);
        measureServiceHours(lake);
    }

    private void measureOurs(Lake lake) {
        OurRollup rollup = new OurRollup(lake, slots);
        print("first run, hours", Cost.of(rollup::hours));
        print("first run, days", Cost.of(rollup::days));
        print("hours", Cost.medianOf(RUNS, rollup::hours));
        print("days", Cost.medianOf(RUNS, rollup::days));
    }

    private void measureDuck(Lake lake) throws SQLException {
        try (Duck duck = new Duck(lake, new SliSample().contract())) {
            print("DuckDB, sums", Cost.medianOf(RUNS, () -> duck.run(rollup(SUMS))));
            print("DuckDB, sums and values", Cost.medianOf(RUNS, () -> duck.run(rollup(SUMS + ", " + VALUES))));
            print(
                    "DuckDB, all with exact quantiles",
                    Cost.medianOf(RUNS, () -> duck.run(rollup(SUMS + ", " + VALUES + ", " + EXACT))));
            print(
                    "DuckDB, all with t-digest",
                    Cost.medianOf(RUNS, () -> duck.run(rollup(SUMS + ", " + VALUES + ", " + APPROXIMATE))));
        }
    }

    private void measureServiceHours(Lake lake) throws SQLException {
        DailyHours hours = new DailyHours(slots);
        print("first run, service hours", Cost.of(() -> hours.ours(lake)));
        print("service hours", Cost.medianOf(RUNS, () -> hours.ours(lake)));
        try (Duck duck = new Duck(lake, new SliSample().contract())) {
            hours.prepare(duck);
            print("DuckDB, service hours", Cost.medianOf(RUNS, () -> hours.duck(duck)));
        }
    }

    private String rollup(String columns) {
        return "COPY (SELECT " + columns + " FROM slots GROUP BY sli_id, tool, day) TO '"
                + folder.resolve("duckdb.parquet") + "' (FORMAT parquet)";
    }

    private static void print(String what, Cost cost) {
        System.out.printf(Locale.ROOT, "%-40s %8.2f CPU s %8.2f s%n", what, cost.cpuSeconds(), cost.wallSeconds());
    }
}
