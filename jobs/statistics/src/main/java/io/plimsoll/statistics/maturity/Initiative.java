package io.plimsoll.statistics.maturity;

import java.util.List;

/**
 * A set of practices to be achieved together, since one alone often unlocks nothing.
 *
 * @param name area and level that the set reaches, such as {@code M3 to level 4}
 * @param practices their ids, sorted
 * @param levelsUnlocked staged levels gained when all of them are fully achieved: those of every area, and that of the whole
 * @param effort the practices' efforts together
 */
public record Initiative(String name, List<String> practices, int levelsUnlocked, int effort) {

    /** Levels unlocked for an effort, weighted by how critical the scope is. */
    public double leverage(double criticality) {
        return criticality * levelsUnlocked / effort;
    }
}
