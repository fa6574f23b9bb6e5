package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Fault;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.WeeklyMaintenance;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.ComplianceTruth;
import io.plimsoll.demo.truth.Truth;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** Sign-in is worked on for 90 minutes every Sunday, but only 240 minutes a month may be excluded: the third window runs into the cap. */
public final class CappedMaintenance implements Story {

    private static final LocalTime START = LocalTime.of(9, 0);
    private static final Duration LENGTH = Duration.ofMinutes(90);

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("identity") && history.covers(history.storyMonth());
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        LocalDate firstOfPast = history.firstDay().with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
        plot.add(new WeeklyMaintenance(
                "identity-weekly@halyard.example",
                "identity",
                "Directory work",
                Zones.LONDON,
                firstOfPast.atTime(START),
                LENGTH,
                history.endsOn(),
                List.of(),
                firstOfPast.minusDays(60).atStartOfDay(Zones.LONDON).toInstant()));
        LocalDate firstOfMonth = history.storyMonth().atDay(1).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        plot.add(new Fault("identity-logins", work(firstOfMonth.plusWeeks(1)), 0.5));
        plot.add(new Fault("identity-logins", work(firstOfMonth.plusWeeks(3)), 0.5));
    }

    private static Span work(LocalDate sunday) {
        return Span.of(sunday.atTime(START).atZone(Zones.LONDON).toInstant(), LENGTH);
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of(
                new ComplianceTruth(world)
                        .row(
                                "identity-capped-maintenance",
                                "identity-ola",
                                world.history().storyMonth(),
                                "Every Sunday has 90 minutes of approved work, and 240 minutes a month are excluded: what is done after them counts."));
    }
}
