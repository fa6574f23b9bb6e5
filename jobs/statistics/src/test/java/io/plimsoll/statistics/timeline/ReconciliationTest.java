package io.plimsoll.statistics.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.statistics.timeline.Reconciliation.Account;
import io.plimsoll.statistics.timeline.Reconciliation.Disagreement;
import io.plimsoll.statistics.timeline.Reconciliation.Pair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A month of thirty days that begins at second 0. */
class ReconciliationTest {
    private static final long MINUTE = 60;
    private static final Timeline MONTH = Timeline.of(0, 30 * 24 * 60 * MINUTE);
    private static final Timeline NO_MAINTENANCE = Timeline.empty();

    @Test
    void whatLookingEveryFiveMinutesExplainsIsTolerated() {
        // One outage: 1.96 x 300 s x sqrt(1/6) = 240.05 s.
        Pair pair = worst(probe("a", 300, minutes(100, 110)), probe("b", 60, minutes(101, 114)));

        assertThat(pair.differenceSeconds()).isEqualTo(180);
        assertThat(pair.toleranceSeconds()).isCloseTo(240.05, within(0.01));
        assertThat(pair.agrees()).isTrue();
    }

    @Test
    void aMissedOutageIsNamedWithWhoSawIt() {
        Reconciliation compared = Reconciliation.of(
                MONTH,
                NO_MAINTENANCE,
                List.of(
                        probe("a", 60, minutes(100, 110), minutes(500, 530)),
                        probe("b", 60, minutes(100, 110), minutes(500, 530)),
                        probe("vendor", 60, minutes(100, 110))));

        assertThat(compared.worst().orElseThrow().agrees()).isFalse();
        assertThat(compared.disagreements())
                .containsExactly(new Disagreement(500 * MINUTE, 530 * MINUTE, List.of("a", "b"), List.of("vendor")));
    }

    @Test
    void whatNobodyWatchedOrWasMaintainedIsNotCompared() {
        Account blind = Account.of("a", MONTH.subtract(minutes(90, 200)), Timeline.empty(), 60, 0);
        Reconciliation compared = Reconciliation.of(
                MONTH, minutes(500, 530), List.of(blind, probe("b", 60, minutes(100, 110), minutes(500, 530))));

        assertThat(compared.worst().orElseThrow().differenceSeconds()).isZero();
        assertThat(compared.disagreements()).isEmpty();
    }

    @Test
    void aFigureThatCountsOnlyTheNewestHundredOutagesIsExplained() {
        List<Interval> outages = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            outages.add(new Interval(300 * MINUTE * i, 300 * MINUTE * i + 3 * MINUTE));
        }
        // 300 of 43,200 minutes, published as 99.3056 %; all 120 are 360 minutes, 99.1667 %.
        Account published = Account.ofFigure("page", MONTH, 0.993056, 0.0000005);
        Pair pair = worst(probe("a", 0, Timeline.of(outages)), published);

        assertThat(pair.agrees()).isFalse();
        assertThat(Reconciliation.newestOutagesThatExplain(pair)).contains(new Reconciliation.NewestOnly(100, 120));
    }

    @Test
    void aFigureThatLeavesOneOutageOutIsExplainedAndContradictsIt() {
        // The vendor reports ten of the 850 minutes: 1 - 10 / 43,200 = 0.999769.
        Account vendor = Account.ofFigure("vendor", MONTH, 0.999769, 0.000001);
        Reconciliation compared = Reconciliation.of(
                MONTH,
                NO_MAINTENANCE,
                List.of(
                        probe("a", 60, minutes(100, 110), minutes(500, 1_340)),
                        probe("b", 60, minutes(100, 110), minutes(501, 1_341)),
                        vendor));

        assertThat(Reconciliation.omittedOutageThatExplains(compared.worst().orElseThrow()))
                .contains(new Interval(500 * MINUTE, 1_340 * MINUTE));
        assertThat(compared.disagreements())
                .containsExactly(new Disagreement(501 * MINUTE, 1_340 * MINUTE, List.of("a", "b"), List.of("vendor")));
    }

    @Test
    void twoOutagesOfOneLengthExplainNothing() {
        Pair pair = worst(
                probe("a", 0, minutes(100, 160), minutes(500, 560)), Account.ofFigure("vendor", MONTH, 0.9986, 0.0001));

        assertThat(pair.agrees()).isFalse();
        assertThat(Reconciliation.omittedOutageThatExplains(pair)).isEmpty();
    }

    @Test
    void aFigureMayCountMaintenanceAsAnOutageOrNot() {
        // An hour of outage in maintenance: 1 - 60 / 43,200 when it is counted.
        Account probe = probe("a", 0, minutes(500, 560));

        assertThat(Reconciliation.of(
                                MONTH,
                                minutes(490, 570),
                                List.of(probe, Account.ofFigure("counted", MONTH, 0.9986, 0.0001)))
                        .worst()
                        .orElseThrow()
                        .agrees())
                .isTrue();
        assertThat(Reconciliation.of(
                                MONTH, minutes(490, 570), List.of(probe, Account.ofFigure("not", MONTH, 1, 0.0001)))
                        .worst()
                        .orElseThrow()
                        .agrees())
                .isTrue();
    }

    @Test
    void theOrderOfAccountsChangesNothing() {
        Account one = probe("a", 60, minutes(1, 50));
        Account other = probe("b", 300, minutes(7, 30));

        assertThat(worst(one, other)).isEqualTo(worst(other, one));
    }

    private static Pair worst(Account... accounts) {
        return Reconciliation.of(MONTH, NO_MAINTENANCE, List.of(accounts))
                .worst()
                .orElseThrow();
    }

    private static Account probe(String source, double probeSeconds, Timeline... outages) {
        Timeline all = Timeline.empty();
        for (Timeline outage : outages) {
            all = all.union(outage);
        }
        return Account.of(source, MONTH, all, probeSeconds, 0);
    }

    private static Timeline minutes(long from, long to) {
        return Timeline.of(from * MINUTE, to * MINUTE);
    }
}
