package io.plimsoll.run;

import io.plimsoll.bronze.Ingestion;
import io.plimsoll.bronze.IngestionReport;
import io.plimsoll.catalog.Catalog;
import io.plimsoll.config.Settings;
import io.plimsoll.lake.Lake;
import io.plimsoll.lake.PartitionChanges;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * One run of a workspace: what is new is ingested, the declarations are published, what both touch is computed, and the
 * ledger says so last. A run that dies on the way leaves no entry, so the next one takes up everything it may have begun.
 */
public final class WorkspaceRun {

    private static final int TABLES_AT_ONCE = 2;

    private final Settings settings;
    private final Lake lake;
    private final Graph graph;
    private final RunOptions options;
    private final InstantSource clock;
    private final Instant startedAt;
    private final Ingestion ingestion;

    /**
     * @param settings the sources
     * @param lake the workspace's tables
     * @param graph the tables to compute
     * @param options what was asked for
     * @param clock for the ledgers and elapsed times only
     * @param progress takes a line a source with news
     */
    public WorkspaceRun(
            Settings settings,
            Lake lake,
            Graph graph,
            RunOptions options,
            InstantSource clock,
            Consumer<String> progress) {
        this.settings = settings;
        this.lake = lake;
        this.graph = graph;
        this.options = options;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.ingestion = new Ingestion(lake, settings, startedAt, progress);
    }

    /**
     * What a run did.
     *
     * @param report what was ingested
     * @param outcomes one a table that had something to do
     * @param seconds elapsed time
     */
    public record Result(IngestionReport report, List<Outcome> outcomes, double seconds) {}

    /**
     * Ingests, computes, publishes.
     *
     * @param catalog what was promised
     * @param listener told of each table
     * @param exitCode what the process will tell the scheduler, for the ledger
     */
    public Result run(Catalog catalog, Listener listener, ToIntFunction<Result> exitCode) {
        IngestionReport report = ingestion.ingest();
        RunLedger ledger = new RunLedger(lake.interpreting());
        RunHistory history = ledger.history();
        List<Outcome> outcomes = new ArrayList<>(declarations(catalog, history).publish(clock));
        outcomes.addAll(new Execution(graph, lake, options, history.lastRuns(), clock, listener).run(TABLES_AT_ONCE));
        double seconds = Duration.between(startedAt, clock.instant()).toMillis() / 1000.0;
        Result result = new Result(report, outcomes, seconds);
        ledger.record(history.nextRunId(), options, startedAt, seconds, outcomes, exitCode.applyAsInt(result));
        return result;
    }

    /** What {@link #run} would recompute; nothing is written. */
    public List<Preview.Planned> preview(Catalog catalog) {
        Map<String, PartitionChanges> coming = new HashMap<>(ingestion.preview());
        RunHistory history = new RunLedger(lake.interpreting()).history();
        declarations(catalog, history).differing().forEach(table -> coming.put(table, PartitionChanges.everything()));
        return new Preview(graph, lake, options, history.lastRuns()).plan(coming);
    }

    private Declarations declarations(Catalog catalog, RunHistory history) {
        return new Declarations(graph, lake.interpreting(), catalog, settings, history.lastRuns());
    }
}
