package io.plimsoll.benchmarks;

import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.lake.Lake;
import io.plimsoll.silver.SliSample;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Indicators measured each minute, every slot with good, total and a value (lognormal, as latencies are), written through the
 * pipeline's own build of {@link SliSample}.
 *
 * @param indicators how many
 * @param days how many, from {@link #FIRST_DAY}
 */
record MinuteSlots(int indicators, int days) {

    static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);

    private static final int MINUTES = 1440;
    private static final int BATCH = 6;

    /** Slots in all. */
    long count() {
        return (long) indicators * days * MINUTES;
    }

    /** Writes the days that the lake does not have yet, a few at a time. */
    void write(Lake lake) {
        SliSample samples = new SliSample();
        for (int done = written(lake, samples); done < days; done += BATCH) {
            Dataset<Row> deliveries = deliveries(lake, done, Math.min(BATCH, days - done));
            Inputs inputs = name -> deliveries;
            Parameters all = new Parameters(FIRST_DAY.plusDays(days), ZoneOffset.UTC, Optional.empty());
            lake.append(samples.contract(), samples.build(inputs, all));
        }
    }

    private static int written(Lake lake, SliSample samples) {
        return (int) lake.read(samples.contract())
                .select(SliSample.DAY.col())
                .distinct()
                .count();
    }

    private Dataset<Row> deliveries(Lake lake, int firstDay, int howMany) {
        long firstMinute = FIRST_DAY.plusDays(firstDay).toEpochDay() * MINUTES;
        return lake.session()
                .range((long) indicators * MINUTES * howMany)
                .selectExpr(
                        "id",
                        "format_string('indicator-%05d', id % " + indicators + ") AS sli_id",
                        "timestamp_seconds(60 * (" + firstMinute + " + id div " + indicators + ")) AS measured_at",
                        "100 + pmod(xxhash64(id, " + firstDay + "), 900) AS total",
                        "exp(randn(" + firstDay + ") * 0.5D) * (50 + id % 97) AS value")
                .selectExpr(
                        "sli_id",
                        "'probe' AS tool",
                        "measured_at",
                        "60 AS duration_s",
                        "total - IF(pmod(xxhash64(id, 7), 50) = 0, 1, 0) AS good",
                        "total",
                        "value",
                        "CAST(NULL AS STRING) AS environment",
                        "to_date(measured_at) AS day",
                        "CAST(NULL AS TIMESTAMP) AS updated_at",
                        "'batch' AS batch_id",
                        "'file' AS path",
                        "id AS row_number");
    }
}
