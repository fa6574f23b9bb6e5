package io.plimsoll.run;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recomputing what changed leaves the tables as recomputing everything would, and the plan says beforehand what that is. */
@Tag("long")
class IncrementalRunTest {

    private static final long SEED = 20260419;

    @TempDir
    Path root;

    /** Late rows, corrections, a moving date and an edited catalogue, one after the other; then everything from scratch. */
    @Test
    void batchesInTurnGiveWhatAFullRunGivesAndThePlanKnowsWhatTheyTouch() throws IOException {
        WorldWorkspace world = WorldWorkspace.draw(SEED, 20, root);
        ProductRun product = new ProductRun(root);
        LocalDate asOf = world.asOf();

        world.deliver(0);
        assertPlanned(product, asOf.minusDays(20));
        world.deliver(1);
        assertPlanned(product, asOf.minusDays(20));
        assertPlanned(product, asOf.minusDays(3));
        world.deliver(2);
        assertPlanned(product, asOf);
        world.dropLateFile();
        assertPlanned(product, asOf);
        world.editCatalogue();
        assertPlanned(product, asOf);
        assertThat(product.plan(asOf)).isEmpty();
        assertThat(product.run(asOf).outcomes()).isEmpty();

        Map<String, List<String>> inTurn = product.contents("silver", "gold");
        product.runFull(asOf);
        assertSame(product.contents("silver", "gold"), inTurn);

        Path fresh = Files.createDirectories(root.resolve("fresh"));
        ProductRun atOnce = world.copyTo(fresh);
        atOnce.run(asOf);
        assertSame(atOnce.contents("gold"), onlyGold(inTurn));
    }

    /** The run does what the plan says: nothing else, and of it nothing is left out but what turned out not to differ. */
    private static void assertPlanned(ProductRun product, LocalDate asOf) {
        Map<String, Touched> planned = product.plan(asOf).stream()
                .collect(Collectors.toMap(Preview.Planned::table, Preview.Planned::touched, (a, b) -> a, TreeMap::new));
        List<Outcome> outcomes = product.run(asOf).outcomes().stream()
                .filter(outcome -> !outcome.inputs().isEmpty())
                .toList();
        assertThat(outcomes).allMatch(outcome -> outcome.kind() != Outcome.Kind.STOPPED);
        Set<String> done = outcomes.stream().map(Outcome::table).collect(Collectors.toCollection(TreeSet::new));
        assertThat(planned.keySet()).containsAll(done);
        for (Outcome outcome : outcomes) {
            Objects.requireNonNull(planned.get(outcome.table()))
                    .partitions()
                    .ifPresent(dates -> assertThat(dates)
                            .as(outcome.table())
                            .containsAll(outcome.partitions().orElseThrow()));
        }
    }

    private static void assertSame(Map<String, List<String>> actual, Map<String, List<String>> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (table, lines) -> assertThat(actual.get(table)).as(table).isEqualTo(lines));
    }

    private static Map<String, List<String>> onlyGold(Map<String, List<String>> contents) {
        Map<String, List<String>> gold = new TreeMap<>(contents);
        gold.keySet().removeIf(table -> !table.startsWith("gold."));
        return gold;
    }
}
