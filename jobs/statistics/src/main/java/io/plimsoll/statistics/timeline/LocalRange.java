package io.plimsoll.statistics.timeline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opening hours of one local day, {@code [fromSecond, toSecond)} in wall-clock seconds since midnight.
 *
 * @param fromSecond 0 to 86,399
 * @param toSecond up to 86,400, which is 24:00, the end of the day
 */
public record LocalRange(int fromSecond, int toSecond) {
    private static final int DAY = 86_400;
    private static final Pattern TEXT = Pattern.compile("(\\d{2}):([0-5]\\d)-(\\d{2}):([0-5]\\d)");

    /**
     * Rejects a range that leaves the day or does not end after it starts.
     *
     * @throws IllegalArgumentException naming the bounds
     */
    public LocalRange {
        if (fromSecond < 0 || toSecond > DAY || fromSecond >= toSecond) {
            throw new IllegalArgumentException("opening hours must end after they start, within one day: "
                    + clock(fromSecond) + "-" + clock(toSecond)
                    + "; write hours over midnight as two ranges, the first up to 24:00");
        }
    }

    /**
     * Reads {@code HH:MM-HH:MM}; 24:00 is the end of the day.
     *
     * @throws IllegalArgumentException naming the text, when it has another form or is not a range of one day
     */
    public static LocalRange parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "opening hours must read HH:MM-HH:MM, for instance 08:00-18:30: " + text);
        }
        return new LocalRange(
                secondOfDay(matcher.group(1), matcher.group(2)), secondOfDay(matcher.group(3), matcher.group(4)));
    }

    private static int secondOfDay(String hours, String minutes) {
        return Integer.parseInt(hours) * 3600 + Integer.parseInt(minutes) * 60;
    }

    private static String clock(int second) {
        return "%02d:%02d".formatted(Math.floorDiv(second, 3600), Math.floorMod(second, 3600) / 60);
    }
}
