package io.plimsoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.lake.Lake;
import io.plimsoll.testing.LocalSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLedgerTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    @TempDir
    private Path root;

    @Test
    void theDatesOfSomeTablesAreThoseOnWhichAllOfThemWereComputed() {
        RunLedger ledger = new RunLedger(new Lake(LocalSpark.session(), root.toString()));
        record(ledger, 1, MAY, written("gold.a"));
        record(ledger, 2, MAY, written("gold.b"));
        record(ledger, 3, APRIL, written("gold.a"), written("gold.b"));
        record(ledger, 4, JUNE, written("gold.a"), stopped("gold.b"));

        assertThat(ledger.datesOf(Set.of("gold.a", "gold.b"))).containsExactly(APRIL, MAY);
        assertThat(ledger.datesOf(Set.of("gold.a"))).containsExactly(APRIL, MAY, JUNE);
        assertThat(ledger.datesOf(Set.of())).containsExactly(APRIL, MAY, JUNE);
        assertThat(ledger.datesOf(Set.of("gold.c"))).isEmpty();
    }

    @Test
    void beforeTheFirstRunThereIsNoDate() {
        assertThat(new RunLedger(new Lake(LocalSpark.session(), root.toString())).datesOf(Set.of()))
                .isEmpty();
    }

    private static void record(RunLedger ledger, long run, LocalDate asOf, Outcome... outcomes) {
        ledger.record(run, RunOptions.nightly(asOf, ZoneOffset.UTC), Instant.EPOCH, 1, List.of(outcomes), 0);
    }

    private static Outcome written(String table) {
        return outcome(table, Outcome.Kind.WRITTEN);
    }

    private static Outcome stopped(String table) {
        return outcome(table, Outcome.Kind.STOPPED);
    }

    private static Outcome outcome(String table, Outcome.Kind kind) {
        return new Outcome(
                table,
                kind,
                "first run",
                Optional.empty(),
                1,
                0,
                Map.of(),
                "fingerprint",
                Instant.EPOCH,
                1,
                Optional.empty());
    }
}
