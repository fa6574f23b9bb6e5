package io.plimsoll.catalog;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The units of OpenSLO's duration shorthand. */
public enum DurationUnit {
    /** Sixty seconds. */
    MINUTE("m", Duration.ofMinutes(1)),
    /** Sixty minutes. */
    HOUR("h", Duration.ofHours(1)),
    /** A day. */
    DAY("d", Duration.ofDays(1)),
    /** Seven days. */
    WEEK("w", Duration.ofDays(7)),
    /** A calendar month. */
    MONTH("M", null),
    /** Three calendar months. */
    QUARTER("Q", null),
    /** A calendar year. */
    YEAR("Y", null);

    private final String letter;
    private final Optional<Duration> fixed;

    DurationUnit(String letter, @Nullable Duration fixed) {
        this.letter = letter;
        this.fixed = Optional.ofNullable(fixed);
    }

    /** The letter of the shorthand; m is a minute and M a month. */
    public String letter() {
        return letter;
    }

    /** Its length where it always has the same, a day taken as 24 hours; empty for calendar units. */
    public Optional<Duration> fixed() {
        return fixed;
    }
}
