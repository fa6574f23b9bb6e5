package io.plimsoll.statistics.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.statistics.benchmark.LikeForLike.Result;
import io.plimsoll.statistics.benchmark.LikeForLike.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LikeForLikeTest {

    /**
     * Own: 9,000 hard events with 360 bad (4 %), 1,000 easy ones with 5 bad (0.5 %): 3.65 %. The others: 2,000 hard ones with 100
     * bad (5 %), 18,000 easy ones with 180 bad (1 %): 1.4 %. It looks worse by 2.25 points. Its peers would have had 0.9 · 5 % + 0.1
     * · 1 % = 4.6 % on its events: the work is harder by 3.2 points, and done better by 0.95.
     */
    @Test
    void theUnitWithTheHardWorkIsBetterGroupByGroupAndWorseInTotal() {
        Result result = LikeForLike.of(List.of(
                own("hard", 360, 9_000),
                own("easy", 5, 1_000),
                other("hard", 50, 1_000),
                other("hard", 50, 1_000),
                other("easy", 90, 9_000),
                other("easy", 90, 9_000)));

        assertThat(result.observed()).isCloseTo(0.0365, within(1e-12));
        assertThat(result.everyone()).isCloseTo(0.014, within(1e-12));
        assertThat(result.expected()).isCloseTo(0.046, within(1e-12));
        assertThat(result.mixEffect()).isCloseTo(0.032, within(1e-12));
        assertThat(result.rateEffect()).isCloseTo(-0.0095, within(1e-12));
        assertThat(result.isReversed()).isTrue();
        assertThat(result.peers()).isEqualTo(4);
        assertThat(result.verdict()).isEqualTo(Verdict.BETTER);
    }

    /**
     * Peers with 1 % and 3 % of 1,000 events: 2 %, squares 100 + 100, variance 2 · 200 / 2000² = 1e-4, deviate of one degree
     * 12.7062: ±12.7 points. With 20 such peers it is 2.0930 · √(20/19 · 2000 / 20000²) = ±0.48 points.
     */
    @Test
    void fewPeersMakeTheIntervalWide() {
        Result few = LikeForLike.of(List.of(own("a", 100, 1_000), other("a", 10, 1_000), other("a", 30, 1_000)));
        List<Member> many = new ArrayList<>(List.of(own("a", 100, 1_000)));
        for (int pair = 0; pair < 10; pair++) {
            many.add(other("a", 10, 1_000));
            many.add(other("a", 30, 1_000));
        }

        assertThat(few.hi95() - few.rateEffect()).isCloseTo(0.127062, within(1e-6));
        assertThat(few.verdict()).isEqualTo(Verdict.ALIKE);
        assertThat(LikeForLike.of(many).hi95() - LikeForLike.of(many).rateEffect())
                .isCloseTo(2.093024 * Math.sqrt(20.0 / 19 * 2_000 / 4e8), within(1e-8));
        assertThat(LikeForLike.of(many).verdict()).isEqualTo(Verdict.WORSE);
    }

    /** All 100 bad events of 10 days fell on one: squares 90² + 9 · 10² = 9,000, variance 9000 · 10/9 / 1000² = 0.01. */
    @Test
    void oneBadDayIsLessSureThanTenAlikeOnes() {
        Member burst = new Member("a", true, 10, 100, 1_000, 9_000);

        assertThat(burst.ratioVariance()).isCloseTo(0.01, within(1e-12));
        assertThat(LikeForLike.of(List.of(burst, other("a", 20, 1_000), other("a", 20, 1_000), other("a", 20, 1_000)))
                        .verdict())
                .isEqualTo(Verdict.ALIKE);
    }

    @Test
    void withoutTwoPeersNothingIsCompared() {
        Result alone = LikeForLike.of(List.of(own("a", 10, 1_000), own(null, 5, 500), other("a", 30, 1_000)));

        assertThat(alone.verdict()).isEqualTo(Verdict.NO_PEERS);
        assertThat(alone.observed()).isEqualTo(0.01);
        assertThat(alone.expected()).isNaN();
        assertThat(alone.comparedEvents()).isZero();
    }

    @Test
    void impossibleFiguresAreRefused() {
        assertThatThrownBy(() -> new Member("a", true, 1, 11, 10, 0))
                .hasMessage("days 1, bad 11.0, events 10.0, squares 0.0: expected days, and bad as a part of events");
        assertThatThrownBy(() -> LikeForLike.of(List.of(other("a", 1, 10))))
                .hasMessage("nothing to compare: no member is its own");
    }

    private static Member own(@Nullable String group, double bad, double events) {
        return new Member(group, true, 10, bad, events, 0);
    }

    private static Member other(String group, double bad, double events) {
        return new Member(group, false, 10, bad, events, 0);
    }
}
