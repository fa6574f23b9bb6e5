package io.plimsoll.statistics.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.statistics.timeline.Interval;
import io.plimsoll.statistics.timeline.Timeline;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimesliceAttainmentTest {
    private static final Timeline NONE = Timeline.empty();
    private static final BigDecimal NINE_TENTHS = new BigDecimal("0.9");

    /** One slot a minute. */
    private static final SlotSeries SLOTS =
            SlotSeries.of(60, new long[] {0, 60, 120, 180}, new long[] {9, 8, 0, 10}, new long[] {10, 10, 0, 10});

    private static final Timeline SCOPE = Timeline.of(0, 240);

    @Test
    void occurrencesSumFirst() {
        Attainment attainment = TimesliceAttainment.of(SLOTS, SCOPE, NONE, AttainmentRule.occurrences());

        assertThat(attainment.attained()).contains(Ratio.of(27, 30));
        assertThat(attainment.total()).isEqualTo(30);
    }

    @Test
    void aSliceAtItsTargetIsGoodAndOneWithoutTrafficLeavesBothSums() {
        Attainment attainment = TimesliceAttainment.of(SLOTS, SCOPE, NONE, timeslices(60, MissingData.IGNORE));

        assertThat(attainment.attained()).contains(Ratio.of(2, 3));
        assertThat(attainment.coverage()).contains(Ratio.ONE);
    }

    @Test
    void ratioTimeslicesAreTheMeanOfTheSliceRatios() {
        Attainment attainment =
                TimesliceAttainment.of(SLOTS, SCOPE, NONE, AttainmentRule.ratioTimeslices(60, MissingData.IGNORE));

        assertThat(attainment.attained()).contains(Ratio.of(9, 10));
        assertThat(attainment.good().toBigDecimal(9)).isEqualByComparingTo("2.7");
    }

    @Test
    void aSliceIsBuiltFromItsSlotsInScope() {
        // [0, 120) holds 17 of 20, below 0.9; with the scope from 60 on only 8 of 10 are left of it.
        Timeline cut = Timeline.of(60, 240);

        assertThat(TimesliceAttainment.of(SLOTS, cut, NONE, AttainmentRule.ratioTimeslices(120, MissingData.IGNORE))
                        .attained())
                .contains(Ratio.of(18, 20));
    }

    @Test
    void aSlotBelongsToTheScopeItsStartLiesIn() {
        assertThat(TimesliceAttainment.of(SLOTS, Timeline.of(1, 61), NONE, AttainmentRule.occurrences())
                        .total())
                .isEqualTo(10);
        assertThat(TimesliceAttainment.of(SLOTS, Timeline.of(61, 120), NONE, AttainmentRule.occurrences())
                        .total())
                .isZero();
    }

    @Test
    void countedGoodTimeTurnsBadEventsGood() {
        Attainment attainment = TimesliceAttainment.of(SLOTS, SCOPE, Timeline.of(60, 61), AttainmentRule.occurrences());

        assertThat(attainment.attained()).contains(Ratio.of(29, 30));
    }

    @Test
    void missingDataSaysWhatAnUnseenSliceIs() {
        // Slices of a minute in [0, 360): four received, one of them without traffic, two missing.
        Timeline longer = Timeline.of(0, 360);

        assertThat(attained(longer, NONE, MissingData.IGNORE)).isEqualTo(Ratio.of(2, 3));
        assertThat(attained(longer, NONE, MissingData.BAD)).isEqualTo(Ratio.of(2, 5));
        assertThat(attained(longer, NONE, MissingData.GOOD)).isEqualTo(Ratio.of(4, 5));
    }

    @Test
    void aMissingSliceThatExclusionsCountAsGoodIsGoodUnderBad() {
        Timeline longer = Timeline.of(0, 360);

        assertThat(attained(longer, Timeline.of(300, 360), MissingData.BAD)).isEqualTo(Ratio.of(3, 5));
    }

    @Test
    void aSliceOfWhichOneSlotWasReceivedIsNotMissing() {
        SlotSeries one = SlotSeries.of(60, new long[] {60}, new long[] {10}, new long[] {10});

        Attainment attainment = TimesliceAttainment.of(one, SCOPE, NONE, timeslices(120, MissingData.BAD));

        assertThat(attainment.attained()).contains(Ratio.of(1, 2));
        assertThat(attainment.coverage()).contains(Ratio.of(1, 4));
    }

    @Test
    void aSlotBesideTheGridCountsForTheGridSlotItLiesIn() {
        SlotSeries beside = SlotSeries.of(60, new long[] {17, 77, 90}, new long[] {1, 1, 1}, new long[] {1, 1, 1});

        assertThat(TimesliceAttainment.of(beside, SCOPE, NONE, AttainmentRule.occurrences())
                        .coverage())
                .contains(Ratio.of(2, 4));
    }

    @Test
    void nothingInScopeIsNoTrafficNotAFigure() {
        Attainment attainment =
                TimesliceAttainment.of(SLOTS, Timeline.of(120, 180), NONE, AttainmentRule.occurrences());

        assertThat(attainment.attained()).isEmpty();
        assertThat(Verdict.of(attainment, NINE_TENTHS, NINE_TENTHS)).isEqualTo(Verdict.NO_TRAFFIC);
    }

    @Test
    void scalingAllCountsLeavesEveryRatioAlone() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            long[] starts = LongStream.range(0, 12).map(slot -> slot * 60).toArray();
            long[] total = random.longs(12, 0, 6).toArray();
            long[] good = LongStream.range(0, 12)
                    .map(slot -> random.nextLong(total[(int) slot] + 1))
                    .toArray();
            Timeline scope = Timeline.of(List.of(new Interval(random.nextInt(200), 300), new Interval(360, 720)));
            AttainmentRule rule = List.of(
                            AttainmentRule.occurrences(),
                            timeslices(180, MissingData.IGNORE),
                            AttainmentRule.ratioTimeslices(180, MissingData.BAD))
                    .get(random.nextInt(3));

            Attainment once = TimesliceAttainment.of(SlotSeries.of(60, starts, good, total), scope, NONE, rule);
            Attainment often = TimesliceAttainment.of(
                    SlotSeries.of(60, starts, times(1_000_003, good), times(1_000_003, total)), scope, NONE, rule);

            assertThat(often.attained()).isEqualTo(once.attained());
        }
    }

    @Test
    void slotsThatDoNotAscendAreAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlotSeries.of(60, new long[] {60, 60}, new long[] {1, 1}, new long[] {1, 1}))
                .withMessage("slots must ascend, one a start: 60 after 60");
    }

    @Test
    void moreGoodThanTotalIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SlotSeries.of(60, new long[] {60}, new long[] {2}, new long[] {1}))
                .withMessage("slot at 60 must have 0 <= good <= total: good 2, total 1");
    }

    private static Ratio attained(Timeline scope, Timeline countedGood, MissingData missing) {
        return TimesliceAttainment.of(SLOTS, scope, countedGood, timeslices(60, missing))
                .attained()
                .orElseThrow();
    }

    private static AttainmentRule timeslices(long sliceSeconds, MissingData missing) {
        return AttainmentRule.timeslices(sliceSeconds, NINE_TENTHS, missing);
    }

    private static long[] times(long factor, long[] counts) {
        return LongStream.of(counts).map(count -> count * factor).toArray();
    }
}
