package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Tools;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Gap;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.Truth;
import java.util.List;

/** The outside probe was switched off for the third week; what it watches has a tool of record beside it, so no figure suffers. */
public final class SilentProbe implements Story {

    private static final int WEEK = 2;

    @Override
    public boolean fits(Company company, History history) {
        return history.weeks().size() > WEEK
                && !company.measuredBy(Tools.UPTIME_PROBE).isEmpty();
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        Span week = history.weeks().get(WEEK);
        company.measuredBy(Tools.UPTIME_PROBE)
                .forEach(pair -> plot.add(new Gap(pair.getKey().name(), Tools.UPTIME_PROBE, week)));
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of();
    }
}
