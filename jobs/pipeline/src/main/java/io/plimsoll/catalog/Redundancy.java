package io.plimsoll.catalog;

import io.plimsoll.config.Form;
import io.plimsoll.config.Reading;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a resource must be spare.
 *
 * @param spareUnits units that may fail: 0 for N, k for N+k; 0 when everything is there twice
 * @param doubled whether everything is there twice (2N)
 */
public record Redundancy(int spareUnits, boolean doubled) {

    /** Nothing is spare. */
    public static final Redundancy NONE = new Redundancy(0, false);

    private static final Pattern TEXT = Pattern.compile("N|N\\+([1-9]\\d{0,3})|2N");

    static final Form<Redundancy> FORM = Form.of(Redundancy::read);

    private static Reading<Redundancy> read(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Reading.wrong("'" + text + "' is not a redundancy; write N, N+1 (or another number) or 2N");
        }
        boolean doubled = text.equals("2N");
        String spare = matcher.group(1);
        return Reading.of(new Redundancy(spare == null ? 0 : Integer.parseInt(spare), doubled));
    }

    /** As it is written: N, N+1, 2N. */
    @Override
    public String toString() {
        if (doubled) {
            return "2N";
        }
        return spareUnits == 0 ? "N" : "N+" + spareUnits;
    }
}
