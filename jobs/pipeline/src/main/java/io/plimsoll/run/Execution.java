package io.plimsoll.run;

import io.plimsoll.contract.ContractViolation;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.Lake;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Computes the tables of a graph, inputs before readers and independent tables side by side, each only where its inputs
 * changed. A table that a check stops keeps its published version; the others go on.
 */
public final class Execution {

    /** Up to this size of its inputs a table is computed sooner by interpreting its plan than by compiling it. */
    private static final long LITTLE_BYTES = 16L << 20;

    /** Up to this size an input is read by one task: its rows lie together as every join and sum wants them, and none is shuffled. */
    private static final long ONE_TASK_BYTES = 1L << 20;

    private final Graph graph;
    private final Lake lake;
    private final Lake little;
    private final RunOptions options;
    private final Planner planner;
    private final InstantSource clock;
    private final Listener listener;
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private final AtomicInteger done = new AtomicInteger();

    /**
     * @param graph the tables
     * @param lake where they are
     * @param options what was asked for
     * @param lastRuns what each table was last computed from
     * @param clock for elapsed times only
     * @param listener told of each table
     */
    public Execution(
            Graph graph,
            Lake lake,
            RunOptions options,
            Map<String, LastRun> lastRuns,
            InstantSource clock,
            Listener listener) {
        this.graph = graph;
        this.lake = lake;
        this.little = lake.interpreting();
        this.options = options;
        this.planner = new Planner(graph, options, lastRuns);
        this.clock = clock;
        this.listener = listener;
    }

    /** Computes what must be computed; one outcome a table that had something to do, in no particular order. */
    public List<Outcome> run(int parallelism) {
        graph.contracts().forEach(contract -> versions.put(contract.name(), lake.version(contract.name())));
        ExecutorService threads = Executors.newFixedThreadPool(parallelism);
        try {
            Map<String, CompletableFuture<Optional<Outcome>>> futures = new LinkedHashMap<>();
            for (Table table : graph.inOrder()) {
                CompletableFuture<?>[] before =
                        graph.builtInputs(table).stream().map(futures::get).toArray(CompletableFuture<?>[]::new);
                futures.put(
                        table.contract().name(),
                        CompletableFuture.allOf(before).thenApplyAsync(ignored -> turn(table), threads));
            }
            List<Outcome> outcomes = new ArrayList<>();
            futures.values().forEach(future -> join(future).ifPresent(outcomes::add));
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Optional<Outcome> join(CompletableFuture<Optional<Outcome>> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Optional<Outcome> turn(Table table) {
        SparkSession.setActiveSession(lake.session());
        if (!options.wants(table.contract().name())) {
            done.incrementAndGet();
            return Optional.empty();
        }
        Touched touched = planner.touched(table, versions, lake);
        if (touched.isNothing() || hasNothingToRead(table)) {
            done.incrementAndGet();
            return Optional.empty();
        }
        listener.begins(table, touched);
        Outcome outcome = compute(table, touched);
        versions.put(table.contract().name(), outcome.version());
        listener.ended(outcome, done.incrementAndGet(), graph.inOrder().size());
        return Optional.of(outcome);
    }

    /** Nobody delivers the feeds that the table stands on: it is not made until somebody does. */
    private boolean hasNothingToRead(Table table) {
        return isAbsent(table.contract().name()) && !graph.isFed(table, input -> !isAbsent(input));
    }

    private boolean isAbsent(String table) {
        return versions.getOrDefault(table, Lake.ABSENT) == Lake.ABSENT;
    }

    private Lake lakeFor(Table table, Touched touched) {
        long bytes = table.inputs().stream()
                .mapToLong(input -> bytesRead(table, touched, input))
                .sum();
        return bytes <= LITTLE_BYTES ? little : lake;
    }

    /** A night's day is little, however long the history is. */
    private long bytesRead(Table table, Touched touched, String input) {
        long all = little.sizeInBytes(input);
        Optional<NavigableSet<LocalDate>> days =
                touched.partitions().flatMap(wanted -> Periods.daysRead(table.recompute(), wanted));
        TableContract contract = graph.contract(input);
        return all <= LITTLE_BYTES
                        || days.isEmpty()
                        || !contract.partitionedBy().contains("day")
                ? all
                : little.sizeInBytes(contract, days.get());
    }

    private Outcome compute(Table table, Touched touched) {
        Instant startedAt = clock.instant();
        Map<String, Long> read = new LinkedHashMap<>();
        table.inputs().forEach(input -> read.put(input, versions.getOrDefault(input, Lake.ABSENT)));
        Lake suited = lakeFor(table, touched);
        SparkSession.setActiveSession(suited.session());
        Publication publication = new Publication(suited, table.contract());
        try {
            Parameters parameters = new Parameters(options.asOf(), options.zone(), touched.partitions());
            var rows = table.build(pinned(table, read, suited), parameters);
            Publication.Written written = table.isLarge()
                    ? publication.publishInOnePass(rows, touched.partitions())
                    : publication.publish(rows, touched.partitions());
            Outcome.Kind kind = written.changed() ? Outcome.Kind.WRITTEN : Outcome.Kind.UNCHANGED;
            return outcome(table, touched, kind, written.rows(), read, startedAt, Optional.empty());
        } catch (ContractViolation e) {
            return outcome(
                    table, touched, Outcome.Kind.STOPPED, 0, read, startedAt, Optional.ofNullable(e.getMessage()));
        }
    }

    private Inputs pinned(Table table, Map<String, Long> read, Lake suited) {
        return name -> {
            if (!table.inputs().contains(name)) {
                throw new IllegalArgumentException(
                        table.contract().name() + " reads " + name + " without declaring it as an input");
            }
            TableContract contract = graph.contract(name);
            Dataset<Row> rows = suited.readAt(contract, read.getOrDefault(name, Lake.ABSENT));
            return little.sizeInBytes(name) <= ONE_TASK_BYTES ? rows.coalesce(1) : rows;
        };
    }

    private Outcome outcome(
            Table table,
            Touched touched,
            Outcome.Kind kind,
            long rows,
            Map<String, Long> read,
            Instant startedAt,
            Optional<String> problem) {
        double seconds = (clock.instant().toEpochMilli() - startedAt.toEpochMilli()) / 1000.0;
        return new Outcome(
                table.contract().name(),
                kind,
                touched.reason(),
                touched.partitions(),
                rows,
                lake.version(table.contract().name()),
                read,
                Definition.of(table),
                startedAt,
                seconds,
                problem);
    }
}
