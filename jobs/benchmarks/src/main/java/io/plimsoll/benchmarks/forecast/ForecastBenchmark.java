package io.plimsoll.benchmarks.forecast;

import io.plimsoll.statistics.forecast.Forecast;
import io.plimsoll.statistics.forecast.ForecastOptions;
import io.plimsoll.statistics.forecast.Forecaster;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Scores the default forecaster beside the standard methods, and measures its processor time: the reference folder is the first argument. */
public final class ForecastBenchmark {
    private static final int HOUR_HORIZON = 48;
    private static final int MONTH_HORIZON = 18;
    private static final int WEEK_HORIZON = 13;
    private static final int DAY_HORIZON = 14;
    private static final int[] TRAINING_CUTS = {48, 120, 192};
    private static final int[] SHORT_MONTHS = {60, 72, 90, 110, 126};
    private static final int ECONOMY_STEP = 71;
    private static final int SPEED_PASSES = 3;

    private final Path reference;
    private final PrintStream out;

    private ForecastBenchmark(Path reference, PrintStream out) {
        this.reference = reference;
        this.out = out;
    }

    /** Runs all measurements; see the class. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("usage: jobs/benchmarks/forecast REFERENCE_FOLDER [GRETL_DATABASE]");
            System.exit(2);
        }
        ForecastBenchmark benchmark = new ForecastBenchmark(Path.of(arguments[0]), System.out);
        if (arguments.length == 2) {
            benchmark.scoreEconomy(Path.of(arguments[1]));
        }
        benchmark.run();
    }

    private void run() throws IOException {
        List<double[]> train = SeriesFile.wide(reference.resolve("m4-hourly-half/Hourly-train-odd.csv.gz"));
        List<double[]> test = SeriesFile.wide(reference.resolve("m4-hourly-half/Hourly-test-odd.csv.gz"));
        List<Case> hourly = IntStream.range(0, train.size())
                .mapToObj(i -> new Case(train.get(i), test.get(i), 24))
                .toList();
        List<Case> monthly = monthly();
        score("M4 hourly, test part", hourly, ForecastOptions.hourly(HOUR_HORIZON));
        score("M4 hourly, rolling origins in the training part", cuts(train), ForecastOptions.hourly(HOUR_HORIZON));
        score("monthly, windows of 60 to 126", monthly, ForecastOptions.monthly(MONTH_HORIZON));
        score(
                "weekly (timetk), windows of 160 to 900",
                windows("timetk-series/m4_weekly.csv.gz", true, WEEK_HORIZON, 1, 9, 160, 300, 500, 900),
                ForecastOptions.weekly(WEEK_HORIZON));
        score(
                "daily (timetk, M4), windows of 200 to 2000",
                windows("timetk-series/m4_daily.csv.gz", true, DAY_HORIZON, 1, 97, 200, 500, 1000, 2000),
                ForecastOptions.daily(DAY_HORIZON));
        score(
                "daily page views (timetk), windows of 100 to 400",
                windows("timetk-series/wikipedia_traffic_daily.csv.gz", true, DAY_HORIZON, 7, 23, 100, 200, 300, 400),
                ForecastOptions.daily(DAY_HORIZON));
        score("daily (Prophet's examples), windows of 150 to 1200", prophet(), ForecastOptions.daily(2 * DAY_HORIZON));
        score(
                "half-hourly demand (Taylor), windows of 1100 to 2000",
                windows("timetk-series/taylor_30_min.csv.gz", false, 96, 48, 60, 1100, 1400, 2000),
                ForecastOptions.of(96, 48, 336));
        speed("M4 hourly", hourly, ForecastOptions.hourly(HOUR_HORIZON));
        speed("monthly", monthly, ForecastOptions.monthly(MONTH_HORIZON));
    }

    private void scoreEconomy(Path database) throws IOException {
        List<Case> cases = windows(GretlDatabase.monthly(database), MONTH_HORIZON, 12, ECONOMY_STEP, SHORT_MONTHS);
        score("monthly (" + database.getFileName() + "), windows of 60 to 126", cases, ForecastOptions.monthly(MONTH_HORIZON));
    }

    private List<Case> prophet() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String name : List.of("pedestrians_covid", "wp_log_R", "wp_log_peyton_manning")) {
            String file = "prophet-examples/example_" + name + ".csv.gz";
            cases.addAll(windows(file, false, 2 * DAY_HORIZON, 7, 101, 150, 400, 800, 1200));
        }
        return cases;
    }

    private List<Case> monthly() throws IOException {
        List<Case> cases = new ArrayList<>();
        cases.addAll(windows("timetk-series/m4_monthly.csv.gz", true, MONTH_HORIZON, 12, 4, SHORT_MONTHS));
        cases.addAll(windows("statistics/theta/AirPassengers.csv", false, MONTH_HORIZON, 12, 4, SHORT_MONTHS));
        cases.addAll(windows("statistics/changepoint/USAccDeaths.csv", false, MONTH_HORIZON, 12, 4, SHORT_MONTHS));
        cases.addAll(windows("statistics/stl/stl_co2.csv", false, MONTH_HORIZON, 12, 6, SHORT_MONTHS));
        return cases;
    }

    private List<Case> windows(String file, boolean isNamed, int horizon, int period, int step, int... lengths)
            throws IOException {
        return windows(SeriesFile.tall(reference.resolve(file), isNamed), horizon, period, step, lengths);
    }

    /** Windows that end each {@code step} steps from the end back, their lengths in turn; none with a missing value. */
    private static List<Case> windows(List<double[]> series, int horizon, int period, int step, int... lengths) {
        List<Case> cases = new ArrayList<>();
        for (double[] values : series) {
            int turn = 0;
            for (int end = values.length; end >= Math.min(lengths[0], values.length - horizon) + horizon; end -= step) {
                int from = Math.max(0, end - horizon - lengths[turn++ % lengths.length]);
                boolean whole = Arrays.stream(values, from, end).noneMatch(Double::isNaN);
                Case each = Case.cut(values, from, end, horizon, period);
                if (whole && each.known().length > period && each.scale() > 0) {
                    cases.add(each);
                }
            }
        }
        return cases;
    }

    private static List<Case> cuts(List<double[]> train) {
        List<Case> cases = new ArrayList<>();
        for (double[] values : train) {
            for (int cut : TRAINING_CUTS) {
                int end = values.length - cut + HOUR_HORIZON;
                cases.add(Case.cut(values, 0, end, HOUR_HORIZON, 24));
            }
        }
        return cases;
    }

    private void score(String name, List<Case> cases, ForecastOptions options) {
        Score naive2 = score(cases, StandardMethod.NAIVE2);
        out.printf(Locale.ROOT, "%n%s: %d cases%n%-10s %7s %7s %7s%n", name, cases.size(), "", "sMAPE", "MASE", "OWA");
        for (StandardMethod method : StandardMethod.of(cases.get(0).period())) {
            print(method.name(), score(cases, method), naive2);
        }
        Forecaster forecaster = new Forecaster(options);
        Score ours = new Score();
        for (Case each : cases) {
            ours.add(each, forecaster.forecast(each.known()));
        }
        print("Forecaster", ours, naive2);
        out.printf(
                Locale.ROOT,
                "           inside 95 %%: %.3f, inside 80 %%: %.3f, MSIS %.2f%n",
                ours.coverage95(),
                ours.coverage80(),
                ours.msis());
    }

    private static Score score(List<Case> cases, StandardMethod method) {
        Score score = new Score();
        for (Case each : cases) {
            score.add(each, method.forecast(each));
        }
        return score;
    }

    private void print(String name, Score score, Score naive2) {
        out.printf(Locale.ROOT, "%-10s %7.3f %7.3f %7.3f%n", name, score.smape(), score.mase(), score.owa(naive2));
    }

    /** Processor time of one thread, after a pass that does not count. */
    private void speed(String name, List<Case> cases, ForecastOptions options) {
        Forecaster forecaster = new Forecaster(options);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double steps = 0;
        for (int pass = 0; pass <= SPEED_PASSES; pass++) {
            long before = threads.getCurrentThreadCpuTime();
            for (Case each : cases) {
                Forecast forecast = forecaster.forecast(each.known());
                steps += forecast.mean().length;
            }
            double seconds = (threads.getCurrentThreadCpuTime() - before) / 1e9;
            String note = pass == 0 ? " (warming up)" : "";
            out.printf(Locale.ROOT, "%s: %.0f series a CPU second%s%n", name, cases.size() / seconds, note);
        }
        out.printf(Locale.ROOT, "%s: %.0f steps forecast%n", name, steps);
    }
}
