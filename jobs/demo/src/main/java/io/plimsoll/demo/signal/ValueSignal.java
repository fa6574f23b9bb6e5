package io.plimsoll.demo.signal;

import io.plimsoll.demo.company.Load;
import io.plimsoll.demo.history.Noise;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** The latency of any slot of one indicator, in tenths of a millisecond so that it compares exactly. */
public final class ValueSignal {

    /** The share of answers that a 95th percentile leaves out: fewer slow ones do not move it. */
    private static final double UNSEEN = 0.05;

    private final Load load;
    private final long slotSeconds;
    private final ZoneId zone;
    private final Noise noise;
    private final List<Fault> faults;

    ValueSignal(Load load, long slotSeconds, ZoneId zone, Noise noise, List<Fault> faults) {
        this.load = load;
        this.slotSeconds = slotSeconds;
        this.zone = zone;
        this.noise = noise;
        this.faults = faults;
    }

    /** Tenths of a millisecond in the slot that starts at {@code start}, in seconds since the epoch. */
    public long tenthsAt(long start) {
        double busy = load.rhythm().at(Instant.ofEpochSecond(start).atZone(zone));
        double slow = 1;
        for (Fault fault : faults) {
            if (fault.share() * fault.span().secondsOf(start, slotSeconds) > UNSEEN * slotSeconds) {
                slow = Math.max(slow, 1 + 3 * fault.share());
            }
        }
        double millis = load.level() * (0.85 + 0.15 * busy) * slow * StrictMath.exp(0.1 * noise.normal(start));
        return Math.max(1, Math.round(millis * 10));
    }
}
