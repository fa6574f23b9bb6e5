package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Fault;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.ComplianceTruth;
import io.plimsoll.demo.truth.Truth;
import java.time.YearMonth;
import java.util.List;

/** The data platform answers exactly 999 of every 1,000 queries: 99.9 % is met, a billionth more is not. */
public final class ExactlyAtTarget implements Story {

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("data-platform") && history.covers(history.storyMonth());
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        YearMonth month = history.storyMonth();
        Span wholeMonth = new Span(
                month.atDay(1).atStartOfDay(Zones.LONDON).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(Zones.LONDON).toInstant());
        plot.add(new Fault("data-platform-queries", wholeMonth, 0.001));
    }

    @Override
    public List<Truth> truths(World world) {
        ComplianceTruth compliance = new ComplianceTruth(world);
        YearMonth month = world.history().storyMonth();
        return List.of(
                compliance.row(
                        "data-platform-exact",
                        "data-platform-ola",
                        month,
                        "Exactly 99.9 % of the queries were answered and 99.9 % was promised: met."),
                compliance.row(
                        "data-platform-one-billionth-short",
                        "data-platform-finance-ola",
                        month,
                        "The same figure against 99.9000001 %: breached, though both round to 99.9 %."));
    }
}
