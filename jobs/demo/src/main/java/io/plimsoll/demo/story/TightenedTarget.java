package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.ComplianceTruth;
import io.plimsoll.demo.truth.Truth;
import java.time.YearMonth;
import java.util.List;

/** The payment vendor promises 99.98 % from the story month on, 99.9 % before, and delivers about 99.96 % all along. */
public final class TightenedTarget implements Story {

    @Override
    public boolean fits(Company company, History history) {
        YearMonth before = history.storyMonth().minusMonths(1);
        return company.runs("payments") && history.covers(history.storyMonth()) && history.covers(before);
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        // The contract changes, the service does not: nothing happens to the indicator.
    }

    @Override
    public List<Truth> truths(World world) {
        ComplianceTruth compliance = new ComplianceTruth(world);
        YearMonth month = world.history().storyMonth();
        return List.of(
                compliance.row(
                        "payharbor-old-target",
                        "payharbor-uc",
                        month.minusMonths(1),
                        "Under the old target of 99.9 % the vendor's month is met."),
                compliance.row(
                        "payharbor-new-target",
                        "payharbor-uc",
                        month,
                        "Under the new target of 99.98 % a month as good as the one before is breached."));
    }
}
