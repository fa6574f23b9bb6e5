package io.plimsoll.statistics.maturity;

/**
 * A practice as one scope (an enterprise, a business unit, a team) was found to follow it.
 *
 * @param id the practice
 * @param area group of practices that it belongs to
 * @param level maturity level at which it is expected, 2 to 5
 * @param effort what it takes to achieve it, in units that the practices share, above 0
 * @param rating how far it is achieved
 */
public record AssessedPractice(String id, String area, int level, int effort, Rating rating) {

    /** The same practice, fully achieved. */
    public AssessedPractice achieved() {
        return new AssessedPractice(id, area, level, effort, Rating.FULLY);
    }

    /** Whether it stands in the way of a maturity level: at the level itself Largely will do, below it Fully is asked. */
    boolean blocks(int target) {
        return level <= target && !rating.isAtLeast(level < target ? Rating.FULLY : Rating.LARGELY);
    }
}
