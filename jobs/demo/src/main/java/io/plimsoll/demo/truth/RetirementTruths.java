package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.signal.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Which agreements should go or change, and that no other should. */
public final class RetirementTruths {

    private static final int SAVING_MONTHS = 3;
    private static final int NOTICE_DAYS = 90;

    private final World world;
    private final BiFunction<String, YearMonth, Map<String, BigDecimal>> charges;

    /**
     * Truths about {@code world}.
     *
     * @param charges what was billed for a service in a month, by currency
     */
    public RetirementTruths(World world, BiFunction<String, YearMonth, Map<String, BigDecimal>> charges) {
        this.world = world;
        this.charges = charges;
    }

    /** None where a service of theirs, or a month of the last three, is missing. */
    public List<Truth> all() {
        boolean areThere = List.of("data-platform", "telex-gateway", "document-archive").stream()
                .allMatch(world.company()::runs);
        if (!areThere || world.history().fullMonths().size() < SAVING_MONTHS) {
            return List.of();
        }
        List<Truth> truths = new ArrayList<>(List.of(
                retired(),
                merged("nordmarkt-archive", "nordmarkt-retention"),
                merged("nordmarkt-retention", "nordmarkt-archive"),
                tightened()));
        truths.add(
                new Truth(
                        "duplicates-alone-are-left",
                        "gold.retirement_candidate",
                        Ordered.map("agreement_id", "data-platform-ola").build(),
                        Ordered.map("action", "leave")
                                .and("is_candidate", false)
                                .and("array_join(hard_signals, ',')", "duplicate")
                                .build(),
                        "That the data platform promises the same twice is no reason of its own: both agreements are left alone."));
        truths.add(new Truth(
                "agreements-that-should-change",
                "gold.retirement_candidate",
                Ordered.map("is_candidate", true).build(),
                Ordered.map("rows", truths.size() - 1).build(),
                "No other agreement should go or change."));
        return truths;
    }

    private Truth retired() {
        List<YearMonth> months = world.history().fullMonths();
        BigDecimal saving = months.subList(months.size() - SAVING_MONTHS, months.size()).stream()
                .map(month -> charges.apply("telex-gateway", month).getOrDefault("EUR", BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(SAVING_MONTHS), 4, RoundingMode.HALF_UP);
        return new Truth(
                "telex-retired",
                "gold.retirement_candidate",
                Ordered.map("agreement_id", "motorwerk-telex").build(),
                Ordered.map("action", "retire")
                        .and("is_candidate", true)
                        .and("array_join(hard_signals, ',')", "no_demand")
                        .and("array_contains(corroborating_signals, 'no_journey_stage')", true)
                        .and(
                                "earliest_on",
                                world.history().asOf().plusDays(NOTICE_DAYS).toString())
                        .and("saving", saving)
                        .and("saving_currency", "EUR")
                        .build(),
                "Nobody has sent a telex for two months: retiring it saves " + saving + " EUR a month.");
    }

    private static Truth merged(String agreement, String other) {
        return new Truth(
                agreement + "-merged",
                "gold.retirement_candidate",
                Ordered.map("agreement_id", agreement).build(),
                Ordered.map("action", "merge")
                        .and("is_candidate", true)
                        .and("array_join(merge_with, ',')", other)
                        .and("saving IS NULL", true)
                        .build(),
                agreement + " promises what " + other + " promises, between the same parties.");
    }

    private static Truth tightened() {
        return new Truth(
                "archive-tightened",
                "gold.retirement_candidate",
                Ordered.map("agreement_id", "treasury-archive").build(),
                Ordered.map("action", "tighten")
                        .and("is_candidate", true)
                        .and("array_join(hard_signals, ',')", "never_binding")
                        .and("earliest_on IS NULL AND saving IS NULL", true)
                        .build(),
                "The treasury's archive has not used a tenth of its budget in any of twelve months: its promise may be stricter.");
    }
}
