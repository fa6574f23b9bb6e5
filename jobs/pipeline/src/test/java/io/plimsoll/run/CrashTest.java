package io.plimsoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Table;
import io.plimsoll.oracle.WorldWorkspace;
import io.plimsoll.testing.ProductRun;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that dies at any point leaves tables that can be read, and the next run finishes its work. */
@Tag("long")
class CrashTest {

    private static final int HALTED = 77;
    private static final long SEED = 7;

    @TempDir
    Path root;

    @Test
    void threeProcessesThatDieInTurnLeaveWhatOneUndisturbedRunMakes() throws IOException, InterruptedException {
        WorldWorkspace world = WorldWorkspace.draw(SEED, 8, root);
        for (int batch = 0; batch < 3; batch++) {
            world.deliver(batch);
        }
        ProductRun disturbed = new ProductRun(root);

        // Rows of a source are in bronze, the ledger does not know of them.
        dieAt("delta: ", world.asOf());
        disturbed.contents("bronze", "silver", "gold");
        // Half of the tables are written; neither they nor the others are in the ledger.
        dieAt("begins gold.sla_compliance", world.asOf());
        disturbed.contents("bronze", "silver", "gold");
        // Every table is written, the ledger is not.
        dieAt("ended gold.error_budget", world.asOf());
        disturbed.contents("bronze", "silver", "gold");
        disturbed.run(world.asOf());

        ProductRun undisturbed = world.copyTo(Files.createDirectories(root.resolve("undisturbed")));
        undisturbed.run(world.asOf());
        Map<String, List<String>> expected = undisturbed.contents("silver", "gold");
        Map<String, List<String>> actual = disturbed.contents("silver", "gold");
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (table, lines) -> assertThat(actual.get(table)).as(table).isEqualTo(lines));
        assertThat(disturbed.run(world.asOf()).outcomes()).isEmpty();
    }

    private void dieAt(String point, LocalDate asOf) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument ->
                        argument.startsWith("--add-") || argument.startsWith("-D") || argument.startsWith("-XX:+"))
                .forEach(command::add);
        String classPath = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path"));
        command.addAll(List.of("-Xmx1g", "-cp", classPath));
        command.addAll(List.of(MortalRun.class.getName(), root.toString(), asOf.toString(), point));
        Path log = root.resolve("mortal.log");
        int exitCode = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(exitCode).as(() -> point + ": " + text(log)).isEqualTo(HALTED);
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** A run in a process of its own that is gone, without a farewell, as soon as a line of progress begins with the point. */
    static final class MortalRun {

        private MortalRun() {}

        public static void main(String[] arguments) {
            String point = arguments[2];
            Consumer<String> progress = line -> {
                if (line.startsWith(point)) {
                    Runtime.getRuntime().halt(HALTED);
                }
            };
            Listener listener = new Listener() {
                @Override
                public void begins(Table table, Touched touched) {
                    progress.accept("begins " + table.contract().name());
                }

                @Override
                public void ended(Outcome outcome, int done, int tables) {
                    progress.accept("ended " + outcome.table());
                }
            };
            new ProductRun(Path.of(arguments[0])).run(LocalDate.parse(arguments[1]), listener, progress);
        }
    }
}
