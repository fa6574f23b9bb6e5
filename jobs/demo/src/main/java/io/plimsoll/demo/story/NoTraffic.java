package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.Quiet;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.ComplianceTruth;
import io.plimsoll.demo.truth.Truth;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The old AS2 channel carries nothing for a month; the other messages rest for one day. */
public final class NoTraffic implements Story {

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("edi-hub") && history.covers(history.storyMonth());
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        YearMonth month = history.storyMonth();
        plot.add(new Quiet(
                "edi-hub-as2", days(month.atDay(1), month.plusMonths(1).atDay(1))));
        plot.add(new Quiet("edi-hub-messages", days(month.atDay(3), month.atDay(4))));
    }

    private static Span days(LocalDate first, LocalDate end) {
        return new Span(
                first.atStartOfDay(Zones.WARSAW).toInstant(),
                end.atStartOfDay(Zones.WARSAW).toInstant());
    }

    @Override
    public List<Truth> truths(World world) {
        ComplianceTruth compliance = new ComplianceTruth(world);
        YearMonth month = world.history().storyMonth();
        return List.of(
                compliance.row(
                        "as2-no-traffic",
                        "motorwerk-as2",
                        month,
                        "Every slot was received and every one was empty: no traffic, which is not met."),
                compliance.row(
                        "edi-quiet-day",
                        "motorwerk-edi",
                        month,
                        "One day without messages lowers neither the figure nor the coverage."));
    }
}
