package io.plimsoll.cli;

import io.plimsoll.contract.Table;
import io.plimsoll.run.Listener;
import io.plimsoll.run.Outcome;
import io.plimsoll.run.Touched;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells a run's progress on standard error: table, partitions, rows, elapsed, remaining. */
final class Progress implements Listener {

    private final PrintWriter err;
    private final InstantSource clock;
    private final Instant start;
    private @Nullable Instant firstTable;

    Progress(PrintWriter err, InstantSource clock) {
        this.err = err;
        this.clock = clock;
        this.start = clock.instant();
    }

    /** A line of its own. */
    void say(String line) {
        err.println(elapsed() + "  " + line);
        err.flush();
    }

    @Override
    public synchronized void begins(Table table, Touched touched) {
        // The end of a table's turn says everything; a line at its start would double the output.
        if (firstTable == null) {
            firstTable = clock.instant();
        }
    }

    @Override
    public synchronized void ended(Outcome outcome, int done, int tables) {
        String partitions = outcome.partitions()
                .map(dates -> dates.size() + (dates.size() == 1 ? " partition" : " partitions"))
                .orElse("whole table");
        String what = switch (outcome.kind()) {
            case WRITTEN -> outcome.rowsWritten() + " rows, version " + outcome.version();
            case UNCHANGED -> "unchanged";
            case STOPPED -> "NOT PUBLISHED: " + outcome.problem().orElse("");
        };
        say(String.format(
                Locale.ROOT,
                "[%d/%d] %-28s %s, %s, %.1f s%s",
                done,
                tables,
                outcome.table(),
                partitions,
                what,
                outcome.seconds(),
                remaining(done, tables)));
    }

    private String remaining(int done, int tables) {
        if (firstTable == null || done == 0 || done == tables) {
            return "";
        }
        Duration elapsed = Duration.between(firstTable, clock.instant());
        return ", about " + elapsed.multipliedBy(tables - done).dividedBy(done).toSeconds() + " s remaining";
    }

    private String elapsed() {
        Duration elapsed = Duration.between(start, clock.instant());
        return String.format(Locale.ROOT, "%3d:%02d", elapsed.toMinutes(), elapsed.toSecondsPart());
    }
}
