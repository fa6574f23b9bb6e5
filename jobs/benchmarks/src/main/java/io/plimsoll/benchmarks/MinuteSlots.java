package io.plimsoll.benchmarks;

import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.lake.Lake;
import io.plimsoll.silver.SliSample;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    /** Slots in all. */
    long count() {
        return (long) indicators * days * MINUTES;
    }

    /** Writes the days that the lake does not have yet. */
    void write(Lake lake) {
        SliSample samples = new SliSample();
        for (long done = written(lake, samples); done < days; done++) {
            LocalDate day = FIRST_DAY.plusDays(done);
            Dataset<Row> deliveries = deliveries(lake, day);
            Inputs inputs = name -> deliveries;
            Parameters wanted =
                    new Parameters(day.plusDays(1), ZoneOffset.UTC, Optional.of(new TreeSet<>(Set.of(day))));
            lake.append(samples.contract(), samples.build(inputs, wanted));
        }
    }

    private static long written(Lake lake, SliSample samples) {
        return lake.read(samples.contract())
                .select(SliSample.DAY.col())
                .distinct()
                .count();
    }

    private Dataset<Row> deliveries(Lake lake, LocalDate day) {
        return lake.session()
                .range((long) indicators * MINUTES)
                .selectExpr(
                        "id",
                        "format_string('indicator-%05d', id % " + indicators + ") AS sli_id",
                        "100 + pmod(xxhash64(id, DATE'" + day + "'), 900) AS total",
                        "exp(randn(" + day.toEpochDay() + ") * 0.5D) * (50 + id % 97) AS value")
                .selectExpr(
                        "sli_id",
                        "'probe' AS tool",
                        "timestamp_seconds(" + day.toEpochDay() * 86_400 + " + 60 * (id div " + indicators
                                + ")) AS measured_at",
                        "60 AS duration_s",
                        "total - IF(pmod(xxhash64(id, 7), 50) = 0, 1, 0) AS good",
                        "total",
                        "value",
                        "CAST(NULL AS STRING) AS environment",
                        "DATE'" + day + "' AS day",
                        "CAST(NULL AS TIMESTAMP) AS updated_at",
                        "'batch' AS batch_id",
                        "'file' AS path",
                        "id AS row_number");
    }
}
