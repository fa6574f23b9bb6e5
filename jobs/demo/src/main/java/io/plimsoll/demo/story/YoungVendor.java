package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Tools;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Gap;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.Truth;
import io.plimsoll.demo.truth.VendorReportTruths;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Kleinpost began a month ago, small and without a fault: good as far as one can tell, which is not far. Its year is safe. */
public final class YoungVendor implements Story {

    private static final String CHECKED = "address-proof-checked";

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("address-proof") && history.covers(began(history)) && history.covers(history.storyMonth());
    }

    private static YearMonth began(History history) {
        return history.storyMonth().plusMonths(1);
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        LocalDate first = began(history).atDay(1);
        plot.add(new Gap(CHECKED, Tools.CLOUDWATCH, new Span(history.from(), history.at(first, "00:00"))));
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of(
                new Truth(
                        "address-proof-safe",
                        "gold.sla_risk",
                        Ordered.map("agreement_id", "marketplace-address-proof").build(),
                        Ordered.map("status", "MET")
                                .and("p_breach <= 0.05", true)
                                .and("budget_exhausted_on IS NULL AND foreseen_on IS NULL", true)
                                .build(),
                        "The year of address proofs is as good as certain to be met."),
                new Truth(
                        "vendor-good-but-small",
                        "gold.vendor_scorecard",
                        VendorReportTruths.thisQuarter(world, "kleinpost"),
                        Ordered.map("rank = 1 AND rank_hi - rank_lo >= 2", true)
                                .and("score_hi - score_lo > 0.2 AND score > 0.5", true)
                                .build(),
                        "Kleinpost began a month ago: it is not ranked badly, and how well is uncertain."));
    }
}
