package io.plimsoll.statistics.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    @Test
    void overlappingTouchingAndRepeatedIntervalsCountOnce() {
        Timeline merged = Timeline.of(
                List.of(new Interval(20, 30), new Interval(0, 10), new Interval(5, 12), new Interval(30, 40)));

        assertThat(merged.intervals()).containsExactly(new Interval(0, 12), new Interval(20, 40));
        assertThat(merged.seconds()).isEqualTo(32);
    }

    @Test
    void theEndOfAnIntervalIsOutside() {
        Timeline timeline = Timeline.of(10, 20);

        assertThat(List.of(9L, 10L, 19L, 20L).stream().map(timeline::contains))
                .containsExactly(false, true, true, false);
    }

    @Test
    void subtractingCutsAHole() {
        assertThat(Timeline.of(0, 100).subtract(Timeline.of(40, 60)).intervals())
                .containsExactly(new Interval(0, 40), new Interval(60, 100));
    }

    @Test
    void oneLongCutReachesSeveralIntervals() {
        Timeline two = Timeline.of(List.of(new Interval(0, 10), new Interval(20, 30)));

        assertThat(two.subtract(Timeline.of(5, 25)).intervals())
                .containsExactly(new Interval(0, 5), new Interval(25, 30));
    }

    @Test
    void intervalsThatOnlyTouchShareNoSecond() {
        assertThat(Timeline.of(0, 10).intersect(Timeline.of(10, 20)).isEmpty()).isTrue();
    }

    @Test
    void aSlotCountsWhereItsStartLies() {
        // Grid points 60 and 120 lie in [1, 121); 0 does not.
        assertThat(Timeline.of(1, 121).slots(60)).isEqualTo(2);
        assertThat(Timeline.of(0, 120).slots(60)).isEqualTo(2);
        assertThat(Timeline.of(61, 119).slots(60)).isZero();
    }

    @Test
    void theGridIsAlignedToTheEpochBeforeItToo() {
        assertThat(Timeline.of(-61, 1).slots(60)).isEqualTo(2);
    }

    @Test
    void aSliceCutByTheScopeCountsWhileASlotOfItIsLeft() {
        // Slots of 300 s in slices of 900 s: 600 lies in the first slice, 900 in the second.
        assertThat(Timeline.of(600, 901).slices(300, 900)).isEqualTo(2);
        assertThat(Timeline.of(601, 901).slices(300, 900)).isEqualTo(1);
        assertThat(Timeline.of(601, 900).slices(300, 900)).isZero();
    }

    @Test
    void aSliceInTwoPiecesIsOneSlice() {
        Timeline pieces = Timeline.of(List.of(new Interval(0, 300), new Interval(600, 900)));

        assertThat(pieces.slices(300, 900)).isEqualTo(1);
    }

    @Test
    void slotsLongerThanTheSliceEachFillOne() {
        assertThat(Timeline.of(0, 600).slices(300, 60)).isEqualTo(2);
    }

    @Test
    void theFirstSecondsAreTakenInTimeOrder() {
        Timeline two = Timeline.of(List.of(new Interval(0, 10), new Interval(20, 30)));

        assertThat(two.first(14).intervals()).containsExactly(new Interval(0, 10), new Interval(20, 24));
        assertThat(two.first(0)).isEqualTo(Timeline.empty());
        assertThat(two.first(21)).isEqualTo(two);
    }

    @Test
    void timelinesOfTheSameSecondsAreEqual() {
        assertThat(Timeline.of(0, 10).union(Timeline.of(10, 20)))
                .isEqualTo(Timeline.of(0, 20))
                .hasSameHashCodeAs(Timeline.of(0, 20))
                .hasToString("Timeline [0, 20)");
    }

    @Test
    void aLengthThatLeavesLongIsAnErrorNotAWrongSum() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Timeline.of(Long.MIN_VALUE, Long.MAX_VALUE).seconds())
                .withMessage("long overflow");
    }

    @Test
    void aGridWithoutADistanceIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timeline.of(0, 10).slots(0))
                .withMessage("resolution must be positive, in seconds: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timeline.of(0, 10).slices(60, -5))
                .withMessage("slice must be positive, in seconds: -5");
    }

    @Test
    void anIntervalOverlapsWhenOneOfItsSecondsIsInside() {
        Timeline timeline = Timeline.of(List.of(new Interval(10, 20), new Interval(30, 40)));

        assertThat(timeline.overlaps(new Interval(0, 10))).isFalse();
        assertThat(timeline.overlaps(new Interval(0, 11))).isTrue();
        assertThat(timeline.overlaps(new Interval(19, 25))).isTrue();
        assertThat(timeline.overlaps(new Interval(20, 30))).isFalse();
        assertThat(timeline.overlaps(new Interval(5, 50))).isTrue();
        assertThat(timeline.overlaps(new Interval(40, 50))).isFalse();
    }

    @Test
    void sliceStartsAreThoseThatAreCounted() {
        Timeline timeline = Timeline.of(List.of(new Interval(50, 310), new Interval(590, 610), new Interval(700, 701)));

        assertThat(timeline.sliceStarts(60, 300)).containsExactly(0L, 300L, 600L);
        assertThat(timeline.slices(60, 300)).isEqualTo(3);
        assertThat(timeline.sliceStarts(60, 300).boxed().toList()).hasSize((int) timeline.slices(60, 300));
    }
}
