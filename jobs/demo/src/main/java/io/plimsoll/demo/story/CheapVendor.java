package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Fault;
import io.plimsoll.demo.signal.IncidentDraft;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.Truth;
import io.plimsoll.demo.truth.VendorReportTruths;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * QuickPing costs next to nothing, fails every Tuesday until Wednesday, reports late, and has lost more messages since five weeks: it is
 * the worst vendor, and the year that is promised on it will be missed though it is met to date.
 */
public final class CheapVendor implements Story {

    /** The vendor. */
    public static final String VENDOR = "quickping";

    /** How much later than others it reports. */
    public static final int DAYS_LATE = 12;

    private static final String MESSAGES = "driver-alerts-delivered";
    private static final int WORSE_DAYS = 35;

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("driver-alerts")
                && history.covers(history.storyMonth().minusMonths(1));
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        plot.add(new Fault(
                MESSAGES, new Span(history.at(history.asOf().minusDays(WORSE_DAYS), "00:00"), history.to()), 0.04));
        history.days()
                .filter(day -> day.getDayOfWeek() == DayOfWeek.TUESDAY && day.isBefore(history.endsOn()))
                .forEach(day -> plantOutage(company, history, day, plot));
    }

    private static void plantOutage(Company company, History history, LocalDate day, Plot plot) {
        Fault fault = new Fault(MESSAGES, Span.of(history.at(day, "08:00"), Duration.ofHours(20)), 0.03);
        plot.add(fault);
        plot.add(new IncidentDraft(company.service("driver-alerts"), fault)
                .severity(3)
                .noticed(Duration.ofMinutes(20), Duration.ofMinutes(15), "customer")
                .because("vendor", "vendor overload")
                .summary("Text messages to drivers lost again"));
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of(
                new Truth(
                        "driver-alerts-at-risk",
                        "gold.sla_risk",
                        Ordered.map("agreement_id", "couriers-driver-alerts").build(),
                        Ordered.map("status", "AT_RISK")
                                .and("p_breach >= 0.75", true)
                                .and("attained_net > target AND expected_attained < target", true)
                                .and("budget_exhausted_on > as_of AND budget_exhausted_on < period_end", true)
                                .and("foreseen_on < as_of AND lead_days > 0", true)
                                .and("first_action IS NOT NULL", true)
                                .build(),
                        "The couriers' year of text messages is met to date and will be missed: its budget ends before the year does."),
                new Truth(
                        "vendor-cheap-and-bad",
                        "gold.vendor_scorecard",
                        VendorReportTruths.thisQuarter(world, VENDOR),
                        Ordered.map("rank > 1 AND rank_hi = 4", true)
                                .and("cost_score > 0.5", true)
                                .and(
                                        "greatest(attainment_score, restoration_score, recurrence_score, punctuality_score) < 0.5",
                                        true)
                                .build(),
                        "QuickPing is the cheapest and the worst: what it costs does not make up for what it does."),
                new Truth(
                        "vendors-not-ranked-behind",
                        "gold.vendor_scorecard",
                        Ordered.map("rank", 1)
                                .and("quarter_start", world.history().quarter().toString())
                                .build(),
                        Ordered.map("rows", 3).build(),
                        "No other vendor is ranked behind."));
    }
}
