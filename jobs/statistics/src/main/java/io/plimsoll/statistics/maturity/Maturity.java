package io.plimsoll.statistics.maturity;

import java.util.Comparator;
import java.util.List;

/**
 * Maturity of a set of practices. The staged level is the highest L for which every practice at L is Largely and every practice
 * below L Fully achieved (as process assessment models have it, ISO/IEC 33020 and CMMI); everybody is at level 1.
 */
public final class Maturity {

    /** The level that asks for nothing. */
    public static final int LOWEST = 1;

    /** The level above which there is none. */
    public static final int HIGHEST = 5;

    private final List<AssessedPractice> practices;

    private Maturity(List<AssessedPractice> practices) {
        this.practices = practices;
    }

    /** The maturity that the given practices show; without any practice it is level 1. */
    public static Maturity of(List<AssessedPractice> practices) {
        return new Maturity(practices.stream()
                .sorted(Comparator.comparing(AssessedPractice::id))
                .toList());
    }

    /** The staged level, 1 to 5. A level at which no practice is expected is passed through. */
    public int stagedLevel() {
        int level = LOWEST;
        while (level < highestExpected() && blocking(level + 1).isEmpty()) {
            level++;
        }
        return level;
    }

    /**
     * The continuous level in [1,5]: 1, and for each of the levels 2 to 5 the mean achievement of its practices, however the
     * others stand. It moves with every practice, where the staged level waits for all. A level without practices counts as
     * much as those that have some.
     */
    public double continuousLevel() {
        double sum = 0;
        int levels = 0;
        for (int level = LOWEST + 1; level <= HIGHEST; level++) {
            int expected = level;
            var achievements = practices.stream()
                    .filter(practice -> practice.level() == expected)
                    .mapToDouble(practice -> practice.rating().achievement())
                    .average();
            if (achievements.isPresent()) {
                sum += achievements.getAsDouble();
                levels++;
            }
        }
        return levels == 0 ? LOWEST : LOWEST + (HIGHEST - LOWEST) * sum / levels;
    }

    /** What keeps the staged level from being one higher, by id; empty at the highest level. */
    public List<AssessedPractice> blocking() {
        int level = stagedLevel();
        return level >= highestExpected() ? List.of() : blocking(level + 1);
    }

    /** What stands in the way of a level, by id. */
    List<AssessedPractice> blocking(int target) {
        return practices.stream().filter(practice -> practice.blocks(target)).toList();
    }

    private int highestExpected() {
        return practices.stream().mapToInt(AssessedPractice::level).max().orElse(LOWEST);
    }
}
