package io.plimsoll.statistics.attainment;

import io.plimsoll.statistics.timeline.Observation;
import io.plimsoll.statistics.timeline.Timeline;
import java.math.BigInteger;

/** Attainment from a state history: seconds OK / (seconds OK + seconds PROBLEM), cut to the second. */
public final class StateAttainment {
    private StateAttainment() {}

    /**
     * What was attained; unknown seconds leave the denominator.
     *
     * @param observation seconds seen OK and PROBLEM, in and out of scope
     * @param scope the net scope; for the gross figure the scope before exclusions
     * @param countedGood time whose PROBLEM counts as good; empty for the gross figure
     */
    public static Attainment of(Observation observation, Timeline scope, Timeline countedGood) {
        Observation seen = observation.within(scope);
        long known = seen.known().seconds();
        long bad = seen.bad().subtract(countedGood).seconds();
        return new Attainment(
                RatioSum.whole(BigInteger.valueOf(known - bad)), BigInteger.valueOf(known), known, scope.seconds());
    }
}
