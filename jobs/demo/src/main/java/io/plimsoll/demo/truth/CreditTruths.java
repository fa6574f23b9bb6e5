package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.company.Agreement.Credits;
import io.plimsoll.demo.company.Agreement.Promise;
import io.plimsoll.demo.company.Agreement.Tier;
import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.signal.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Rows of {@code gold.sla_credit} that must be found: what every monthly agreement with credits about the cast's services owes
 * for each closed month, by currency. Brightline claimed a part of what booking's outage earned; nobody claimed anything else.
 */
public final class CreditTruths {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MONEY_DECIMALS = 4;
    private static final String NOTHING_DUE = "NOTHING_DUE";

    private final World world;
    private final BiFunction<String, YearMonth, Map<String, BigDecimal>> charges;

    /** @param charges what a service was billed in a month, by currency */
    public CreditTruths(World world, BiFunction<String, YearMonth, Map<String, BigDecimal>> charges) {
        this.world = world;
        this.charges = charges;
    }

    /** A claim of credit for one month. */
    public record Claim(String id, String agreement, YearMonth month, Instant at, BigDecimal amount, String currency) {}

    /** What was claimed. */
    public static List<Claim> claims(World world) {
        History history = world.history();
        YearMonth month = history.storyMonth();
        LocalDate day = month.plusMonths(1).atDay(6);
        return world.company().runs("booking-api") && history.covers(month) && day.isBefore(history.asOf())
                ? List.of(new Claim(
                        "claim-0001",
                        "brightline-booking",
                        month,
                        history.at(day, "09:00"),
                        new BigDecimal("100.00"),
                        "USD"))
                : List.of();
    }

    /** All of them, what is owed first. */
    public List<Truth> all() {
        List<String> cast = world.company().services().stream()
                .limit(Company.CAST)
                .map(Service::name)
                .toList();
        List<Truth> truths = new ArrayList<>();
        for (Agreement agreement : world.company().agreements()) {
            Credits credits = agreement.credits();
            if (credits != null && agreement.months() == 1 && cast.contains(agreement.service())) {
                world.history().fullMonths().stream()
                        .filter(month -> isClosed(agreement, month))
                        .forEach(month -> truths.addAll(rows(agreement, credits, month)));
            }
        }
        truths.sort(
                Comparator.comparing(truth -> NOTHING_DUE.equals(truth.expect().get("finding"))));
        return truths;
    }

    private boolean isClosed(Agreement agreement, YearMonth month) {
        Instant end =
                month.plusMonths(1).atDay(1).atStartOfDay(agreement.zone()).toInstant();
        return agreement.bindsIn(month) && !end.isAfter(world.history().to());
    }

    private List<Truth> rows(Agreement agreement, Credits credits, YearMonth month) {
        List<BigDecimal> percents = percents(agreement, credits, month);
        List<Truth> rows = new ArrayList<>();
        if (!percents.isEmpty()) {
            charges.apply(agreement.service(), month)
                    .forEach(
                            (currency, amount) -> rows.add(row(agreement, credits, month, percents, currency, amount)));
        }
        return rows;
    }

    /** What each promise with a verdict earns under the cap, the dearest first. */
    private List<BigDecimal> percents(Agreement agreement, Credits credits, YearMonth month) {
        List<BigDecimal> earned = new ArrayList<>();
        for (Promise promise : agreement.promises()) {
            Outcome outcome = new Ledger(world).outcome(agreement, promise, month.atDay(1));
            if (outcome.status().equals("MET") || outcome.status().equals("BREACHED")) {
                earned.add(percent(credits, outcome));
            }
        }
        earned.sort(Comparator.reverseOrder());
        BigDecimal left = BigDecimal.valueOf(credits.capPercent());
        List<BigDecimal> capped = new ArrayList<>();
        for (BigDecimal percent : earned) {
            capped.add(percent.min(left));
            left = left.subtract(percent.min(left));
        }
        return capped;
    }

    private static BigDecimal percent(Credits credits, Outcome outcome) {
        return credits.tiers().stream()
                .filter(tier -> outcome.good().compareTo(tier.below().multiply(outcome.total())) < 0)
                .min(Comparator.comparing(Tier::below))
                .map(tier -> BigDecimal.valueOf(tier.percent()))
                .orElse(BigDecimal.ZERO);
    }

    private Truth row(
            Agreement agreement,
            Credits credits,
            YearMonth month,
            List<BigDecimal> percents,
            String currency,
            BigDecimal amount) {
        BigDecimal due = percents.stream()
                .map(percent -> amount.multiply(percent).divide(HUNDRED, MONEY_DECIMALS, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal claimed = claims(world).stream()
                .filter(claim -> claim.agreement().equals(agreement.name())
                        && claim.month().equals(month)
                        && claim.currency().equals(currency))
                .map(Claim::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        LocalDate claimBefore = month.plusMonths(1).atDay(1).plusDays(credits.claimWithinDays());
        BigDecimal open = due.subtract(claimed).max(BigDecimal.ZERO);
        boolean inTime = claimBefore.isAfter(world.history().asOf());
        return new Truth(
                "credit:" + agreement.name() + ":" + month + ":" + currency,
                "gold.sla_credit",
                Ordered.map("agreement_id", agreement.name())
                        .and("period_start", month.atDay(1).toString())
                        .and("currency", currency)
                        .build(),
                Ordered.map("charges", amount)
                        .and("due", due)
                        .and("claimed", claimed)
                        .and("received", BigDecimal.ZERO)
                        .and("claimable", inTime ? open : BigDecimal.ZERO)
                        .and("finding", finding(due, open, inTime))
                        .build(),
                sentence(agreement, month, currency, due, claimed));
    }

    private static String finding(BigDecimal due, BigDecimal open, boolean inTime) {
        if (due.signum() == 0) {
            return NOTHING_DUE;
        }
        if (open.signum() == 0) {
            return "CLAIMED";
        }
        return inTime ? "CLAIMABLE" : "LAPSED";
    }

    private static String sentence(
            Agreement agreement, YearMonth month, String currency, BigDecimal due, BigDecimal claimed) {
        String owed = agreement.name() + " owes " + due + " " + currency + " for " + month;
        return due.signum() == 0 ? owed + "." : owed + ", of which " + claimed + " were claimed.";
    }
}
