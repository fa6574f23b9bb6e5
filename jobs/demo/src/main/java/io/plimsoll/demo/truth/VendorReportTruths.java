package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.signal.World;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
                truths.add(disclosure(service, service.vendor()));
            }
        }
        return truths;
    }

    /** The key of a vendor's score in the quarter in which the past ends. */
    public static Map<String, Object> thisQuarter(World world, String vendor) {
        return Ordered.map("vendor_id", vendor)
                .and("quarter_start", quarter(world).toString())
                .and("as_of", world.history().asOf().toString())
                .build();
    }

    private static LocalDate quarter(World world) {
        return world.history().quarter();
    }

    private List<YearMonth> reported() {
        return world.history().fullMonths().stream()
                .filter(month -> claims.isIn(month) && !month.atDay(1).isBefore(quarter(world)))
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
                Ordered.map("dimension", "accuracy")
                        .and(thisQuarter(world, vendor))
                        .build(),
                Ordered.map()
                        .and("numerator", compared == 0 ? null : accurate)
                        .and("denominator", compared == 0 ? null : compared)
                        .build(),
                vendor + " reported no more than was measured in " + accurate + " of " + compared + " reports.");
    }

    private Truth disclosure(Service service, String vendor) {
        List<YearMonth> months = reported().stream().filter(service::isLiveIn).toList();
        long onRecord = months.stream()
                .mapToLong(month -> claims.incidents(service, month))
                .sum();
        long disclosed = months.stream()
                .mapToLong(month -> claims.disclosed(service, vendor, month))
                .sum();
        return new Truth(
                "vendor-disclosure:" + vendor,
                "gold.vendor_scorecard_detail",
                Ordered.map("dimension", "disclosure")
                        .and(thisQuarter(world, vendor))
                        .build(),
                Ordered.map()
                        .and("numerator", onRecord == 0 ? null : disclosed)
                        .and("denominator", onRecord == 0 ? null : onRecord)
                        .build(),
                vendor + " owned up to " + disclosed + " of " + onRecord + " incidents.");
    }

    private List<Indicator> indicators(Service service) {
        return world.company().indicators().stream()
                .filter(indicator -> indicator.service().equals(service.name()))
                .toList();
    }
}
