package io.plimsoll.demo.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.Truth;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoriesTest {

    private static final Map<String, String> VERDICTS = Map.ofEntries(
            Map.entry("booking-outage", "BREACHED"),
            Map.entry("labels-maintained-outage", "MET"),
            Map.entry("driver-app-unapproved", "BREACHED"),
            Map.entry("identity-capped-maintenance", "MET"),
            Map.entry("tracking-forgiven-maintenance", "MET"),
            Map.entry("data-platform-exact", "MET"),
            Map.entry("data-platform-one-billionth-short", "BREACHED"),
            Map.entry("route-planner-unwatched", "NO_DATA"),
            Map.entry("route-planner-watched", "MET"),
            Map.entry("as2-no-traffic", "NO_TRAFFIC"),
            Map.entry("edi-quiet-day", "MET"),
            Map.entry("payharbor-old-target", "MET"),
            Map.entry("payharbor-new-target", "BREACHED"),
            Map.entry("customs-vendor-outage", "BREACHED"),
            Map.entry("customs-vendor-outage-contract", "BREACHED"),
            Map.entry("warehouse-shifts", "MET"),
            Map.entry("customs-one-slot-lost", "MET"));

    private static final Map<String, Truth> DEFAULT = truths(12, 100, 1, LocalDate.of(2026, 6, 30));

    @ParameterizedTest
    @CsvSource({"1,2026-06-30", "2,2026-06-30", "42,2026-03-15", "7,2024-12-31"})
    void theStoriesEndAsToldUnderAnySeedAndInAnySeason(long seed, LocalDate endsOn) {
        Map<String, Truth> truths = truths(12, 100, seed, endsOn);
        assertThat(truths).containsKeys(VERDICTS.keySet().toArray(String[]::new));
        VERDICTS.forEach((id, verdict) ->
                assertThat(expectation(truths, id, "status")).as(id).isEqualTo(verdict));
    }

    @Test
    void maintenanceTurnsABreachIntoAMonthThatIsMet() {
        Map<String, Truth> truths = defaultTruths();
        assertThat(number(truths, "labels-maintained-outage", "attained_gross")).isLessThan(0.995);
        assertThat(number(truths, "labels-maintained-outage", "attained_net")).isGreaterThan(0.995);
        assertThat(expectation(truths, "labels-maintained-outage", "excluded_seconds"))
                .isEqualTo(6 * 3_600L);
    }

    @Test
    void workWithoutTimelyApprovalExcludesNothing() {
        assertThat(expectation(defaultTruths(), "driver-app-unapproved", "excluded_seconds"))
                .isEqualTo(0L);
    }

    // 0.999 each of sign-in, payments (0.9998 but for the first hours of the month) and data platform
    @Test
    void bookingPromisesMoreThanThreeAgreementsCanSupport() {
        assertThat(expectation(
                        defaultTruths(),
                        "chain-unsupported:brightline-booking:booking-api-availability-slo",
                        "possible_ratio"))
                .isEqualTo(new BigDecimal("0.997002999"));
    }

    @Test
    void aCapEndsWhatWeeklyWorkCanExclude() {
        assertThat(expectation(defaultTruths(), "identity-capped-maintenance", "excluded_seconds"))
                .isEqualTo(240 * 60L);
    }

    @Test
    void forgivenWorkTurnsABreachIntoAMonthThatIsMet() {
        Map<String, Truth> truths = defaultTruths();
        assertThat(number(truths, "tracking-forgiven-maintenance", "attained_gross"))
                .isLessThan(0.995);
        assertThat(number(truths, "tracking-forgiven-maintenance", "attained_net"))
                .isGreaterThan(0.995);
        assertThat(expectation(truths, "tracking-forgiven-maintenance", "excluded_seconds"))
                .isEqualTo(4 * 3_600L);
    }

    @Test
    void theExactFigureIsExact() {
        Map<String, Truth> truths = defaultTruths();
        BigDecimal good = (BigDecimal) expectation(truths, "data-platform-exact", "good");
        BigDecimal total = (BigDecimal) expectation(truths, "data-platform-exact", "total");
        assertThat(good.multiply(new BigDecimal(1000))).isEqualByComparingTo(total.multiply(new BigDecimal(999)));
    }

    @Test
    void fourDaysOfThirtyOneLeaveAGap() {
        assertThat(number(defaultTruths(), "route-planner-unwatched", "coverage_ratio"))
                .isCloseTo(27 / 31.0, within(1e-12));
    }

    @Test
    void oneRejectedSlotOfAMonthLeavesItsMark() {
        double slots = 31 * 288.0;
        assertThat(number(defaultTruths(), "customs-one-slot-lost", "coverage_ratio"))
                .isCloseTo((slots - 1) / slots, within(1e-12));
    }

    @Test
    void anOverspentBudgetLeavesLessThanNothing() {
        assertThat(number(defaultTruths(), "tracking-overspent", "remaining_ratio"))
                .isNegative();
    }

    @Test
    void aFastBurnIsAboutTwentyTimesTooFastWhileMostOfTheBudgetIsLeft() {
        Map<String, Truth> truths = defaultTruths();
        assertThat(number(truths, "identity-fast-burn", "burn_6h")).isBetween(18.0, 22.0);
        assertThat(number(truths, "identity-fast-burn", "remaining_ratio")).isPositive();
    }

    // Shifts of May 2026 in Warsaw: 20 weekdays of 16 h (1 May is a holiday), 5 Saturdays of 18 h; 4 weekly windows of
    // 2 h removed,
    // 50 min unwatched; 4,700 s of outage in a shift, the customer's 100 min forgiven.
    @Test
    void shiftsAreCountedToTheSecond() {
        assertThat(truth(defaultTruths(), "warehouse-shifts").expect())
                .containsEntry("total", BigDecimal.valueOf((20 * 16 + 5 * 18 - 4 * 2) * 3_600 - 50 * 60))
                .containsEntry("good", BigDecimal.valueOf((20 * 16 + 5 * 18 - 4 * 2) * 3_600 - 50 * 60 - 4_700))
                .containsEntry("excluded_seconds", 4 * 2 * 3_600L + 100 * 60L)
                .containsEntry("unknown_seconds", 50 * 60L);
    }

    @Test
    void aStoryWhoseServiceIsMissingIsLeftOut() {
        assertThat(truths(1, 100, 1, LocalDate.of(2026, 6, 30)))
                .containsOnlyKeys(
                        "booking-outage",
                        "pool-saturates",
                        "sources-that-disagree:2026-04",
                        "sources-that-disagree:2026-05",
                        "sources-that-disagree:2026-06");
    }

    @Test
    void aPastTooShortForAMonthTellsNoMonthlyStory() {
        assertThat(truths(12, 10, 1, LocalDate.of(2026, 6, 30))).isEmpty();
    }

    private static Map<String, Truth> defaultTruths() {
        return DEFAULT;
    }

    private static Map<String, Truth> truths(int services, int days, long seed, LocalDate endsOn) {
        History history = new History(endsOn.minusDays(days - 1L), endsOn, Zones.LONDON);
        Company company = Company.of(history, services);
        Noise noise = new Noise(seed);
        Stories stories = Stories.fitting(company, history, noise);
        World world = stories.tell(company, history, noise);
        List<Truth> truths = stories.truths(world);
        return truths.stream().collect(Collectors.toMap(Truth::id, Function.identity()));
    }

    private static Truth truth(Map<String, Truth> truths, String id) {
        return Objects.requireNonNull(truths.get(id), id);
    }

    private static Object expectation(Map<String, Truth> truths, String id, String column) {
        return Objects.requireNonNull(truth(truths, id).expect().get(column), column);
    }

    private static double number(Map<String, Truth> truths, String id, String column) {
        return (Double) expectation(truths, id, column);
    }
}
