package io.plimsoll.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Slots of indicators measured each minute as a tool exports them: a file a day, in no order of indicators, every fiftieth slot
 * a second time with a corrected figure.
 *
 * @param indicators how many
 * @param days how many, from {@link MinuteSlots#FIRST_DAY}
 */
record SlotFiles(int indicators, int days) {

    static final List<String> FORMATS = List.of("csv", "jsonl", "parquet");

    private static final int MINUTES = 1440;

    /** Writes a workspace with one source, unless it is there. */
    void write(SparkSession session, Path workspace, String format) throws IOException {
        Path landing = workspace.resolve("landing");
        if (Files.exists(landing)) {
            return;
        }
        for (int day = 0; day < days; day++) {
            write(rows(session, day).coalesce(1), landing.resolve("day-" + day), format);
        }
        Files.writeString(workspace.resolve("plimsoll.yaml"), """
                zone: UTC
                sources:
                  - name: probe
                    feed: sli_measurement
                    format: %s
                    path: "landing/*/part-*"
                    options: {%s}
                """.formatted(format, format.equals("csv") ? "header: true" : ""));
    }

    private static void write(Dataset<Row> rows, Path folder, String format) {
        switch (format) {
            case "csv" -> rows.write()
                    .option("header", true)
                    .option("compression", "gzip")
                    .csv(folder.toString());
            case "jsonl" -> rows.write().option("compression", "none").json(folder.toString());
            default -> rows.write().parquet(folder.toString());
        }
    }

    private Dataset<Row> rows(SparkSession session, int day) {
        long first = MinuteSlots.FIRST_DAY.plusDays(day).toEpochDay() * MINUTES;
        Dataset<Row> slots = session.range(0, (long) indicators * MINUTES, 1, 1)
                .selectExpr(
                        "format_string('indicator-%05d', id % " + indicators + ") AS sli_id",
                        "timestamp_seconds(60 * (" + first + " + id div " + indicators + ")) AS measured_at",
                        "100 + pmod(xxhash64(id, " + day + "), 900) AS total",
                        "id");
        Dataset<Row> corrected = slots.where("id % 50 = 0");
        return slots.unionByName(corrected).selectExpr("sli_id", "measured_at", "total - id % 2 AS good", "total");
    }
}
