package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.Truth;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Monitors, service desk, bills, statements and vendors tell the same of every service and month, but for what two stories plant:
 * the customs vendor's figure, and the warehouse's outages outside its shifts, which nobody recorded. Plants nothing itself.
 */
public final class AgreeingSources implements Story {

    private final Story denial = new VendorDenial();
    private final Story shifts = new WarehouseShifts();

    @Override
    public boolean fits(Company company, History history) {
        return !history.fullMonths().isEmpty();
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        // What nobody disputes needs no plant.
    }

    @Override
    public List<Truth> truths(World world) {
        List<Truth> truths = new ArrayList<>();
        for (YearMonth month : world.history().fullMonths()) {
            List<String> planted = planted(world, month);
            truths.add(new Truth(
                    "sources-that-disagree:" + month,
                    "gold.uptime_reconciliation",
                    Ordered.map("month", month.atDay(1).toString())
                            .and("agrees", false)
                            .build(),
                    Ordered.map("rows", planted.size()).build(),
                    planted.isEmpty()
                            ? "In " + month + " no two sources disagree on any service."
                            : "In " + month + " sources disagree on " + String.join(", ", planted)
                                    + " and nothing else."));
        }
        if (shifts.fits(world.company(), world.history())) {
            truths.add(unrecorded(world.history().storyMonth()));
        }
        return truths;
    }

    private List<String> planted(World world, YearMonth month) {
        List<String> planted = new ArrayList<>();
        Company company = world.company();
        History history = world.history();
        if (denial.fits(company, history) && month.equals(VendorOutage.month(history))) {
            planted.add("customs-gateway");
        }
        if (shifts.fits(company, history) && month.equals(history.storyMonth())) {
            planted.add("warehouse-mgmt");
        }
        return planted;
    }

    private static Truth unrecorded(YearMonth month) {
        return new Truth(
                "warehouse-outages-unrecorded",
                "gold.uptime_reconciliation",
                Ordered.map("service_id", "warehouse-mgmt")
                        .and("month", month.atDay(1).toString())
                        .build(),
                Ordered.map("agrees", false)
                        .and("lowest_source", "status-monitor")
                        .and("highest_source", "incident")
                        .build(),
                "The warehouse system was down at night and on a holiday; the monitor saw it and nobody recorded it.");
    }
}
