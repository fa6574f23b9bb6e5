package io.plimsoll.statistics.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.statistics.accountability.Attribution.Candidate;
import io.plimsoll.statistics.accountability.Attribution.Lapse;
import io.plimsoll.statistics.accountability.Attribution.Share;
import io.plimsoll.statistics.timeline.Interval;
import io.plimsoll.statistics.timeline.Timeline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A shop that stands on a platform, which stands on a cloud; and on a payment gateway. */
class AttributionTest {

    private final Random random = new Random(3);

    @Test
    void theDeepestThatWasBadAnswersElseTheProvider() {
        List<Candidate> chain = List.of(
                new Candidate("platform", 1, Timeline.of(100, 400)), new Candidate("cloud", 2, Timeline.of(200, 300)));

        assertThat(seconds(Attribution.ofTime(chain, Timeline.of(0, 500))))
                .isEqualTo(Map.of("cloud", 100L, "platform", 200L, "provider", 200L));
    }

    @Test
    void ofEquallyDeepOnesTheFirstDeclaredAnswers() {
        List<Candidate> chain = List.of(
                new Candidate("platform", 1, Timeline.of(0, 60)), new Candidate("gateway", 1, Timeline.of(30, 90)));

        assertThat(seconds(Attribution.ofTime(chain, Timeline.of(0, 90))))
                .isEqualTo(Map.of("platform", 60L, "gateway", 30L));
    }

    @Test
    void aSlotIsNotDividedItIsTheirsWhoWereBadInAnyOfItsSeconds() {
        List<Candidate> chain = List.of(new Candidate("cloud", 1, Timeline.of(350, 360)));
        List<Lapse> slots =
                List.of(new Lapse(new Interval(0, 300), 7, 1, 300), new Lapse(new Interval(300, 600), 5, 1, 0));

        List<Share> shares = Attribution.ofLapses(chain, slots, 9);

        assertThat(shares)
                .containsExactly(
                        new Share(Optional.of("cloud"), new BigDecimal("5.000000000"), 0),
                        new Share(Optional.empty(), new BigDecimal("7.000000000"), 300));
    }

    @Test
    void thirdsAddUpToTheRoundedWhole() {
        List<Candidate> chain = List.of(new Candidate("cloud", 1, Timeline.of(0, 60)));
        List<Lapse> slices = List.of(
                new Lapse(new Interval(0, 60), 1, 3, 60),
                new Lapse(new Interval(60, 120), 1, 3, 60),
                new Lapse(new Interval(120, 180), 1, 1024, 0));

        List<Share> shares = Attribution.ofLapses(chain, slices, 9);

        // 3 − round(2/3 + 2/3 + 1023/1024), as the good of the period is rounded
        assertThat(shares.stream().map(Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0.667643229");
    }

    @Test
    void sharesAddUpToTheWholeAndDoNotDependOnTheOrderOfLapses() {
        for (int run = 0; run < 300; run++) {
            List<Candidate> chain = someChain();
            List<Lapse> lapses = someLapses();
            List<Share> shares = Attribution.ofLapses(chain, lapses, 9);
            List<Lapse> shuffled = new ArrayList<>(lapses);
            Collections.shuffle(shuffled, random);
            Timeline bad = someTime();

            assertThat(Attribution.ofLapses(chain, shuffled, 9)).isEqualTo(shares);
            assertThat(shares.stream().mapToLong(Share::seconds).sum())
                    .isEqualTo(lapses.stream().mapToLong(Lapse::seconds).sum());
            assertThat(Attribution.ofTime(chain, bad).stream()
                            .mapToLong(Share::seconds)
                            .sum())
                    .isEqualTo(bad.seconds());
        }
    }

    @Test
    void everySecondIsTheirsWhomTheRuleNamesForItAlone() {
        for (int run = 0; run < 50; run++) {
            List<Candidate> chain = someChain();
            Timeline bad = someTime();
            Map<String, Long> counted = new TreeMap<>();
            for (long second = 0; second < 3_400; second++) {
                if (bad.contains(second)) {
                    counted.merge(deepest(chain, second), 1L, Long::sum);
                }
            }

            assertThat(seconds(Attribution.ofTime(chain, bad))).isEqualTo(counted);
        }
    }

    private static String deepest(List<Candidate> chain, long second) {
        String answering = "provider";
        int depth = 0;
        for (Candidate candidate : chain) {
            if (candidate.depth() > depth && candidate.bad().contains(second)) {
                answering = candidate.id();
                depth = candidate.depth();
            }
        }
        return answering;
    }

    @Test
    void longerSecondsAndLargerCountsLeaveTheProportionsAlone() {
        for (int run = 0; run < 100; run++) {
            List<Candidate> chain = someChain();
            List<Candidate> longer = chain.stream()
                    .map(each -> new Candidate(each.id(), each.depth(), stretched(each.bad(), 7)))
                    .toList();
            Timeline bad = someTime();
            List<Lapse> lapses = someEvents();
            List<Lapse> larger = lapses.stream()
                    .map(each -> new Lapse(each.when(), 1000 * each.bad(), 1, each.seconds()))
                    .toList();

            assertThat(seconds(Attribution.ofTime(longer, stretched(bad, 7))))
                    .isEqualTo(times(7, seconds(Attribution.ofTime(chain, bad))));
            assertThat(amounts(Attribution.ofLapses(chain, larger, 0)))
                    .isEqualTo(times(1000, amounts(Attribution.ofLapses(chain, lapses, 0))));
        }
    }

    @Test
    void candidatesOfDifferentDepthsMayComeInAnyOrder() {
        for (int run = 0; run < 100; run++) {
            List<Candidate> chain = new ArrayList<>();
            for (int depth = 1; depth <= 4; depth++) {
                chain.add(new Candidate("c" + depth, depth, someTime()));
            }
            Timeline bad = someTime();
            List<Lapse> lapses = someLapses();
            List<Candidate> shuffled = new ArrayList<>(chain);
            Collections.shuffle(shuffled, random);

            assertThat(Attribution.ofTime(shuffled, bad)).isEqualTo(Attribution.ofTime(chain, bad));
            assertThat(Attribution.ofLapses(shuffled, lapses, 9)).isEqualTo(Attribution.ofLapses(chain, lapses, 9));
        }
    }

    @Test
    void nothingBadIsNobodys() {
        assertThat(Attribution.ofLapses(List.of(), List.of(), 9)).isEmpty();
        assertThat(Attribution.ofTime(List.of(), Timeline.empty())).isEmpty();
    }

    private List<Candidate> someChain() {
        List<Candidate> chain = new ArrayList<>();
        for (int index = 0; index < 4; index++) {
            chain.add(new Candidate("c" + index, 1 + random.nextInt(3), someTime()));
        }
        return chain;
    }

    private List<Lapse> someEvents() {
        return someLapses().stream()
                .map(each -> new Lapse(each.when(), each.bad(), 1, each.seconds()))
                .toList();
    }

    private static Timeline stretched(Timeline time, long factor) {
        return Timeline.of(time.intervals().stream()
                .map(each -> new Interval(factor * each.from(), factor * each.to()))
                .toList());
    }

    private static Map<String, Long> times(long factor, Map<String, Long> counts) {
        Map<String, Long> times = new TreeMap<>();
        counts.forEach((id, count) -> times.put(id, factor * count));
        return times;
    }

    private static Map<String, Long> amounts(List<Share> shares) {
        return shares.stream()
                .collect(Collectors.toMap(
                        share -> share.id().orElse("provider"),
                        share -> share.amount().longValueExact()));
    }

    private Timeline someTime() {
        List<Interval> intervals = new ArrayList<>();
        for (int index = 0; index < 5; index++) {
            long from = random.nextInt(3_000);
            intervals.add(new Interval(from, from + 1L + random.nextInt(300)));
        }
        return Timeline.of(intervals);
    }

    private List<Lapse> someLapses() {
        List<Lapse> lapses = new ArrayList<>();
        for (int slice = 0; slice < 50; slice++) {
            long outOf = 1L + random.nextInt(20);
            lapses.add(new Lapse(
                    new Interval(slice * 60L, slice * 60L + 60),
                    1 + random.nextLong(outOf),
                    outOf,
                    random.nextLong(60)));
        }
        return lapses;
    }

    private static Map<String, Long> seconds(List<Share> shares) {
        return shares.stream().collect(Collectors.toMap(share -> share.id().orElse("provider"), Share::seconds));
    }
}
