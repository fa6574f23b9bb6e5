package io.plimsoll.benchmarks;

import io.plimsoll.bronze.Ingestion;
import io.plimsoll.bronze.IngestionReport;
import io.plimsoll.cli.SparkSettings;
import io.plimsoll.config.Loaded;
import io.plimsoll.config.Settings;
import io.plimsoll.config.Workspace;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.Lake;
import io.plimsoll.lake.Sessions;
import io.plimsoll.run.AllTables;
import io.plimsoll.silver.SliSample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Measures the way of slots from landing files to deduplicated {@code silver.sli_sample}, as a first run takes it: read, judged
 * against the feed's contract, appended to bronze with provenance, the latest delivery of each slot written to silver. The same
 * rows as CSV.gz, JSON lines and Parquet; two in a hundred are delivered twice.
 *
 * <p>Arguments: number of indicators, number of days, folder.
 */
public final class IngestBenchmark {

    private static final int RUNS = 3;

    private IngestBenchmark() {}

    /** Runs the measurements and prints one line a format. */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            System.err.println("usage: run ingest INDICATORS DAYS FOLDER");
            System.exit(2);
        }
        Map<String, String> spark = new TreeMap<>(SparkSettings.load());
        spark.put("spark.master", "local[2]");
        SparkSession session = Sessions.open(spark);
        Path folder = Path.of(args[2]).toAbsolutePath();
        SlotFiles files = new SlotFiles(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        for (String format : SlotFiles.FORMATS) {
            Path workspace = folder.resolve(format);
            files.write(session, workspace, format);
            measure(session, workspace, format);
        }
        session.stop();
    }

    private static void measure(SparkSession session, Path workspace, String format) {
        ingest(session, workspace, "first");
        long[] rows = new long[1];
        int[] run = new int[1];
        Cost cost = Cost.medianOf(RUNS, () -> rows[0] = ingest(session, workspace, "lake-" + run[0]++));
        System.out.printf(
                Locale.ROOT,
                "%-10s %,12d rows %8.2f CPU s %8.2f s %10.2f CPU s a million rows %,10.0f rows a second%n",
                format,
                rows[0],
                cost.cpuSeconds(),
                cost.wallSeconds(),
                cost.cpuSeconds() * 1e6 / rows[0],
                rows[0] / cost.wallSeconds());
    }

    /** Rows read into a lake that did not exist before. */
    private static long ingest(SparkSession session, Path workspace, String lakeFolder) {
        Path root = workspace.resolve(lakeFolder);
        Folders.remove(root);
        Lake lake = new Lake(session, root.toString());
        Loaded<Settings> settings = Settings.load(new Workspace(workspace.toString()));
        if (!settings.problems().isEmpty()) {
            throw new IllegalStateException(settings.problems().toString());
        }
        IngestionReport report = new Ingestion(lake, settings.value(), Instant.EPOCH, line -> {}).ingest();
        SliSample samples = new SliSample();
        TableContract bronze = AllTables.graph().contract(samples.inputs().get(0));
        Dataset<Row> deliveries = lake.read(bronze);
        Inputs inputs = name -> deliveries;
        Parameters all = new Parameters(MinuteSlots.FIRST_DAY, ZoneOffset.UTC, Optional.empty());
        lake.replaceAll(samples.contract(), samples.build(inputs, all));
        return report.sources().stream()
                .mapToLong(IngestionReport.SourceReport::rowsAccepted)
                .sum();
    }
}
