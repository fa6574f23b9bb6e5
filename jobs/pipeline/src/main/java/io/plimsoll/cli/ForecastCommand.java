package io.plimsoll.cli;

import io.plimsoll.forecast.FileForecast;
import io.plimsoll.forecast.ForecastCharts;
import io.plimsoll.forecast.Frequency;
import io.plimsoll.forecast.WantedColumns;
import io.plimsoll.forecast.WrongSeries;
import io.plimsoll.lake.Sessions;
import io.plimsoll.statistics.forecast.Domain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll forecast}: the series of any CSV or Parquet file; needs no workspace. */
@Command(
        name = "forecast",
        description = "Forecasts every series of a CSV or Parquet file, with intervals; needs no workspace.",
        mixinStandardHelpOptions = true)
final class ForecastCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "A .csv, .csv.gz or .parquet file.")
    private String input = "";

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "A .csv or .parquet file; replaced.")
    private String output = "";

    @Option(names = "--horizon", required = true, paramLabel = "N", description = "Steps ahead.")
    private int horizon;

    @Option(
            names = "--frequency",
            paramLabel = "FREQUENCY",
            description = "hourly, daily, weekly or monthly. Default: what most stamps are apart.")
    private Optional<Frequency> frequency = Optional.empty();

    @Option(
            names = "--series",
            split = ",",
            paramLabel = "COLUMN",
            description = "Columns that name a series. Default: series_id; without it the file is one series.")
    private List<String> series = new ArrayList<>();

    @Option(names = "--time", paramLabel = "COLUMN", description = "Column of stamps. Default: ts.")
    private Optional<String> time = Optional.empty();

    @Option(
            names = "--step",
            paramLabel = "COLUMN",
            description = "Column of step numbers. Default: step, without a column ts.")
    private Optional<String> step = Optional.empty();

    @Option(
            names = "--value",
            paramLabel = "COLUMN",
            description = "Column of values; empty is missing. Default: value.")
    private Optional<String> value = Optional.empty();

    @Option(
            names = "--domain",
            paramLabel = "DOMAIN",
            description = "real (default), non_negative (counts, money) or unit (ratios in [0, 1]).")
    private String domain = "real";

    @Option(
            names = "--charts",
            paramLabel = "DIR",
            description = "Folder for pictures (PNG) of the series, their forecast and intervals.")
    private Optional<String> charts = Optional.empty();

    @Option(
            names = "--charts-of",
            paramLabel = "N",
            description = "How many series are drawn, the first by name. Default: ${DEFAULT-VALUE}.")
    private int chartsOf = ForecastCharts.USUALLY;

    @Override
    public Integer call() throws IOException {
        if (horizon < 1) {
            throw new UserError("--horizon " + horizon + ": expected at least 1 step");
        }
        if (chartsOf < 1) {
            throw new UserError("--charts-of " + chartsOf + ": expected at least 1 series");
        }
        if (time.isPresent() && step.isPresent()) {
            throw new UserError("--time and --step were both given; a series has one of them");
        }
        FileForecast forecast =
                new FileForecast(input, new WantedColumns(series, time, step, value), frequency, domain(), horizon);
        SparkSession session = Sessions.open(SparkSettings.load());
        try {
            Map<String, Long> counts =
                    forecast.write(session, output, charts.map(folder -> new ForecastCharts(folder, chartsOf)));
            spec.commandLine().getOut().println(summary(counts));
            spec.commandLine().getOut().flush();
            return ExitCode.DONE;
        } catch (WrongSeries wrong) {
            throw new UserError(String.valueOf(wrong.getMessage()));
        } finally {
            session.stop();
        }
    }

    private Domain domain() {
        return List.of(Domain.values()).stream()
                .filter(each -> each.name().equalsIgnoreCase(domain))
                .findFirst()
                .orElseThrow(() -> new UserError("--domain " + domain + ": expected real, non_negative or unit"));
    }

    private String summary(Map<String, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        String each = String.join(
                ", ",
                counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .toList());
        String written = String.format(Locale.ROOT, "%d series, %d steps ahead (%s): %s", all, horizon, each, output);
        return written + charts.map(folder -> drawn(folder, all)).orElse("");
    }

    private String drawn(String folder, long all) {
        return System.lineSeparator()
                + (all <= chartsOf
                        ? "charts: " + folder
                        : String.format(
                                Locale.ROOT, "charts of the first %d, by name (--charts-of): %s", chartsOf, folder));
    }
}
