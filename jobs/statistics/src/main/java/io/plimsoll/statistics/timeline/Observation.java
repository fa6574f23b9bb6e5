package io.plimsoll.statistics.timeline;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * What was seen of a service: seconds seen good, seconds seen bad; every other second is unknown.
 *
 * @param good seconds OK
 * @param bad seconds PROBLEM; shares no second with {@code good}
 */
public record Observation(Timeline good, Timeline bad) {
    /**
     * Rejects a second that is good and bad.
     *
     * @throws IllegalArgumentException naming the seconds in both
     */
    public Observation {
        Timeline both = good.intersect(bad);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException("a second cannot be good and bad: " + both);
        }
    }

    /**
     * A composite that needs all its members (observed intersection): good where all are good, bad where any is bad,
     * unknown otherwise.
     *
     * @throws IllegalArgumentException when there is no member
     */
    public static Observation serial(List<Observation> members) {
        return new Observation(
                combine(members, Observation::good, Timeline::intersect),
                combine(members, Observation::bad, Timeline::union));
    }

    /**
     * A composite that needs one of its members (observed union): good where any is good, bad where all are bad, unknown
     * otherwise.
     *
     * @throws IllegalArgumentException when there is no member
     */
    public static Observation parallel(List<Observation> members) {
        return new Observation(
                combine(members, Observation::good, Timeline::union),
                combine(members, Observation::bad, Timeline::intersect));
    }

    /** The seconds that were watched. */
    public Timeline known() {
        return good.union(bad);
    }

    /** What of it lies in a scope. */
    public Observation within(Timeline scope) {
        return new Observation(good.intersect(scope), bad.intersect(scope));
    }

    private static Timeline combine(
            List<Observation> members, Function<Observation, Timeline> part, BinaryOperator<Timeline> operator) {
        return members.stream()
                .map(part)
                .reduce(operator)
                .orElseThrow(() -> new IllegalArgumentException("a composite needs at least one member"));
    }
}
