package io.plimsoll.statistics.interval;

/**
 * How much a figure changed, and between which ends that lies when chance is allowed for: the ends recovered from the intervals of
 * the two figures (Zou and Donner 2008, Statistics in Medicine 27, equations 2 and 3), which for Wilson's intervals of two shares is
 * Newcombe's tenth method (1998, Statistics in Medicine 17).
 *
 * @param amount later less earlier
 * @param interval as sure as the intervals that it was made from, when the two figures are independent; surer when they move together
 */
public record Change(double amount, ConfidenceInterval interval) {

    /** What a change shows. */
    public enum Movement {
        UP,
        DOWN,
        /** The interval holds 0. */
        WITHIN_CHANCE
    }

    /**
     * The change between two figures, each inside its own interval.
     *
     * @throws IllegalArgumentException when a figure is outside its interval
     */
    public static Change of(
            double earlier, ConfidenceInterval earlierEnds, double later, ConfidenceInterval laterEnds) {
        rejectOutside(earlier, earlierEnds);
        rejectOutside(later, laterEnds);
        double amount = later - earlier;
        double below = Math.hypot(later - laterEnds.low(), earlierEnds.high() - earlier);
        double above = Math.hypot(laterEnds.high() - later, earlier - earlierEnds.low());
        return new Change(amount, new ConfidenceInterval(amount - below, amount + above));
    }

    /** Up or down when the interval excludes 0. */
    public Movement movement() {
        if (interval.low() > 0) {
            return Movement.UP;
        }
        return interval.high() < 0 ? Movement.DOWN : Movement.WITHIN_CHANCE;
    }

    private static void rejectOutside(double figure, ConfidenceInterval ends) {
        if (!ends.contains(figure)) {
            throw new IllegalArgumentException(
                    "figure " + figure + " is outside its interval from " + ends.low() + " to " + ends.high());
        }
    }
}
