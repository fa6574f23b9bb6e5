package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.signal.World;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;

/** Which vendors' reports hold against what was measured: the one that veils an outage is found out, the others are not accused. */
public final class VendorReportTruths {

    private final World world;
    private final VendorClaims claims;

    /** Truths about {@code world}. */
    public VendorReportTruths(World world) {
        this.world = world;
        this.claims = new VendorClaims(world);
    }

    /** All of them: of the quarter in which the past ends. */
    public List<Truth> all() {
        List<Truth> truths = new ArrayList<>();
        for (Service service : world.company().services()) {
            if (service.vendor() != null) {
                truths.add(accuracy(service, service.vendor()));
            }
        }
        return truths;
    }

    private LocalDate quarter() {
        return world.history().endsOn().with(IsoFields.DAY_OF_QUARTER, 1);
    }

    private List<YearMonth> reported() {
        return world.history().fullMonths().stream()
                .filter(month -> claims.isIn(month) && !month.atDay(1).isBefore(quarter()))
                .toList();
    }

    private Truth accuracy(Service service, String vendor) {
        int compared = 0;
        int accurate = 0;
        for (YearMonth month : reported()) {
            for (Indicator indicator : indicators(service)) {
                if (claims.availability(vendor, indicator, month).isPresent()) {
                    compared++;
                    accurate += claims.isVeiled(vendor, month) ? 0 : 1;
                }
            }
        }
        return new Truth(
                "vendor-accuracy:" + vendor,
                "gold.vendor_scorecard_detail",
                Ordered.map("vendor_id", vendor)
                        .and("quarter_start", quarter().toString())
                        .and("dimension", "accuracy")
                        .and("as_of", world.history().asOf().toString())
                        .build(),
                Ordered.map()
                        .and("numerator", compared == 0 ? null : accurate)
                        .and("denominator", compared == 0 ? null : compared)
                        .build(),
                vendor + " reported no more than was measured in " + accurate + " of " + compared + " reports.");
    }

    private List<Indicator> indicators(Service service) {
        return world.company().indicators().stream()
                .filter(indicator -> indicator.service().equals(service.name()))
                .toList();
    }
}
