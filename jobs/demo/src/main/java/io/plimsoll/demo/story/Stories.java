package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.Truth;
import java.util.List;

/** The stories that fit an enterprise and its past, in the order in which they are told. */
public final class Stories {

    private final List<Story> stories;

    private Stories(List<Story> stories) {
        this.stories = stories;
    }

    /** Every story that fits. */
    public static Stories fitting(Company company, History history, Noise noise) {
        List<Story> all = List.of(
                new OutageBreach(),
                new MaintainedOutage(),
                new UnapprovedMaintenance(),
                new CappedMaintenance(),
                new ForgivenMaintenance(),
                new ExactlyAtTarget(),
                new MonitoringGap(),
                new NoTraffic(),
                new OverspentBudget(),
                new FastBurn(),
                new TightenedTarget(),
                new PromiseBeyondItsChain(),
                new VendorOutage(),
                new VendorDenial(),
                new WarehouseShifts(),
                new SilentProbe(),
                new LostSlot(),
                new SlowerRelease(),
                new DeviatingDefinition(),
                new DiskRunsOut(),
                new SaturatingPool(),
                new OversizedFleet(),
                new UsageJump(),
                new CheapVendor(),
                new YoungVendor(),
                new UnwantedService(),
                new UnfairComparison(),
                new OrdinaryChanges(noise),
                new OrdinaryFaults(noise),
                new AgreeingSources());
        return new Stories(
                all.stream().filter(story -> story.fits(company, history)).toList());
    }

    /** The past with everything that the stories plant. */
    public World tell(Company company, History history, Noise noise) {
        Plot plot = new Plot();
        stories.forEach(story -> story.plant(company, history, plot));
        return new World(history, company, plot.events(), noise);
    }

    /** What must be found because of them. */
    public List<Truth> truths(World world) {
        return stories.stream().flatMap(story -> story.truths(world).stream()).toList();
    }
}
