package io.plimsoll.statistics.timeline;

import static io.plimsoll.statistics.timeline.Treatment.COUNT_GOOD;
import static io.plimsoll.statistics.timeline.Treatment.MEASURED;
import static io.plimsoll.statistics.timeline.Treatment.REMOVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ExclusionPlanTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final long HOUR = 3_600;
    private static final Timeline SCOPE = Timeline.of(0, 1000);

    @Test
    void anApprovedWindowIsTakenOutOfTheScope() {
        ExclusionPlan plan = plan(ExclusionPolicy.of(REMOVE), approved("w1", 900, 1200));

        assertThat(plan.removed()).isEqualTo(Timeline.of(900, 1000));
        assertThat(plan.countedGood().isEmpty()).isTrue();
        assertThat(plan.segments()).containsExactly(new ExclusionSegment(900, 1000, REMOVE, List.of("w1")));
        WindowOutcome outcome = plan.windows().get(0);
        assertThat(outcome.requestedSeconds()).isEqualTo(300);
        assertThat(outcome.inScopeSeconds()).isEqualTo(100);
        assertThat(outcome.excludedSeconds()).isEqualTo(100);
        assertThat(outcome.notExcluded()).isEmpty();
    }

    @Test
    void overlappingWindowsExcludeASecondOnceAndBothNameIt() {
        ExclusionPlan plan =
                plan(ExclusionPolicy.of(COUNT_GOOD), approved("late", 200, 400), approved("early", 100, 300));

        assertThat(plan.excludedSeconds()).isEqualTo(300);
        assertThat(plan.segments())
                .containsExactly(
                        new ExclusionSegment(100, 200, COUNT_GOOD, List.of("early")),
                        new ExclusionSegment(200, 300, COUNT_GOOD, List.of("early", "late")),
                        new ExclusionSegment(300, 400, COUNT_GOOD, List.of("late")));
        assertThat(plan.windows()).extracting(WindowOutcome::excludedSeconds).containsExactly(100L, 200L);
        assertThat(plan.windows()).extracting(WindowOutcome::coveredSeconds).containsExactly(200L, 200L);
    }

    @Test
    void windowsOfTheSameStartAreCountedUnderTheLowerId() {
        ExclusionPlan plan = plan(ExclusionPolicy.of(REMOVE), approved("b", 100, 200), approved("a", 100, 200));

        assertThat(plan.segments()).extracting(ExclusionSegment::countedUnder).containsExactly("a");
        assertThat(plan.windows().get(0).notExcluded())
                .contains(new NotExcluded(
                        ReasonNotExcluded.COUNTED_UNDER_ANOTHER_WINDOW,
                        "all its seconds are counted under other windows"));
    }

    @Test
    void whereKindsOverlapRemoveWins() {
        ExclusionWindow good = new ExclusionWindow("g", 100, 300, "planned", OptionalLong.of(0));
        ExclusionWindow gone = new ExclusionWindow("r", 200, 400, "emergency", OptionalLong.of(0));
        ExclusionPlan plan = ExclusionPlan.of(
                SCOPE,
                List.of(good, gone),
                Map.of("planned", ExclusionPolicy.of(COUNT_GOOD), "emergency", ExclusionPolicy.of(REMOVE)),
                UTC);

        assertThat(plan.removed()).isEqualTo(Timeline.of(200, 400));
        assertThat(plan.countedGood()).isEqualTo(Timeline.of(100, 200));
        assertThat(plan.segments().get(1).windowIds()).containsExactly("r", "g");
    }

    @Test
    void withoutAnApprovalNothingIsExcluded() {
        ExclusionPlan plan =
                plan(ExclusionPolicy.of(REMOVE), new ExclusionWindow("w1", 100, 200, "planned", OptionalLong.empty()));

        assertThat(plan.excludedSeconds()).isZero();
        assertThat(plan.windows().get(0).notExcluded())
                .contains(new NotExcluded(ReasonNotExcluded.NO_APPROVAL, "not approved"));
    }

    @Test
    void withoutANoticeAnApprovalAfterTheStartWillDo() {
        // sla-example: svc-0, February: mw-0-24 was approved ten minutes after it began and is excluded whole, 9179 s.
        ExclusionPlan plan = plan(ExclusionPolicy.of(REMOVE), window("w1", 100, 200, 110));

        assertThat(plan.excludedSeconds()).isEqualTo(100);
        assertThat(plan.windows().get(0).approvedInAdvance()).isFalse();
    }

    @Test
    void aNoticeOfZeroAsksForAnApprovalAtTheStart() {
        // sla-example: svc-3, March, noticeHours 0: three windows approved ten minutes after their start are measured.
        ExclusionPlan plan = plan(
                ExclusionPolicy.of(REMOVE).withNotice(0), window("at", 100, 200, 100), window("after", 300, 400, 900));

        assertThat(plan.removed()).isEqualTo(Timeline.of(100, 200));
        assertThat(plan.windows().get(1).notExcluded())
                .contains(new NotExcluded(
                        ReasonNotExcluded.NOTICE_TOO_SHORT,
                        "approved 0.17 h after the start, needed at the start at the latest"));
    }

    @Test
    void aNoticeTooShortSaysWhatWasGivenAndWhatIsNeeded() {
        ExclusionPolicy aDayBefore = ExclusionPolicy.of(REMOVE).withNotice(24 * HOUR);
        ExclusionWindow shortNotice = window("w1", 100 * HOUR, 101 * HOUR, 100 * HOUR - 12_600);

        ExclusionPlan plan =
                ExclusionPlan.of(Timeline.of(0, 200 * HOUR), List.of(shortNotice), Map.of("planned", aDayBefore), UTC);

        assertThat(plan.windows().get(0).notExcluded())
                .contains(new NotExcluded(
                        ReasonNotExcluded.NOTICE_TOO_SHORT, "approved 3.5 h before the start, 24 h needed"));
        assertThat(plan.windows().get(0).approvedInAdvance()).isTrue();
    }

    @Test
    void anApprovalExactlyTheNoticeBeforeStands() {
        ExclusionPlan plan = plan(ExclusionPolicy.of(REMOVE).withNotice(50), window("w1", 100, 200, 50));

        assertThat(plan.excludedSeconds()).isEqualTo(100);
    }

    @Test
    void aKindThatIsNotNamedOrMeasuredHasNoEffectAndSaysSo() {
        ExclusionPlan measured = plan(ExclusionPolicy.of(MEASURED), approved("w1", 100, 200));
        ExclusionPlan notNamed = ExclusionPlan.of(SCOPE, List.of(approved("w1", 100, 200)), Map.of(), UTC);

        assertThat(measured.windows().get(0).notExcluded())
                .contains(new NotExcluded(ReasonNotExcluded.MEASURED, "the agreement measures kind 'planned'"));
        assertThat(notNamed.windows().get(0).notExcluded())
                .contains(new NotExcluded(
                        ReasonNotExcluded.KIND_NOT_NAMED, "the agreement names no policy for kind 'planned'"));
        assertThat(measured.excludedSeconds() + notNamed.excludedSeconds()).isZero();
    }

    @Test
    void aWindowOutsideTheScopeSaysSo() {
        ExclusionPlan plan = plan(ExclusionPolicy.of(REMOVE), approved("w1", 1000, 1100));

        assertThat(plan.windows().get(0).notExcluded())
                .map(NotExcluded::reason)
                .contains(ReasonNotExcluded.OUTSIDE_SCOPE);
    }

    @Test
    void aWindowThatCrossesTheCapIsExcludedUpToIt() {
        ExclusionPlan plan = plan(
                ExclusionPolicy.of(REMOVE).withMonthlyCap(150),
                approved("third", 500, 600),
                approved("first", 100, 200),
                approved("second", 300, 400));

        assertThat(plan.removed()).isEqualTo(Timeline.of(100, 200).union(Timeline.of(300, 350)));
        assertThat(plan.windows()).extracting(WindowOutcome::excludedSeconds).containsExactly(0L, 100L, 50L);
        assertThat(plan.windows().get(2).notExcluded())
                .contains(new NotExcluded(
                        ReasonNotExcluded.CAP_USED_UP,
                        "monthly cap of 150 s used up: 50 s of 100 s in scope excluded"));
    }

    @Test
    void overlappingWindowsUseTheCapUpOnce() {
        ExclusionPlan plan =
                plan(ExclusionPolicy.of(REMOVE).withMonthlyCap(150), approved("a", 100, 200), approved("b", 150, 250));

        assertThat(plan.removed()).isEqualTo(Timeline.of(100, 250));
    }

    @Test
    void onlyTimeInScopeUsesTheCapUp() {
        ExclusionPlan plan = ExclusionPlan.of(
                Timeline.of(180, 1000),
                List.of(approved("a", 100, 200), approved("b", 300, 400)),
                Map.of("planned", ExclusionPolicy.of(REMOVE).withMonthlyCap(100)),
                UTC);

        assertThat(plan.removed()).isEqualTo(Timeline.of(180, 200).union(Timeline.of(300, 380)));
    }

    @Test
    void eachKindUsesUpItsOwnCapAlsoWhereAnotherKindExcludesTheSameSeconds() {
        ExclusionWindow gone = new ExclusionWindow("r", 100, 200, "emergency", OptionalLong.of(0));
        ExclusionPlan plan = ExclusionPlan.of(
                SCOPE,
                List.of(gone, approved("g1", 100, 200), approved("g2", 300, 400)),
                Map.of(
                        "emergency", ExclusionPolicy.of(REMOVE),
                        "planned", ExclusionPolicy.of(COUNT_GOOD).withMonthlyCap(100)),
                UTC);

        assertThat(plan.removed()).isEqualTo(Timeline.of(100, 200));
        assertThat(plan.countedGood().isEmpty()).isTrue();
    }

    @Test
    void theCapBeginsAnewWithEachMonthOfTheZone() {
        // In Kolkata March begins at 18:30 UTC on 28 February.
        long march = Instant.parse("2026-02-28T18:30:00Z").getEpochSecond();
        ExclusionPlan plan = ExclusionPlan.of(
                Timeline.of(march - 1000, march + 1000),
                List.of(approved("w1", march - 300, march + 300)),
                Map.of("planned", ExclusionPolicy.of(REMOVE).withMonthlyCap(100)),
                ZoneId.of("Asia/Kolkata"));

        assertThat(plan.removed())
                .isEqualTo(Timeline.of(march - 300, march - 200).union(Timeline.of(march, march + 100)));
    }

    @Test
    void aRepeatedWindowIdIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan(ExclusionPolicy.of(REMOVE), approved("w1", 0, 10), approved("w1", 20, 30)))
                .withMessage("window ids must be distinct, repeated: w1");
    }

    private static ExclusionPlan plan(ExclusionPolicy planned, ExclusionWindow... windows) {
        return ExclusionPlan.of(SCOPE, List.of(windows), Map.of("planned", planned), UTC);
    }

    private static ExclusionWindow approved(String id, long from, long to) {
        return window(id, from, to, 0);
    }

    private static ExclusionWindow window(String id, long from, long to, long approvedAt) {
        return new ExclusionWindow(id, from, to, "planned", OptionalLong.of(approvedAt));
    }
}
