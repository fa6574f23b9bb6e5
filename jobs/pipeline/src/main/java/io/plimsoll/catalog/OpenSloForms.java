package io.plimsoll.catalog;

import io.plimsoll.config.Form;
import io.plimsoll.config.Forms;
import io.plimsoll.config.Reading;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** The forms of values of OpenSLO v1, as its validator judges them. Numbers and truth values must not stand in quotes. */
final class OpenSloForms {

    private static final int LONGEST_NAME = 63;
    private static final int LONGEST_DESCRIPTION = 1050;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    static final Form<String> DNS_LABEL = Forms.TEXT.where(
            text -> text.length() <= LONGEST_NAME && NAME.matcher(text).matches(),
            "is not a name; write at most 63 lower case letters, digits and '-', with a letter or digit at both ends"
                    + " (RFC 1123)");

    static final Form<String> TITLE =
            Forms.TEXT.where(text -> text.length() <= LONGEST_NAME, "is longer than 63 characters; shorten it");

    static final Form<String> DESCRIPTION = Form.of(text -> text.length() <= LONGEST_DESCRIPTION
            ? Reading.of(text)
            : Reading.wrong("has " + text.length() + " characters; shorten it to at most " + LONGEST_DESCRIPTION));

    static final Form<BigDecimal> DECIMAL = Forms.DECIMAL.unquoted();

    static final Form<BigDecimal> TARGET = DECIMAL.where(
            target -> target.signum() >= 0 && target.compareTo(BigDecimal.ONE) < 0,
            "is not in [0,1); write a ratio such as 0.999");

    static final Form<BigDecimal> TARGET_PERCENT = DECIMAL.where(
            percent -> percent.signum() >= 0 && percent.compareTo(BigDecimal.valueOf(100)) < 0,
            "is not in [0,100); write a percentage such as 99.9");

    static final Form<BigDecimal> SLICE_TARGET = DECIMAL.where(
            target -> target.signum() > 0 && target.compareTo(BigDecimal.ONE) <= 0,
            "is not in (0,1]; write a ratio such as 0.95");

    static final Form<BigDecimal> WEIGHT =
            DECIMAL.where(weight -> weight.signum() > 0, "is not greater than 0; write a weight such as 1");

    static final Form<Boolean> BOOLEAN = Forms.BOOLEAN.unquoted();

    static final Form<Comparison> COMPARISON = Forms.oneOf(Comparison.class, Comparison::word);

    static final Form<LocalDateTime> START_TIME = Form.of(OpenSloForms::startTime);

    private OpenSloForms() {}

    private static Reading<LocalDateTime> startTime(String text) {
        try {
            return Reading.of(LocalDateTime.parse(text, START));
        } catch (DateTimeParseException e) {
            return Reading.wrong("'" + text + "' is not a local time; write it as 2026-01-01 00:00:00");
        }
    }
}
