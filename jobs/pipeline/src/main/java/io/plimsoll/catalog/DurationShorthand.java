package io.plimsoll.catalog;

import io.plimsoll.config.Form;
import io.plimsoll.config.Reading;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A duration as OpenSLO writes it: {@code 5m}, {@code 28d}, {@code 1M}.
 *
 * @param count from 1
 * @param unit what is counted
 */
public record DurationShorthand(int count, DurationUnit unit) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})([mhdwMQY])");

    static final Form<DurationShorthand> FORM = Form.of(DurationShorthand::read);

    /** Its length where its unit always has the same; empty for months, quarters and years. */
    public Optional<Duration> fixed() {
        return unit.fixed().map(one -> one.multipliedBy(count));
    }

    /** As it is written. */
    @Override
    public String toString() {
        return count + unit.letter();
    }

    private static Reading<DurationShorthand> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Reading.wrong(
                    "'" + text + "' is not a duration; write a whole number and one of m (minutes), h, d, w,"
                            + " M (months), Q, Y, such as 28d");
        }
        int count = Integer.parseInt(matcher.group(1));
        return count > 0
                ? Reading.of(new DurationShorthand(count, unit(matcher.group(2))))
                : Reading.wrong("'" + text + "' has no length; write a number from 1");
    }

    private static DurationUnit unit(String letter) {
        return Arrays.stream(DurationUnit.values())
                .filter(unit -> unit.letter().equals(letter))
                .findFirst()
                .orElseThrow();
    }
}
