package io.plimsoll.statistics.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.statistics.attainment.CompositeObjective.Member;
import io.plimsoll.statistics.attainment.CreditTiers.Tier;
import io.plimsoll.statistics.timeline.Timeline;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Worked numbers of others: slo/published_tables.json; each test is named after its entry, which says where it stands. */
class PublishedTablesTest {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final Timeline NONE = Timeline.empty();

    @Test
    void opensloBudgetingMethodQuickCalcOccurrences() throws IOException {
        JsonNode entry = entry("openslo_budgeting_method_quick_calc");
        BigDecimal requests = decimal(entry, "/inputs/daily_requests").multiply(BigDecimal.valueOf(14));
        // The page takes the budget from the requests that succeed while nothing is wrong.
        BigDecimal succeeding = requests.multiply(decimal(entry, "/inputs/base_success"));

        assertThat(new ErrorBudget(decimal(entry, "/inputs/target"), succeeding, BigDecimal.ZERO).budget())
                .isEqualByComparingTo(decimal(entry, "/expected/occurrences_failed_requests_to_exhaust"));
    }

    @Test
    void opensloBudgetingMethodQuickCalcTimeslices() throws IOException {
        JsonNode entry = entry("openslo_budgeting_method_quick_calc");

        assertThat(ErrorBudget.of(decimal(entry, "/inputs/target"), 14 * DAY / MINUTE, 0)
                        .budget())
                .isEqualByComparingTo(decimal(entry, "/expected/timeslices_minutes_to_exhaust"));
    }

    @Test
    void opensloBudgetingMethodQuickCalcRatioTimeslices() throws IOException {
        JsonNode entry = entry("openslo_budgeting_method_quick_calc");
        BigDecimal minutes = BigDecimal.valueOf(14 * DAY / MINUTE);
        BigDecimal badInPeace = BigDecimal.ONE.subtract(decimal(entry, "/inputs/base_success"));
        BigDecimal lostAMinute =
                decimal(entry, "/inputs/base_success").subtract(decimal(entry, "/inputs/attack_success"));
        ErrorBudget budget = new ErrorBudget(decimal(entry, "/inputs/target"), minutes, badInPeace.multiply(minutes));

        assertThat(Ratio.of(budget.remainingAmount())
                        .dividedBy(Ratio.of(lostAMinute))
                        .toBigDecimal(9))
                .isEqualByComparingTo(decimal(entry, "/expected/ratio_timeslices_minutes_exact"));
        assertThat(underAttack(822).meets(decimal(entry, "/inputs/target"))).isTrue();
        assertThat(underAttack(823).meets(decimal(entry, "/inputs/target"))).isFalse();
    }

    @Test
    void opensloLowTraffic() throws IOException {
        JsonNode entry = entry("openslo_low_traffic");
        BigDecimal seconds = ErrorBudget.of(
                        decimal(entry, "/inputs/target"),
                        entry.at("/inputs/window_minutes").asLong() * MINUTE,
                        0)
                .budget();
        Duration budget = Duration.ofMillis(seconds.movePointRight(3).longValueExact());

        assertThat(budget.toMinutes() + " min " + budget.toSecondsPart() + "." + budget.toMillisPart() / 100 + " s")
                .isEqualTo(entry.at("/expected/budget").asText());
    }

    @Test
    void grafanaTimeVsEvent() throws IOException {
        JsonNode entry = entry("grafana_time_vs_event");
        SlotSeries slots = slots(entry.get("good"), entry.get("total"));

        assertThat(attained(slots, AttainmentRule.occurrences()))
                .isEqualTo(Ratio.of(decimal(entry, "/expected/event_based")));
        assertThat(attained(slots, AttainmentRule.ratioTimeslices(MINUTE, MissingData.IGNORE)))
                .isEqualTo(Ratio.of(decimal(entry, "/expected/time_based_ratio")));
    }

    @Test
    void nobl9GistMethods() throws IOException {
        JsonNode entry = entry("nobl9_gist_methods");
        BigDecimal target = decimal(entry, "/target");
        SlotSeries slots = slots(entry.get("good"), entry.get("valid"));
        Ratio occurrences = attained(slots, AttainmentRule.occurrences());
        Ratio burnt = Ratio.ONE.minus(occurrences).dividedBy(Ratio.of(BigDecimal.ONE.subtract(target)));

        // The page cuts its figures instead of rounding them.
        assertThat(percent(occurrences))
                .isCloseTo(decimal(entry, "/expected/occurrences_printed_percent"), within(new BigDecimal("0.0001")));
        assertThat(percent(burnt)).isEqualByComparingTo(decimal(entry, "/expected/budget_burnt_exact_percent"));
        assertThat(attained(slots, AttainmentRule.timeslices(MINUTE, target, MissingData.IGNORE)))
                .isEqualTo(Ratio.of(decimal(entry, "/derived_not_printed_in_stored_text/timeslices")));
        assertThat(attained(slots, AttainmentRule.ratioTimeslices(MINUTE, MissingData.IGNORE))
                        .toBigDecimal(9))
                .isEqualByComparingTo(decimal(entry, "/derived_not_printed_in_stored_text/ratio_timeslices"));
    }

    @Test
    void kibanaTimeslicesMissingIsGood() throws IOException {
        JsonNode entry = entry("kibana_timeslices_missing_is_good");
        BigDecimal target = decimal(entry, "/inputs/target");
        int good = entry.at("/inputs/good_slices").asInt();
        int observed = entry.at("/inputs/observed_slices").asInt();
        long[] starts = LongStream.range(0, observed).map(slot -> slot * MINUTE).toArray();
        long[] goods =
                LongStream.range(0, observed).map(slot -> slot < good ? 1 : 0).toArray();
        long[] totals = LongStream.range(0, observed).map(slot -> 1).toArray();
        Attainment attainment = TimesliceAttainment.of(
                SlotSeries.of(MINUTE, starts, goods, totals),
                Timeline.of(0, entry.at("/inputs/slices_in_window").asLong() * MINUTE),
                NONE,
                AttainmentRule.timeslices(MINUTE, target, MissingData.GOOD));
        long bad = attainment.total().longValueExact()
                - attainment.good().exact().numerator().longValueExact();
        ErrorBudget budget = ErrorBudget.of(target, attainment.total().longValueExact(), bad);

        assertThat(attainment.attained().orElseThrow().toBigDecimal(6))
                .isEqualByComparingTo(decimal(entry, "/expected/sli"));
        // Upstream works the budget out from its rounded indicator.
        assertThat(budget.consumed().orElseThrow().toBigDecimal(9))
                .isCloseTo(decimal(entry, "/expected/consumed"), within(new BigDecimal("0.00001")));
        assertThat(budget.remaining().orElseThrow().toBigDecimal(9))
                .isCloseTo(decimal(entry, "/expected/remaining"), within(new BigDecimal("0.00001")));
        assertThat(Verdict.of(attainment, target, BigDecimal.ZERO)).isEqualTo(Verdict.MET);
    }

    @Test
    void kibanaOccurrencesNegativeBudget() throws IOException {
        JsonNode entry = entry("kibana_occurrences_negative_budget");
        long total = entry.at("/inputs/total").asLong();
        long good = entry.at("/inputs/good").asLong();
        ErrorBudget budget = ErrorBudget.of(decimal(entry, "/inputs/target"), total, total - good);

        assertThat(budget.consumed()).contains(Ratio.of(decimal(entry, "/expected/consumed")));
        assertThat(budget.remaining()).contains(Ratio.of(decimal(entry, "/expected/remaining")));
        assertThat(budget.isViolated()).isTrue();
    }

    @Test
    void kibanaWeightedComposite() throws IOException {
        for (JsonNode example : entry("kibana_weighted_composite").get("cases")) {
            List<Member> members = new ArrayList<>();
            example.get("members").forEach(member -> members.add(member(member)));
            Optional<Ratio> weighted = CompositeObjective.weighted(members);

            if (example.has("sli")) {
                assertThat(weighted).contains(Ratio.of(decimal(example, "/sli")));
            }
            if (example.has("status")) {
                assertThat(status(weighted, example))
                        .isEqualTo(example.get("status").asText());
            }
        }
    }

    @Test
    void burnRateBudgetByWindow() throws IOException {
        for (JsonNode row : entry("burn_rate_budget_by_window").get("rows")) {
            BurnRate burn = new BurnRate(Ratio.of(row.get(0).decimalValue()));
            long window = seconds(row.get(1));

            assertThat(burn.budgetConsumed(window, 30 * DAY))
                    .isEqualTo(Ratio.of(row.get(2).decimalValue()));
            // The weekly column is cut at four places.
            assertThat(burn.budgetConsumed(window, 7 * DAY).toBigDecimal(9))
                    .isBetween(
                            row.get(3).decimalValue(), row.get(3).decimalValue().add(new BigDecimal("0.0001")));
        }
    }

    @Test
    void sreWorkbookTable58() throws IOException {
        for (JsonNode row : entry("sre_workbook_table_5_8").get("rows")) {
            BurnAlert alert = new BurnAlert(row.get(4).decimalValue(), seconds(row.get(1)));

            assertThat(BurnAlert.STANDARD)
                    .usingElementComparator(PublishedTablesTest::byFigures)
                    .contains(alert);
            assertThat(alert.shortSeconds()).isEqualTo(seconds(row.get(2)));
            assertThat(alert.threshold(30 * DAY)).isEqualTo(Ratio.of(row.get(3).decimalValue()));
        }
    }

    @Test
    void slothBurnFactors() throws IOException {
        JsonNode entry = entry("sloth_burn_factors");
        BigDecimal target = decimal(entry, "/objective").movePointLeft(2);

        assertThat(ErrorBudget.of(target, 100, 0).budget())
                .isEqualByComparingTo(decimal(entry, "/exact_error_budget_percent"));
        for (int i = 0; i < BurnAlert.STANDARD.size(); i++) {
            BurnAlert standard = BurnAlert.STANDARD.get(i);
            BigDecimal customShare =
                    entry.get("7d_custom_budget_pct").get(i).decimalValue().movePointLeft(2);
            BurnAlert custom = new BurnAlert(customShare, standard.longSeconds());

            assertThat(standard.threshold(30 * DAY).doubleValue())
                    .isEqualTo(entry.get("30d").get(i).asDouble());
            assertThat(standard.threshold(28 * DAY).doubleValue())
                    .isEqualTo(entry.get("28d").get(i).asDouble());
            assertThat(custom.threshold(7 * DAY).doubleValue())
                    .isEqualTo(entry.get("7d_factors").get(i).asDouble());
        }
    }

    @Test
    void pyrraWindows28d() throws IOException {
        // Whole factors instead of whole percentages: their shares of a 28-day budget.
        List<Ratio> shares = List.of(Ratio.of(1, 48), Ratio.of(1, 16), Ratio.of(1, 14), Ratio.of(1, 7));
        JsonNode rows = entry("pyrra_windows_28d").get("rows");
        for (int i = 0; i < shares.size(); i++) {
            BurnRate factor = new BurnRate(Ratio.of(rows.get(i).get(4).decimalValue()));

            assertThat(factor.budgetConsumed(seconds(rows.get(i).get(2)), 28 * DAY))
                    .isEqualTo(shares.get(i));
        }
    }

    @Test
    void msComposite() throws IOException {
        JsonNode entry = entry("ms_composite");

        assertThat(CompositeObjective.independentSerial(ratios(entry.at("/serial/in"))))
                .isEqualTo(Ratio.of(decimal(entry, "/serial/exact")));
        assertThat(CompositeObjective.independentParallel(ratios(entry.at("/parallel/in"))))
                .isEqualTo(Ratio.of(decimal(entry, "/parallel/exact")));
        // Printed to fewer places than the product has.
        assertThat(CompositeObjective.independentSerial(ratios(entry.at("/serial_of_parallel/in")))
                        .toBigDecimal(11))
                .isCloseTo(decimal(entry, "/serial_of_parallel/exact"), within(new BigDecimal("1e-10")));
    }

    @Test
    void awsComputeOptimizerBoundaryCases() throws IOException {
        CreditTiers tiers = tiers(entry("aws_compute_optimizer_credit"));

        for (JsonNode example : entry("aws_compute_optimizer_boundary_cases")) {
            assertThat(tiers.percent(uptime(decimal(example, "/uptime"))))
                    .as("credit at %s %%", example.get("uptime"))
                    .isEqualByComparingTo(decimal(example, "/credit_pct"));
        }
    }

    @Test
    void langfuseCredit() throws IOException {
        JsonNode entry = entry("langfuse_credit");
        CreditTiers tiers = tiers(entry);

        for (JsonNode tier : entry.get("tiers")) {
            BigDecimal lowest = tier.has("gte") ? decimal(tier, "/gte") : BigDecimal.ZERO;
            BigDecimal justBelow = decimal(tier, "/lt").subtract(new BigDecimal("1e-12"));

            assertThat(tiers.percent(uptime(lowest))).isEqualByComparingTo(decimal(tier, "/credit_pct"));
            assertThat(tiers.percent(uptime(justBelow))).isEqualByComparingTo(decimal(tier, "/credit_pct"));
        }
    }

    /** Two weeks of minutes, some of them under attack. */
    private static Attainment underAttack(long minutes) {
        long all = 14 * DAY / MINUTE;
        RatioSum good = RatioSum.of(new long[] {minutes, 99 * (all - minutes)}, new long[] {100, 100});
        return new Attainment(good, BigInteger.valueOf(all), all, all);
    }

    private static Member member(JsonNode member) {
        Optional<Ratio> attained =
                member.get(1).isNumber() ? Optional.of(Ratio.of(member.get(1).decimalValue())) : Optional.empty();
        return new Member(member.get(0).decimalValue(), attained);
    }

    private static String status(Optional<Ratio> attained, JsonNode example) {
        if (attained.isEmpty()) {
            return "NO_DATA";
        }
        boolean met = attained.get().compareTo(Ratio.of(decimal(example, "/target"))) >= 0;
        return met ? "HEALTHY" : "VIOLATED";
    }

    private static int byFigures(BurnAlert left, BurnAlert right) {
        int byShare = left.budgetShare().compareTo(right.budgetShare());
        return byShare != 0 ? byShare : Long.compare(left.longSeconds(), right.longSeconds());
    }

    private static SlotSeries slots(JsonNode good, JsonNode total) {
        long[] starts =
                LongStream.range(0, good.size()).map(slot -> slot * MINUTE).toArray();
        return SlotSeries.of(MINUTE, starts, longs(good), longs(total));
    }

    private static Ratio attained(SlotSeries slots, AttainmentRule rule) {
        return TimesliceAttainment.of(slots, Timeline.of(0, DAY), NONE, rule)
                .attained()
                .orElseThrow();
    }

    private static CreditTiers tiers(JsonNode entry) {
        List<Tier> tiers = new ArrayList<>();
        entry.get("tiers").forEach(tier -> tiers.add(new Tier(decimal(tier, "/lt"), decimal(tier, "/credit_pct"))));
        return CreditTiers.of(tiers);
    }

    private static Ratio uptime(BigDecimal percent) {
        return Ratio.of(percent.movePointLeft(2));
    }

    private static BigDecimal percent(Ratio ratio) {
        return ratio.times(Ratio.of(100, 1)).toBigDecimal(7);
    }

    private static List<Ratio> ratios(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(element -> Ratio.of(element.decimalValue()))
                .toList();
    }

    private static long[] longs(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .toArray();
    }

    private static long seconds(JsonNode duration) {
        String text = duration.asText();
        return Duration.parse((text.endsWith("d") ? "P" : "PT") + text).toSeconds();
    }

    private static BigDecimal decimal(JsonNode node, String pointer) {
        return node.at(pointer).decimalValue();
    }

    private static JsonNode entry(String name) throws IOException {
        return ReferenceFolder.json("slo/published_tables.json").get(name);
    }
}
