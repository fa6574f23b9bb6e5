package io.plimsoll.demo.signal;

import io.plimsoll.demo.company.Load;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.history.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Good and total events of any slot of one indicator as one tool counts them. */
public final class CountSignal {

    private final Load load;
    private final long slotSeconds;
    private final ZoneId zone;
    private final Noise noise;
    private final List<Fault> faults;
    private final List<Span> quiets;

    CountSignal(Load load, long slotSeconds, ZoneId zone, Noise noise, List<Fault> faults, List<Span> quiets) {
        this.load = load;
        this.slotSeconds = slotSeconds;
        this.zone = zone;
        this.noise = noise;
        this.faults = faults;
        this.quiets = quiets;
    }

    /** The slot that starts at {@code start}, in seconds since the epoch. */
    public Slot at(long start) {
        long total = total(start);
        return new Slot(start, total - Math.min(total, bad(start, total)), total);
    }

    private long total(long start) {
        if (Span.anyContains(quiets, start)) {
            return 0;
        }
        if (load.fixed()) {
            return Math.round(load.level());
        }
        double busy = load.rhythm().at(Instant.ofEpochSecond(start).atZone(zone));
        double jitter = 0.85 + 0.3 * noise.uniform(3 * start);
        return load.multiple() * Math.max(1, Math.round(load.level() * busy * jitter / load.multiple()));
    }

    /** Events come evenly: of a slot that a fault fills in part, that part of the events is struck. */
    private long bad(long start, long total) {
        double expected = total * load.errorRate() * 2 * noise.uniform(3 * start + 1);
        long bad = (long) (expected + noise.uniform(3 * start + 2));
        for (Fault fault : faults) {
            long seconds = fault.span().secondsOf(start, slotSeconds);
            bad = Math.max(bad, Math.round(total * fault.share() * seconds / slotSeconds));
        }
        return bad;
    }
}
