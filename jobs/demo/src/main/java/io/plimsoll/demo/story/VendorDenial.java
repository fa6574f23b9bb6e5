package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Fault;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.Truth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;

/**
 * Two monitors and the service desk saw the customs gateway down for 14 hours; the vendor's monthly figure counts its other
 * outages of that month and leaves this one out.
 */
public final class VendorDenial implements Story {

    /** The indicator that both monitors watch. */
    public static final String STATE = "customs-gateway-state";

    private static final int DECIMALS = 6;
    private static final String DENIED = "filter(disagreeing_intervals, i -> array_contains(i.seen_up_by, 'vendor'))";

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("customs-gateway")
                && history.covers(month(history))
                && !VendorOutage.month(history).plusMonths(1).atDay(15).isAfter(history.endsOn());
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        plot.add(new Fault(STATE, VendorOutage.outage(history), 1));
    }

    private static YearMonth month(History history) {
        return VendorOutage.month(history);
    }

    /** The availability in [0, 1] that the vendor reports of a state for one month: true but for the outage that it denies. */
    public static BigDecimal reported(World world, Indicator indicator, YearMonth month) {
        Span told = world.history().told(month);
        Span denied = VendorOutage.outage(world.history());
        long down = 0;
        for (Fault fault : world.events().faultsOf(indicator.name())) {
            if (!fault.span().overlaps(denied)) {
                down += secondsInside(fault.span(), told);
            }
        }
        long all = secondsInside(told, told);
        return BigDecimal.valueOf(all - down).divide(BigDecimal.valueOf(all), DECIMALS, RoundingMode.HALF_UP);
    }

    private static long secondsInside(Span span, Span frame) {
        long from = Math.max(span.from().getEpochSecond(), frame.from().getEpochSecond());
        long to = Math.min(span.to().getEpochSecond(), frame.to().getEpochSecond());
        return Math.max(0, to - from);
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of(new Truth(
                "customs-vendor-denies",
                "gold.uptime_reconciliation",
                Ordered.map("service_id", "customs-gateway")
                        .and("month", month(world.history()).atDay(1).toString())
                        .build(),
                Ordered.map("agrees", false)
                        .and("highest_source", "vendor")
                        .and(
                                "availability_vendor",
                                reported(world, world.company().indicator(STATE), month(world.history())))
                        .and("size(" + DENIED + ")", 1)
                        .and("array_join(" + DENIED + "[0].seen_down_by, ',')", "edge-watch,incident,status-monitor")
                        .and(
                                "explanation LIKE 'vendor equals what % saw without its outage from %: it leaves that one out'",
                                true)
                        .build(),
                "The vendor's figure leaves out 14 hours that two monitors and the service desk saw."));
    }
}
