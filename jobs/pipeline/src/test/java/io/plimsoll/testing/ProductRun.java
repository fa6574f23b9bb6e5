package io.plimsoll.testing;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.plimsoll.bridge.Histograms;
import io.plimsoll.catalog.Catalog;
import io.plimsoll.config.Loaded;
import io.plimsoll.config.Settings;
import io.plimsoll.config.Workspace;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.Lake;
import io.plimsoll.run.AllTables;
import io.plimsoll.run.Graph;
import io.plimsoll.run.Listener;
import io.plimsoll.run.Preview;
import io.plimsoll.run.RunOptions;
import io.plimsoll.run.WorkspaceRun;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.api.Assertions;

/** The whole product on a workspace folder, in this JVM: settings, catalogue, ingestion, every table. */
public final class ProductRun {

    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    /** Columns that say when and from where something came, not what it is. */
    private static final Set<String> PROVENANCE =
            Set.of("as_of", "batch_id", "path", "row_number", "source", "ingested_at");

    private final Path workspace;
    private final Graph graph;
    private final Lake lake;

    /** @param workspace a folder with settings, catalogue and landing files */
    public ProductRun(Path workspace) {
        this(workspace, AllTables.graph(List.of()));
    }

    /**
     * A product of fewer tables, which costs less: the given ones and what they stand on.
     *
     * @param workspace a folder with settings, catalogue and landing files
     */
    public static ProductRun upTo(Path workspace, String... tables) {
        return new ProductRun(workspace, AllTables.graph(List.of()).upTo(Set.of(tables)));
    }

    private ProductRun(Path workspace, Graph graph) {
        this.workspace = workspace;
        this.graph = graph;
        Histograms.register(LocalSpark.session());
        this.lake = new Lake(LocalSpark.session(), workspace + "/lake");
    }

    /** A nightly run. */
    public WorkspaceRun.Result run(LocalDate asOf) {
        return run(asOf, Listener.silent(), line -> {});
    }

    /** A nightly run that is listened to. */
    public WorkspaceRun.Result run(LocalDate asOf, Listener listener, Consumer<String> progress) {
        return prepared(asOf, false, graph, progress).run(catalog(), listener, done -> 0);
    }

    /** A run with another graph of tables. */
    public WorkspaceRun.Result run(LocalDate asOf, Graph other) {
        return prepared(asOf, false, other, line -> {}).run(catalog(), Listener.silent(), done -> 0);
    }

    /** A run that rebuilds every table. */
    public WorkspaceRun.Result runFull(LocalDate asOf) {
        return prepared(asOf, true, graph, line -> {}).run(catalog(), Listener.silent(), done -> 0);
    }

    /** What a run would recompute. */
    public List<Preview.Planned> plan(LocalDate asOf) {
        return plan(asOf, graph);
    }

    /** What a run with another graph of tables would recompute. */
    public List<Preview.Planned> plan(LocalDate asOf, Graph other) {
        return prepared(asOf, false, other, line -> {}).preview(catalog());
    }

    /** The tables. */
    public Lake lake() {
        return lake;
    }

    /** The rows of a table. */
    public List<Row> rows(String table) {
        return lake.read(graph.contract(table)).collectAsList();
    }

    /** The Delta version of every bronze, silver and gold table that exists. */
    public Map<String, Long> versions() {
        return graph.contracts().stream()
                .map(TableContract::name)
                .filter(table -> !table.startsWith("ops."))
                .filter(lake::exists)
                .collect(Collectors.toMap(table -> table, lake::version, (a, b) -> a, TreeMap::new));
    }

    /**
     * What every table of some layers says, without when and from where it came: a sorted line a row. Of a table that keeps a
     * snapshot a run it is the newest one.
     */
    public Map<String, List<String>> contents(String... layers) {
        Map<String, List<String>> contents = new TreeMap<>();
        for (TableContract contract : graph.contracts()) {
            if (Arrays.asList(layers).contains(contract.layer()) && lake.exists(contract.name())) {
                contents.put(contract.name(), lines(contract));
            }
        }
        return contents;
    }

    private List<String> lines(TableContract contract) {
        String[] told = contract.fields().stream()
                .map(Field::name)
                .filter(name -> !PROVENANCE.contains(name))
                .map(name -> "`" + name + "`")
                .toArray(String[]::new);
        Dataset<Row> rows = lake.read(contract);
        if (contract.partitionedBy().contains("as_of")) {
            rows = rows.where(
                    col("as_of").equalTo(lit(rows.agg(max("as_of")).first().get(0))));
        }
        return rows.selectExpr(told).toJSON().collectAsList().stream().sorted().toList();
    }

    private WorkspaceRun prepared(LocalDate asOf, boolean full, Graph tables, Consumer<String> progress) {
        Settings settings = settings();
        RunOptions options = new RunOptions(asOf, settings.zone(), Set.of(), Optional.empty(), Optional.empty(), full);
        return new WorkspaceRun(settings, lake, tables, options, InstantSource.fixed(NOW), progress);
    }

    private Settings settings() {
        return correct(Settings.load(new Workspace(workspace.toString())));
    }

    private Catalog catalog() {
        return correct(Catalog.load(new Workspace(workspace.toString())));
    }

    private static <T> T correct(Loaded<T> loaded) {
        Assertions.assertThat(loaded.problems()).isEmpty();
        return loaded.value();
    }
}
