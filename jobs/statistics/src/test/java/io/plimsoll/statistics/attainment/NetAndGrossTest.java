package io.plimsoll.statistics.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.statistics.timeline.Interval;
import io.plimsoll.statistics.timeline.Observation;
import io.plimsoll.statistics.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What exclusions do to a figure, over random months of a state history. */
class NetAndGrossTest {

    private static final long MONTH = 2_678_400;

    private final Random random = new Random(11);

    @Test
    void removingWhollyBadTimeNeverLowersTheFigure() {
        for (int run = 0; run < 500; run++) {
            Timeline scope = Timeline.of(0, MONTH);
            Observation seen = seen();
            Timeline removed = seen.bad().intersect(someTime());
            Attainment gross = StateAttainment.of(seen, scope, Timeline.empty());
            Attainment net = StateAttainment.of(seen, scope.subtract(removed), Timeline.empty());

            assertThat(net.attained()).isPresent();
            assertThat(net.attained().get())
                    .isGreaterThanOrEqualTo(gross.attained().orElseThrow());
        }
    }

    @Test
    void countingTimeAsGoodNeverLowersTheFigure() {
        for (int run = 0; run < 500; run++) {
            Timeline scope = Timeline.of(0, MONTH);
            Observation seen = seen();

            assertThat(StateAttainment.of(seen, scope, someTime()).attained().orElseThrow())
                    .isGreaterThanOrEqualTo(StateAttainment.of(seen, scope, Timeline.empty())
                            .attained()
                            .orElseThrow());
        }
    }

    @Test
    void longerSecondsLeaveTheFigureAlone() {
        for (int run = 0; run < 500; run++) {
            Observation seen = seen();
            Timeline scope = Timeline.of(0, MONTH).subtract(someTime());
            Timeline forgiven = someTime();

            assertThat(StateAttainment.of(
                                    new Observation(sevenfold(seen.good()), sevenfold(seen.bad())),
                                    sevenfold(scope),
                                    sevenfold(forgiven))
                            .attained())
                    .isEqualTo(StateAttainment.of(seen, scope, forgiven).attained());
        }
    }

    private static Timeline sevenfold(Timeline time) {
        return Timeline.of(time.intervals().stream()
                .map(each -> new Interval(7 * each.from(), 7 * each.to()))
                .toList());
    }

    private Observation seen() {
        Timeline bad = someTime();
        Timeline unknown = someTime();
        return new Observation(Timeline.of(0, MONTH).subtract(bad).subtract(unknown), bad);
    }

    private Timeline someTime() {
        List<Interval> intervals = new ArrayList<>();
        for (int index = 0; index < 6; index++) {
            long from = random.nextInt(2_500_000);
            intervals.add(new Interval(from, from + 1L + random.nextInt(20_000)));
        }
        return Timeline.of(intervals);
    }
}
