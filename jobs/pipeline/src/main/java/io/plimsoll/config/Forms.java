package io.plimsoll.config;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The forms of values that settings and catalogue share. */
public final class Forms {

    private static final int MOST_DIGITS = 38;
    private static final Pattern INTEGER_TEXT = Pattern.compile("[-+]?\\d{1,18}");
    private static final Pattern DECIMAL_TEXT = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?");
    private static final Map<String, Boolean> TRUTH =
            Map.of("true", true, "yes", true, "on", true, "false", false, "no", false, "off", false);

    /** Any text. */
    public static final Form<String> TEXT = Form.of(Reading::of);

    /** A decimal number of at most 38 digits before and after the point, exactly as written. */
    public static final Form<BigDecimal> DECIMAL = Form.of(Forms::decimal);

    /** A whole number of at most 18 digits. */
    public static final Form<Long> INTEGER =
            Form.of(text -> INTEGER_TEXT.matcher(text).matches()
                    ? Reading.of(Long.valueOf(text.startsWith("+") ? text.substring(1) : text))
                    : Reading.wrong("'" + text + "' is not a whole number; write digits only, such as 60"));

    /** A whole number that is not negative. */
    public static final Form<Long> COUNT =
            INTEGER.where(number -> number >= 0, "is negative; write a whole number from 0");

    /** A ratio in [0,1]. */
    public static final Form<BigDecimal> RATIO = DECIMAL.where(
            number -> number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0,
            "is not in [0,1]; write a ratio such as 0.999");

    /** {@code true} or {@code false}, and the other words of YAML for them. */
    public static final Form<Boolean> BOOLEAN = Form.of(Forms::bool);

    /** A local day, {@code 2026-05-01}. */
    public static final Form<LocalDate> DATE = temporal(LocalDate::parse, "a day; write it as 2026-05-01");

    /** An instant with its offset, {@code 2026-05-01T00:00:00Z}. */
    public static final Form<Instant> INSTANT = temporal(
            text -> OffsetDateTime.parse(text).toInstant(),
            "an instant; write it with its offset, as 2026-05-01T00:00:00Z");

    /** A time zone of the IANA database by its name, {@code Europe/London}. */
    public static final Form<ZoneId> ZONE = Form.of(Forms::zone);

    private Forms() {}

    /** One of the words that name the values of an enumeration. */
    public static <E extends Enum<E>> Form<E> oneOf(Class<E> type, Function<E, String> word) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E value : type.getEnumConstants()) {
            words.put(word.apply(value), value);
        }
        return oneOf(words);
    }

    /** One of the given words. */
    public static Form<String> oneOf(Collection<String> words) {
        Map<String, String> same = new LinkedHashMap<>();
        words.forEach(word -> same.put(word, word));
        return oneOf(same);
    }

    private static <T> Form<T> oneOf(Map<String, T> words) {
        return Form.of(text -> {
            T value = words.get(text);
            return value != null
                    ? Reading.of(value)
                    : Reading.wrong("'" + text + "' is not one of " + String.join(", ", words.keySet())
                            + Nearest.suggestion(text, words.keySet()));
        });
    }

    private static Reading<BigDecimal> decimal(String text) {
        if (!DECIMAL_TEXT.matcher(text).matches()) {
            return Reading.wrong("'" + text + "' is not a decimal number; write it as 0.999");
        }
        BigDecimal number = new BigDecimal(text);
        int before = number.precision() - number.scale();
        return before > MOST_DIGITS || number.scale() > MOST_DIGITS
                ? Reading.wrong("'" + text + "' has more than 38 digits before or after the point")
                : Reading.of(number);
    }

    private static Reading<Boolean> bool(String text) {
        Boolean truth = TRUTH.get(text.toLowerCase(Locale.ROOT));
        return truth != null ? Reading.of(truth) : Reading.wrong("'" + text + "' is not true or false");
    }

    private static <T> Form<T> temporal(Function<String, T> parse, String expected) {
        return Form.of(text -> {
            try {
                return Reading.of(parse.apply(text));
            } catch (DateTimeException e) {
                return Reading.wrong("'" + text + "' is not " + expected);
            }
        });
    }

    private static Reading<ZoneId> zone(String text) {
        // Short names such as EST are no places: their offset never changes, which is rarely what is meant.
        return ZoneId.getAvailableZoneIds().contains(text)
                ? Reading.of(ZoneId.of(text))
                : Reading.wrong("'" + text + "' is not a time zone of the IANA database, such as Europe/London or UTC"
                        + Nearest.suggestion(
                                text,
                                ZoneId.getAvailableZoneIds().stream().sorted().toList()));
    }
}
