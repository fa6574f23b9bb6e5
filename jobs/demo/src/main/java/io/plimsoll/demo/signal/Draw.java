package io.plimsoll.demo.signal;

import io.plimsoll.demo.company.Rhythm;

/**
 * How much of a resource is used, as a share of what may be used of it.
 *
 * @param level share in the busiest hour, at first
 * @param aDay what the level gains a day
 * @param rhythm how use moves over the local week
 * @param swing how far the rhythm moves it, in [0, 1]: 0 for storage, which nobody empties at night
 * @param noise width of the band around it
 */
public record Draw(double level, double aDay, Rhythm rhythm, double swing, double noise) {

    /** Use that does not follow the hours. */
    public static Draw stored(double level, double aDay, double noise) {
        return new Draw(level, aDay, Rhythm.STEADY, 0, noise);
    }

    /** Use that follows the office hours. */
    public static Draw busy(double level, double aDay, double noise) {
        return new Draw(level, aDay, Rhythm.OFFICE, 0.5, noise);
    }
}
