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
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that dies at any point leaves tables that can be read, and the next run finishes its work. Three deaths in every build,
 * one a batch of records; more by hand with {@code -Dplimsoll.deaths=20}, others with {@code -Dplimsoll.deathSeed=N}.
 */
class CrashTest {

    private static final int HALTED = 77;
    private static final long SEED = 7;
    private static final int DEATHS = Integer.getInteger("plimsoll.deaths", 3);
    /** Lines of progress of a run of {@link #TABLES}, roughly: a line a source, two a table. */
    private static final int LINES = 24;
    /** As long as a table takes, roughly: the death may come in the middle of it. */
    private static final int LONGEST_DELAY_MILLIS = 900;

    private static final String[] TABLES = {"gold.sla_compliance", "gold.error_budget", "gold.sla_exception"};

    @TempDir
    Path root;

    @Test
    void processesThatDieInTurnLeaveWhatOneUndisturbedRunMakes() throws IOException, InterruptedException {
        WorldWorkspace world = WorldWorkspace.draw(SEED, 8, root);
        ProductRun disturbed = ProductRun.upTo(root, TABLES);
        Random random = new Random(Long.getLong("plimsoll.deathSeed", SEED));

        for (int death = 0; death < Math.max(DEATHS, WorldWorkspace.BATCHES); death++) {
            if (death < WorldWorkspace.BATCHES) {
                world.deliver(death);
            }
            dieAfter(random.nextInt(LINES), random.nextInt(LONGEST_DELAY_MILLIS), world.asOf());
            disturbed.contents("bronze", "silver", "gold");
        }
        disturbed.run(world.asOf());

        ProductRun undisturbed = world.copyTo(Files.createDirectories(root.resolve("undisturbed")), TABLES);
        undisturbed.run(world.asOf());
        Map<String, List<String>> expected = undisturbed.contents("silver", "gold");
        Map<String, List<String>> actual = disturbed.contents("silver", "gold");
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (table, lines) -> assertThat(actual.get(table)).as(table).isEqualTo(lines));
        assertThat(disturbed.run(world.asOf()).outcomes()).isEmpty();
    }

    /** A run that is quicker than its death ends well, which is no failure. */
    private void dieAfter(int lines, int millis, LocalDate asOf) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument ->
                        argument.startsWith("--add-") || argument.startsWith("-D") || argument.startsWith("-XX:+"))
                .forEach(command::add);
        String classPath = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path"));
        command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-cp", classPath, MortalRun.class.getName()));
        command.addAll(List.of(root.toString(), asOf.toString(), "" + lines, "" + millis));
        Path log = root.resolve("mortal.log");
        int exitCode = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(exitCode)
                .as(() -> lines + " lines, " + millis + " ms: " + text(log))
                .isIn(0, HALTED);
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    /** A run in a process of its own that is gone, without a farewell, some time after some line of progress. */
    static final class MortalRun {

        private MortalRun() {}

        public static void main(String[] arguments) {
            int lines = Integer.parseInt(arguments[2]);
            long millis = Long.parseLong(arguments[3]);
            AtomicInteger seen = new AtomicInteger();
            Consumer<String> progress = line -> {
                if (seen.getAndIncrement() == lines) {
                    CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
                            .execute(() -> Runtime.getRuntime().halt(HALTED));
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
            ProductRun.upTo(Path.of(arguments[0]), TABLES).run(LocalDate.parse(arguments[1]), listener, progress);
            System.exit(0);
        }
    }
}
