package io.plimsoll.demo.signal;

import io.plimsoll.demo.company.Resource;
import io.plimsoll.demo.history.Noise;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** How much is used of one metric of one resource, at any instant. */
public final class UsageSignal {

    private static final double DAY_HOURS = 24;

    private final Resource resource;
    private final ZoneId zone;
    private final Noise noise;
    private final List<Usage> usages;

    /** {@code usages} oldest first; the first one starts no later than what is asked for. */
    UsageSignal(Resource resource, ZoneId zone, Noise noise, List<Usage> usages) {
        this.resource = resource;
        this.zone = zone;
        this.noise = noise;
        this.usages = List.copyOf(usages);
    }

    /** Share of the resource's whole capacity in the hour that starts at {@code hour}, in [0, 1]. */
    public double shareAt(Instant hour) {
        Usage usage = usages.get(0);
        for (Usage next : usages) {
            usage = next.since().isAfter(hour) ? usage : next;
        }
        Draw draw = usage.draw();
        double level = draw.level()
                + draw.aDay() * Duration.between(usage.since(), hour).toHours() / DAY_HOURS;
        double calm = 1 - draw.rhythm().at(hour.atZone(zone));
        double off = draw.noise() * (noise.uniform(hour.getEpochSecond()) - 0.5);
        return Math.max(0, Math.min(1, resource.usableShare() * (level * (1 - draw.swing() * calm) + off)));
    }
}
