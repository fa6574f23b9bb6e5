package io.plimsoll.statistics.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every plan, over random windows, policies and scopes. */
class ExclusionPlanInvariantsTest {
    private static final int CASES = 1_000;
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final long MONTH_START = 1_772_323_200; // 2026-03-01T00:00:00Z

    private final Random random = new Random(42);

    @Test
    void netExcludedAndUnknownMakeTheScope() {
        for (int i = 0; i < CASES; i++) {
            Timeline scope = someTimeline();
            Timeline unknown = someTimeline().intersect(scope);
            ExclusionPlan plan = ExclusionPlan.of(scope.subtract(unknown), windows(), policies(), UTC);
            Timeline net = scope.subtract(unknown).subtract(plan.removed()).subtract(plan.countedGood());

            assertThat(net.seconds() + plan.excludedSeconds() + unknown.seconds())
                    .isEqualTo(scope.seconds());
        }
    }

    @Test
    void theWindowsAddUpToTheExcludedSecondsAndSoDoTheSegments() {
        for (int i = 0; i < CASES; i++) {
            ExclusionPlan plan = ExclusionPlan.of(someTimeline(), windows(), policies(), UTC);

            assertThat(plan.windows().stream()
                            .mapToLong(WindowOutcome::excludedSeconds)
                            .sum())
                    .isEqualTo(plan.excludedSeconds());
            assertThat(plan.segments().stream()
                            .mapToLong(ExclusionSegment::seconds)
                            .sum())
                    .isEqualTo(plan.excludedSeconds());
            assertThat(plan.removed().intersect(plan.countedGood()).isEmpty()).isTrue();
        }
    }

    @Test
    void theOrderOfWindowsDoesNotMatter() {
        for (int i = 0; i < CASES; i++) {
            Timeline scope = someTimeline();
            Map<String, ExclusionPolicy> policies = policies();
            List<ExclusionWindow> windows = windows();
            List<ExclusionWindow> shuffled = new ArrayList<>(windows);
            Collections.shuffle(shuffled, random);

            ExclusionPlan plan = ExclusionPlan.of(scope, windows, policies, UTC);
            ExclusionPlan again = ExclusionPlan.of(scope, shuffled, policies, UTC);

            assertThat(again.segments()).isEqualTo(plan.segments());
            assertThat(again.windows()).containsExactlyInAnyOrderElementsOf(plan.windows());
        }
    }

    @Test
    void aWindowIsExcludedInFullOrSaysWhyNot() {
        for (int i = 0; i < CASES; i++) {
            for (WindowOutcome window :
                    ExclusionPlan.of(someTimeline(), windows(), policies(), UTC).windows()) {
                boolean inFull = window.coveredSeconds() == window.inScopeSeconds() && window.excludedSeconds() > 0;

                assertThat(window.notExcluded().isEmpty()).as("%s", window).isEqualTo(inFull);
                assertThat(window.excludedSeconds()).isBetween(0L, window.coveredSeconds());
            }
        }
    }

    private List<ExclusionWindow> windows() {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> {
                    long from = MONTH_START + random.nextInt(900);
                    OptionalLong approvedAt =
                            random.nextInt(4) == 0 ? OptionalLong.empty() : OptionalLong.of(from - random.nextInt(100));
                    String kind = List.of("planned", "emergency", "other").get(random.nextInt(3));
                    return new ExclusionWindow("w" + i, from, from + 1 + random.nextInt(200), kind, approvedAt);
                })
                .toList();
    }

    private Map<String, ExclusionPolicy> policies() {
        return Map.of("planned", policy(), "emergency", policy());
    }

    private ExclusionPolicy policy() {
        Treatment treatment = List.of(Treatment.REMOVE, Treatment.COUNT_GOOD, Treatment.MEASURED)
                .get(random.nextInt(3));
        ExclusionPolicy policy = ExclusionPolicy.of(treatment);
        ExclusionPolicy noticed = random.nextBoolean() ? policy.withNotice(random.nextInt(60)) : policy;
        return random.nextBoolean() ? noticed.withMonthlyCap(random.nextInt(300)) : noticed;
    }

    private Timeline someTimeline() {
        return Timeline.of(IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> {
                    long from = MONTH_START + random.nextInt(1_000);
                    return new Interval(from, from + 1 + random.nextInt(500));
                })
                .toList());
    }
}
