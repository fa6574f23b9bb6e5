package io.plimsoll.statistics.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Timelines against a model of one boolean a second. */
class TimelineAlgebraTest {
    private static final int CASES = 2_000;
    private static final int OFFSET = -40;
    private static final int SECONDS = 120;

    private final Random random = new Random(20_260_501);

    @Test
    void setOperationsAgreeWithABooleanASecond() {
        for (int i = 0; i < CASES; i++) {
            List<Interval> some = intervals();
            List<Interval> others = intervals();
            boolean[] a = model(some);
            boolean[] b = model(others);
            Timeline left = Timeline.of(some);
            Timeline right = Timeline.of(others);

            assertSame(left.union(right), second -> a[second] || b[second]);
            assertSame(left.intersect(right), second -> a[second] && b[second]);
            assertSame(left.subtract(right), second -> a[second] && !b[second]);
        }
    }

    @Test
    void slotsAndSlicesAgreeWithCountingGridPoints() {
        for (int i = 0; i < CASES; i++) {
            List<Interval> intervals = intervals();
            Timeline timeline = Timeline.of(intervals);
            int resolution = 1 + random.nextInt(9);
            int slice = 1 + random.nextInt(30);
            long[] points = IntStream.range(0, SECONDS)
                    .filter(second -> model(intervals)[second])
                    .mapToLong(second -> second + OFFSET)
                    .filter(second -> Math.floorMod(second, resolution) == 0)
                    .toArray();

            assertThat(timeline.slots(resolution)).isEqualTo(points.length);
            assertThat(timeline.slices(resolution, slice))
                    .as("slices of %d s over slots of %d s in %s", slice, resolution, timeline)
                    .isEqualTo(Arrays.stream(points)
                            .map(point -> Math.floorDiv(point, slice))
                            .distinct()
                            .count());
        }
    }

    @Test
    void theOrderOfIntervalsDoesNotMatter() {
        for (int i = 0; i < CASES; i++) {
            List<Interval> intervals = intervals();
            List<Interval> shuffled = new ArrayList<>(intervals);
            Collections.shuffle(shuffled, random);

            assertThat(Timeline.of(shuffled)).isEqualTo(Timeline.of(intervals));
        }
    }

    @Test
    void theFirstSecondsAreAPrefixOfThatLength() {
        for (int i = 0; i < CASES; i++) {
            Timeline timeline = Timeline.of(intervals());
            Timeline first = timeline.first(random.nextInt(SECONDS));
            Timeline rest = timeline.subtract(first);

            assertThat(first.union(rest)).isEqualTo(timeline);
            if (!first.isEmpty() && !rest.isEmpty()) {
                assertThat(last(first))
                        .isLessThanOrEqualTo(rest.intervals().get(0).from());
            }
        }
    }

    private static long last(Timeline timeline) {
        return timeline.intervals().get(timeline.intervals().size() - 1).to();
    }

    private List<Interval> intervals() {
        return IntStream.range(0, random.nextInt(7))
                .mapToObj(i -> {
                    int from = random.nextInt(SECONDS - 1);
                    int to = from + 1 + random.nextInt(Math.min(25, SECONDS - from - 1) + 1);
                    return new Interval(from + OFFSET, Math.min(to, SECONDS) + OFFSET);
                })
                .toList();
    }

    private static boolean[] model(List<Interval> intervals) {
        boolean[] inside = new boolean[SECONDS];
        for (Interval interval : intervals) {
            Arrays.fill(inside, (int) interval.from() - OFFSET, (int) interval.to() - OFFSET, true);
        }
        return inside;
    }

    private static void assertSame(Timeline actual, IntPredicate expected) {
        int[] seconds = IntStream.range(0, SECONDS)
                .filter(second -> actual.contains(second + OFFSET))
                .toArray();
        assertThat(seconds)
                .isEqualTo(IntStream.range(0, SECONDS).filter(expected).toArray());
        assertThat(actual.seconds()).isEqualTo(seconds.length);
    }
}
