package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormsTest {

    @Test
    void decimalsAreExactlyAsWritten() {
        assertThat(Forms.DECIMAL.read("0.9990").value()).contains(new BigDecimal("0.9990"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99.9%", "1,5", "NaN", ".inf", "0x1F", "1_000", ""})
    void whatIsNotADecimalIsSaid(String text) {
        assertThat(Forms.DECIMAL.read(text).complaint())
                .isEqualTo("'" + text + "' is not a decimal number; write it as 0.999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e300", "1e-300", "123456789012345678901234567890123456789"})
    void decimalsOfMoreThan38DigitsAreRefused(String text) {
        assertThat(Forms.DECIMAL.read(text).complaint())
                .isEqualTo("'" + text + "' has more than 38 digits before or after the point");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.001", "1.2"})
    void ratiosOutsideZeroToOneAreRefused(String text) {
        assertThat(Forms.RATIO.read(text).complaint())
                .isEqualTo("'" + text + "' is not in [0,1]; write a ratio such as 0.999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "1.000"})
    void theBoundsAreRatios(String text) {
        assertThat(Forms.RATIO.read(text).value()).contains(new BigDecimal(text));
    }

    @ParameterizedTest
    @CsvSource({"60,60", "+5,5", "-3,-3"})
    void wholeNumbersMayHaveASign(String text, long number) {
        assertThat(Forms.INTEGER.read(text).value()).contains(number);
    }

    @Test
    void aFractionIsNoWholeNumber() {
        assertThat(Forms.INTEGER.read("1.0").complaint())
                .isEqualTo("'1.0' is not a whole number; write digits only, such as 60");
    }

    @ParameterizedTest
    @CsvSource({"true,true", "False,false", "yes,true", "off,false"})
    void truthIsWhatYamlCallsIt(String text, boolean truth) {
        assertThat(Forms.BOOLEAN.read(text).value()).contains(truth);
    }

    @Test
    void datesAreDaysOfTheCalendar() {
        assertThat(Forms.DATE.read("2026-02-28").value()).contains(LocalDate.of(2026, 2, 28));
        assertThat(Forms.DATE.read("2026-02-29").complaint())
                .isEqualTo("'2026-02-29' is not a day; write it as 2026-05-01");
    }

    @Test
    void instantsNeedTheirOffset() {
        assertThat(Forms.INSTANT.read("2026-05-01T02:00:00+02:00").value())
                .contains(Instant.parse("2026-05-01T00:00:00Z"));
        assertThat(Forms.INSTANT.read("2026-05-01T02:00:00").complaint())
                .isEqualTo(
                        "'2026-05-01T02:00:00' is not an instant; write it with its offset, as 2026-05-01T00:00:00Z");
    }

    @Test
    void zonesAreNamesOfTheIanaDatabase() {
        assertThat(Forms.ZONE.read("Europe/London").value()).contains(ZoneId.of("Europe/London"));
        assertThat(Forms.ZONE.read("Europe/Londn").complaint())
                .isEqualTo("'Europe/Londn' is not a time zone of the IANA database, such as Europe/London or UTC;"
                        + " did you mean 'Europe/London'?");
    }

    @Test
    void anOffsetIsNoZone() {
        assertThat(Forms.ZONE.read("+01:00").value()).isEmpty();
    }

    @Test
    void anUnknownWordIsSaidWithTheKnownOnes() {
        assertThat(Forms.oneOf(List.of("ignore", "bad", "good")).read("ignored").complaint())
                .isEqualTo("'ignored' is not one of ignore, bad, good; did you mean 'ignore'?");
    }
}
