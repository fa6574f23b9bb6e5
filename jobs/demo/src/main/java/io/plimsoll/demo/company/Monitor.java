package io.plimsoll.demo.company;

/**
 * A tool that measures an indicator.
 *
 * @param slotSeconds length of its slots
 * @param load what it sees on a usual day
 * @param daysBefore days on its record before the past that the enterprise tells
 */
public record Monitor(String tool, int slotSeconds, Load load, int daysBefore) {

    /** A tool whose record begins with the past that is told. */
    public Monitor(String tool, int slotSeconds, Load load) {
        this(tool, slotSeconds, load, 0);
    }
}
