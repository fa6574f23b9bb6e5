package io.plimsoll.publish;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calendar month, quarter or year, by its local days in whatever zone an agreement has.
 *
 * @param start first day
 * @param end first day after it
 */
public record StatementPeriod(LocalDate start, LocalDate end) {

    private static final Pattern TEXT = Pattern.compile("(\\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?");
    private static final int MONTHS_A_QUARTER = 3;
    private static final int MONTHS_A_YEAR = 12;

    /** A period as a person writes it: {@code 2026-02}, {@code 2026-Q1} or {@code 2026}; empty for any other text. */
    public static Optional<StatementPeriod> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        LocalDate year = LocalDate.of(Integer.parseInt(matcher.group(1)), 1, 1);
        if (matcher.group(2) != null) {
            return Optional.of(of(year.withMonth(Integer.parseInt(matcher.group(2))), 1));
        }
        if (matcher.group(3) != null) {
            int quarter = Integer.parseInt(matcher.group(3)) - 1;
            return Optional.of(of(year.plusMonths((long) quarter * MONTHS_A_QUARTER), MONTHS_A_QUARTER));
        }
        return Optional.of(of(year, MONTHS_A_YEAR));
    }

    private static StatementPeriod of(LocalDate start, int months) {
        return new StatementPeriod(start, start.plusMonths(months));
    }
}
