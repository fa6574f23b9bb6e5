package io.plimsoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.oracle.WorldWorkspace;
import io.plimsoll.testing.ProductRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recomputing what changed leaves the tables as recomputing everything would, and the plan says beforehand what that is. */
@Tag("long")
class IncrementalRunTest {

    private static final long SEED = 20260419;

    @TempDir
    Path root;

    /** Late rows, corrections, a moving date, an edited catalogue and a changed declaration in turn; then everything at once. */
    @Test
    void batchesInTurnGiveWhatOneRunGivesAndThePlanKnowsWhatTheyTouch() throws IOException {
        WorldWorkspace world = WorldWorkspace.draw(SEED, 8, root);
        ProductRun product = new ProductRun(root);
        LocalDate asOf = world.asOf();

        world.deliver(0);
        runAsPlanned(product, asOf.minusDays(20));
        world.deliver(1);
        runAsPlanned(product, asOf.minusDays(3));
        world.deliver(2);
        world.dropLateFile();
        runAsPlanned(product, asOf);
        world.editCatalogue();
        Set<String> edited = runAsPlanned(product, asOf);
        assertThat(edited)
                .contains("gold.agreement_scope", "gold.sla_compliance")
                .noneMatch(table -> table.startsWith("silver.sli") || table.equals("gold.error_budget"));
        assertThat(product.plan(asOf)).isEmpty();
        assertThat(product.run(asOf).outcomes()).isEmpty();
        onlyTheTableWhoseDeclarationChangedIsComputedAgain(product, asOf);

        Map<String, List<String>> inTurn = product.contents("silver", "gold");
        ProductRun atOnce = world.copyTo(Files.createDirectories(root.resolve("fresh")));
        atOnce.run(asOf);
        assertSame(atOnce.contents("silver", "gold"), inTurn);
    }

    /** The plan cannot know that its rows come out as before, so it names the readers too; the run then spares them. */
    private static void onlyTheTableWhoseDeclarationChangedIsComputedAgain(ProductRun product, LocalDate asOf) {
        String table = "gold.agreement_scope";
        Graph graph = AllTables.graph(List.of());
        Graph changed = Graph.of(
                graph.inOrder().stream()
                        .map(each -> each.contract().name().equals(table) ? new Redeclared(each) : each)
                        .toList(),
                graph.contracts().stream()
                        .filter(contract -> !graph.isBuilt(contract.name()))
                        .toList());

        assertThat(product.plan(asOf, changed)).first().satisfies(planned -> {
            assertThat(planned.table()).isEqualTo(table);
            assertThat(planned.touched().reason()).isEqualTo("its definition changed");
        });
        assertThat(product.run(asOf, changed).outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.table()).isEqualTo(table);
            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.UNCHANGED);
        });
        assertThat(product.plan(asOf, changed)).isEmpty();
    }

    /** The same table by another declaration. */
    private record Redeclared(Table table) implements Table {
        @Override
        public TableContract contract() {
            return table.contract();
        }

        @Override
        public List<String> inputs() {
            return table.inputs();
        }

        @Override
        public Recompute recompute() {
            return Recompute.whole();
        }

        @Override
        public Dataset<Row> build(Inputs inputs, Parameters parameters) {
            return table.build(inputs, parameters);
        }
    }

    /**
     * The run does what the plan says: nothing else, and of it nothing is left out but what none of its inputs gave a reason for
     * in the end. Returns what was computed.
     */
    private static Set<String> runAsPlanned(ProductRun product, LocalDate asOf) {
        Map<String, Touched> planned = product.plan(asOf).stream()
                .collect(Collectors.toMap(Preview.Planned::table, Preview.Planned::touched, (a, b) -> a, TreeMap::new));
        WorkspaceRun.Result result = product.run(asOf);
        Set<String> written = result.outcomes().stream()
                .filter(outcome -> outcome.kind() == Outcome.Kind.WRITTEN)
                .map(Outcome::table)
                .collect(Collectors.toSet());
        List<Outcome> computed = result.outcomes().stream()
                .filter(outcome -> !outcome.inputs().isEmpty())
                .toList();
        assertThat(computed).allMatch(outcome -> outcome.kind() != Outcome.Kind.STOPPED);
        Set<String> done = computed.stream().map(Outcome::table).collect(Collectors.toCollection(TreeSet::new));
        assertThat(planned.keySet()).containsAll(done);
        Graph graph = AllTables.graph(List.of());
        graph.inOrder().stream()
                .filter(table -> planned.containsKey(table.contract().name()))
                .filter(table -> !done.contains(table.contract().name()))
                .forEach(spared ->
                        assertThat(spared.inputs()).as(spared.contract().name()).doesNotContainAnyElementsOf(written));
        for (Outcome outcome : computed) {
            Objects.requireNonNull(planned.get(outcome.table()))
                    .partitions()
                    .ifPresent(dates -> assertThat(dates)
                            .as(outcome.table())
                            .containsAll(outcome.partitions().orElseThrow()));
        }
        return done;
    }

    private static void assertSame(Map<String, List<String>> actual, Map<String, List<String>> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (table, lines) -> assertThat(actual.get(table)).as(table).isEqualTo(lines));
    }
}
