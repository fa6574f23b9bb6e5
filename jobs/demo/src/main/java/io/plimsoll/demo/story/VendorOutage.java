package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Fault;
import io.plimsoll.demo.signal.IncidentDraft;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.AttributionTruth;
import io.plimsoll.demo.truth.ComplianceTruth;
import io.plimsoll.demo.truth.Truth;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;

/**
 * The customs vendor is down for 14 hours in the month before the story month: Ferryline's promise is broken, and every bad slice
 * is the vendor's, whose own contract is broken with it.
 */
public final class VendorOutage implements Story {

    private static final Duration LENGTH = Duration.ofHours(14);

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("customs-gateway") && history.covers(month(history));
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        Fault down = new Fault("customs-gateway-availability", outage(history), 1);
        plot.add(down);
        plot.add(new IncidentDraft(company.service("customs-gateway"), down)
                .major()
                .ofWholeService()
                .noticed(Duration.ofMinutes(6), Duration.ofMinutes(15), "monitoring")
                .because("vendor", "vendor outage")
                .summary("CustomsLink accepts no declarations; the vendor works on its data centre"));
    }

    static Span outage(History history) {
        Instant start = month(history)
                .atDay(14)
                .atTime(LocalTime.of(6, 0))
                .atZone(Zones.WARSAW)
                .toInstant();
        return Span.of(start, LENGTH);
    }

    static YearMonth month(History history) {
        return history.storyMonth().minusMonths(1);
    }

    @Override
    public List<Truth> truths(World world) {
        YearMonth month = month(world.history());
        ComplianceTruth compliance = new ComplianceTruth(world);
        AttributionTruth attribution = new AttributionTruth(world);
        return List.of(
                compliance.row(
                        "customs-vendor-outage",
                        "ferryline-customs",
                        month,
                        "The vendor was down for 14 hours: Ferryline's month is breached."),
                compliance.row(
                        "customs-vendor-outage-contract",
                        "customslink-uc",
                        month,
                        "The vendor's own month is breached with it."),
                attribution.onlyParty(
                        "customs-vendor-answers",
                        "ferryline-customs",
                        "vendor",
                        "customslink",
                        month,
                        "Every bad slice of Ferryline's month is CustomsLink's, which alone broke the promise."),
                attribution.decisive(
                        "vendors-that-broke-a-promise",
                        "vendor",
                        month,
                        1,
                        "No other vendor broke a promise in that month."),
                attribution.decisive(
                        "teams-that-broke-a-promise",
                        "team",
                        month,
                        0,
                        "No team below a promise broke one in that month."));
    }
}
