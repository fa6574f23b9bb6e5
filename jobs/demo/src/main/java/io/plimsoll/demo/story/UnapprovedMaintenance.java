package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Fault;
import io.plimsoll.demo.signal.IncidentDraft;
import io.plimsoll.demo.signal.Maintenance;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.ComplianceTruth;
import io.plimsoll.demo.truth.ExceptionTruth;
import io.plimsoll.demo.truth.Truth;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;

/** Work on the driver app that nobody approved, or approved too late for the contract, or of a kind that
 * the contract measures: no second of it is excluded. */
public final class UnapprovedMaintenance implements Story {

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("driver-app") && history.covers(history.storyMonth());
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        Span unapproved = morning(history, 19);
        Span late = morning(history, 26);
        Fault down = new Fault("driver-app-requests", unapproved, 1);
        Fault slow = new Fault("driver-app-requests", late, 0.5);
        plot.add(down);
        plot.add(slow);
        plot.add(new IncidentDraft(company.service("driver-app"), down)
                .severity(2)
                .noticed(Duration.ofMinutes(9), Duration.ofMinutes(14), "customer")
                .because("change", "work without approval")
                .summary("Drivers cannot load their tours; somebody works on the database"));
        plot.add(new IncidentDraft(company.service("driver-app"), slow)
                .severity(3, 2)
                .because("change", "work announced too late")
                .summary("Driver app fails every second call during announced work"));
        plot.add(new Maintenance("CHG-WINDOW-0201", "driver-app", unapproved, null, null, "planned"));
        Instant twentyHoursBefore = late.from().minus(Duration.ofHours(20));
        plot.add(new Maintenance("CHG-WINDOW-0202", "driver-app", late, twentyHoursBefore, "change board", "planned"));
        Span emergency = morning(history, 5);
        plot.add(new Maintenance(
                "CHG-WINDOW-0203", "driver-app", emergency, emergency.from(), "duty manager", "emergency"));
    }

    private static Span morning(History history, int day) {
        Instant start = history.storyMonth()
                .atDay(day)
                .atTime(LocalTime.of(10, 0))
                .atZone(Zones.WARSAW)
                .toInstant();
        return Span.of(start, Duration.ofMinutes(270));
    }

    @Override
    public List<Truth> truths(World world) {
        YearMonth month = world.history().storyMonth();
        ExceptionTruth exceptions = new ExceptionTruth(world);
        return List.of(
                new ComplianceTruth(world)
                        .row(
                                "driver-app-unapproved",
                                "couriers-driver-app",
                                month,
                                "One window was never approved, one 20 hours ahead where 48 are due, one is an emergency, which is measured: nothing is excluded."),
                exceptions.refused(
                        "driver-app-window-unapproved",
                        "couriers-driver-app",
                        "CHG-WINDOW-0201",
                        month,
                        "Nobody approved the first window: not a second of it is excluded."),
                exceptions.refused(
                        "driver-app-window-late",
                        "couriers-driver-app",
                        "CHG-WINDOW-0202",
                        month,
                        "The second was approved 20 hours ahead, where 48 are due."),
                exceptions.unapproved(
                        "windows-without-approval",
                        month,
                        1,
                        "It is the only window of the month that began without an approval."));
    }
}
