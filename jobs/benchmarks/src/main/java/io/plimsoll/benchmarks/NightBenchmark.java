package io.plimsoll.benchmarks;

import io.plimsoll.cli.Plimsoll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Measures whole nightly runs, as {@code plimsoll run} makes them, of one new day on a short and on a long history: ingestion,
 * silver, agreements, budgets, ledgers. The nights of both alternate in one process that has run before, so that starting and
 * compiling does not hide what grows with the history.
 *
 * <p>Arguments: number of indicators, seconds a slot, days of the long history (the short one has a tenth), folder.
 */
public final class NightBenchmark {

    private static final int NIGHTS = 3;

    private NightBenchmark() {}

    /** Runs the measurements and prints one line a history, and the ratio. */
    public static void main(String[] args) {
        if (args.length != 4) {
            System.err.println("usage: run night INDICATORS SECONDS DAYS FOLDER");
            System.exit(2);
        }
        int indicators = Integer.parseInt(args[0]);
        int seconds = Integer.parseInt(args[1]);
        int days = Integer.parseInt(args[2]);
        Path folder = Path.of(args[3]).toAbsolutePath();
        Nights few = new Nights(folder.resolve("short"), new History(indicators, seconds, days / 10));
        Nights many = new Nights(folder.resolve("long"), new History(indicators, seconds, days));
        few.prepare();
        many.prepare();
        for (int night = 0; night < NIGHTS; night++) {
            few.run();
            many.run();
        }
        Cost cheap = few.median();
        Cost dear = many.median();
        System.out.printf(
                Locale.ROOT,
                "ratio: %.2f of CPU time, %.2f of elapsed time%n",
                dear.cpuSeconds() / cheap.cpuSeconds(),
                dear.wallSeconds() / cheap.wallSeconds());
    }

    /** The nights on one history. */
    private static final class Nights {

        private final Path workspace;
        private final History history;
        private final List<Cost> costs = new ArrayList<>();
        private int day;

        Nights(Path workspace, History history) {
            this.workspace = workspace;
            this.history = history;
            this.day = history.days();
        }

        /** The history's own run, and a night that is not measured. */
        void prepare() {
            Folders.remove(workspace);
            deliver(0, day);
            Cost first = Cost.of(this::plimsoll);
            System.out.printf(
                    Locale.ROOT, "first run of %d days: %.1f CPU s, %.1f s%n", day, first.cpuSeconds(), first.wallSeconds());
            deliver(day, ++day);
            plimsoll();
        }

        void run() {
            deliver(day, ++day);
            Cost cost = Cost.of(this::plimsoll);
            costs.add(cost);
            System.out.printf(
                    Locale.ROOT,
                    "night on %d days: %8.2f CPU s %8.2f s%n",
                    history.days(),
                    cost.cpuSeconds(),
                    cost.wallSeconds());
        }

        Cost median() {
            return costs.stream()
                    .sorted(Comparator.comparingDouble(Cost::cpuSeconds))
                    .toList()
                    .get(costs.size() / 2);
        }

        private void deliver(int from, int to) {
            try {
                history.write(workspace, from, to);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void plimsoll() {
            int exitCode = Plimsoll.execute("run", workspace.toString(), "--as-of", history.date(day).toString());
            if (exitCode != 0) {
                throw new IllegalStateException("plimsoll run ended with " + exitCode);
            }
        }
    }
}
