package io.plimsoll.statistics.timeline;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.HashSet;
import java.util.Set;

/** How finely time must be cut so that no cut lies across a full hour of any of some zones. */
public final class HourGrid {

    private static final long HOUR = 3600;
    /** Every offset in use is a multiple of it. */
    private static final long QUARTER_HOUR = 900;
    /** Before it lie offsets of minutes and seconds that no record knows. */
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private HourGrid() {}

    /**
     * 3600 when the full hours of all zones are the same instants, summer and winter, from the year 2000 on; else 900.
     *
     * @param zones zones whose full hours matter
     */
    public static long seconds(ZoneId... zones) {
        Set<Long> phases = new HashSet<>();
        for (ZoneId zone : zones) {
            offsets(zone.getRules()).forEach(offset -> phases.add(Math.floorMod(offset.getTotalSeconds(), HOUR)));
        }
        return phases.size() > 1 ? QUARTER_HOUR : HOUR;
    }

    private static Set<ZoneOffset> offsets(ZoneRules rules) {
        Set<ZoneOffset> offsets = new HashSet<>(Set.of(rules.getOffset(FIRST)));
        rules.getTransitions().stream()
                .filter(transition -> transition.getInstant().isAfter(FIRST))
                .forEach(transition -> offsets.add(transition.getOffsetAfter()));
        rules.getTransitionRules().forEach(rule -> offsets.add(rule.getOffsetAfter()));
        return offsets;
    }
}
