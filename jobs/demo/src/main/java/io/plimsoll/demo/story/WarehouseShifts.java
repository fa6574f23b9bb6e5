package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Tools;
import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Fault;
import io.plimsoll.demo.signal.Gap;
import io.plimsoll.demo.signal.IncidentDraft;
import io.plimsoll.demo.signal.Maintenance;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.WeeklyMaintenance;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.ComplianceTruth;
import io.plimsoll.demo.truth.Truth;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * The warehouse system is promised during shifts only. Its outages fall into a shift, a night, a public holiday, the weekly work and a
 * customer's own power cut, and the monitor slept once: each counts differently.
 */
public final class WarehouseShifts implements Story {

    private static final String STATE = "warehouse-mgmt-state";

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("warehouse-mgmt") && history.covers(history.storyMonth());
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        YearMonth month = history.storyMonth();
        LocalDate saturday = month.atDay(1).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        LocalDate monday = saturday.plusDays(2);
        Fault inShift = new Fault(STATE, span(monday, "10:05:20", Duration.ofSeconds(4_700)), 1);
        plot.add(inShift);
        plot.add(new IncidentDraft(company.service("warehouse-mgmt"), inShift)
                .severity(2)
                .because("hardware", "disk controller")
                .summary("Warehouse terminals frozen in Poznan"));
        plot.add(new Fault(STATE, span(monday.plusDays(1), "23:00:00", Duration.ofHours(2)), 1));
        plot.add(new Fault(STATE, span(saturday.plusDays(7), "20:30:00", Duration.ofHours(1)), 1));
        plot.add(new Fault(STATE, span(month.atDay(1), "09:00:00", Duration.ofMinutes(45)), 1));
        Span powerCut = span(monday.plusDays(9), "14:00:00", Duration.ofMinutes(100));
        plot.add(new Fault(STATE, powerCut, 1));
        plot.add(new Maintenance(
                "CHG-WINDOW-0301", "warehouse-mgmt", powerCut, powerCut.from(), "service manager", "customer_caused"));
        plot.add(new Gap(STATE, Tools.STATUS_MONITOR, span(monday.plusDays(16), "11:00:00", Duration.ofMinutes(50))));
        plot.add(weeklyWork(history, saturday));
    }

    private static WeeklyMaintenance weeklyWork(History history, LocalDate saturday) {
        LocalDate first = history.firstDay().with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        return new WeeklyMaintenance(
                "warehouse-weekly@halyard.example",
                "warehouse-mgmt",
                "Weekly database work",
                Zones.WARSAW,
                first.atTime(LocalTime.of(20, 0)),
                Duration.ofHours(2),
                history.endsOn(),
                List.of(saturday.plusDays(14)),
                first.minusDays(30).atStartOfDay(Zones.WARSAW).toInstant());
    }

    private static Span span(LocalDate day, String time, Duration length) {
        return Span.of(day.atTime(LocalTime.parse(time)).atZone(Zones.WARSAW).toInstant(), length);
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of(
                new ComplianceTruth(world)
                        .row(
                                "warehouse-shifts",
                                "nordmarkt-warehouse",
                                world.history().storyMonth(),
                                "Only outages during shifts count; weekly work is removed, the customer's power cut counts as good, 50 unwatched minutes leave the sum."));
    }
}
