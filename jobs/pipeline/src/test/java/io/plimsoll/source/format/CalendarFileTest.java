package io.plimsoll.source.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events as RFC 5545 writes them, in a source whose zone is London. */
class CalendarFileTest {

    private static final int STARTS_AT = 7;
    private static final int ENDS_AT = 8;
    private static final int BROKEN = 10;

    @Test
    void aTimeWithoutAZoneIsLondonsOnBothSidesOfTheClockChange() throws IOException {
        assertThat(records("DTSTART:20260328T220000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2"))
                .extracting(row -> row.<Instant>getAs(STARTS_AT))
                .containsExactly(Instant.parse("2026-03-28T22:00:00Z"), Instant.parse("2026-03-29T21:00:00Z"));
    }

    @Test
    void aWholeDayHasTwentyThreeHoursWhenTheClockChanges() throws IOException {
        Row day = records("DTSTART;VALUE=DATE:20260329").get(0);

        assertThat(day.<Instant>getAs(STARTS_AT)).isEqualTo(Instant.parse("2026-03-29T00:00:00Z"));
        assertThat(day.<Instant>getAs(ENDS_AT)).isEqualTo(Instant.parse("2026-03-29T23:00:00Z"));
    }

    /** The parser alone reads the first as a window every day for two years, and the last two in London's time. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART:20260328T220000                | RRULE:FREQ=DAILY;UNTIL=soon  | the event's RRULE cannot be read: 'FREQ=DAILY;UNTIL=soon'
            DTSTART:20260328T220000                | RRULE:FREQ=FORTNIGHTLY       | the event's RRULE cannot be read: 'FREQ=FORTNIGHTLY'
            DTSTART:20260328T220000                | EXDATE:christmas             | the event's EXDATE cannot be read: 'christmas'
            DTSTART;TZID=Mars/Base:20260328T220000 | DURATION:PT1H                | the event's zone 'Mars/Base' is neither defined in the file (VTIMEZONE) nor a name such as Europe/London
            DTSTART:20260328T220000                | EXDATE;TZID=Mars/Base:20260329T220000 | the event's zone 'Mars/Base' is neither defined in the file (VTIMEZONE) nor a name such as Europe/London
            """)
    void anEventWhoseTimesAreNotUnderstoodIsNoWindow(String start, String further, String reason) throws IOException {
        List<Row> records = records(start, further);

        assertThat(records).singleElement().satisfies(row -> {
            assertThat(row.isNullAt(STARTS_AT)).isTrue();
            assertThat(row.getString(BROKEN)).isEqualTo(reason);
        });
    }

    private static List<Row> records(String... properties) throws IOException {
        String file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\n"
                + String.join("\r\n", properties)
                + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        return CalendarFile.records(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), ZoneId.of("Europe/London"));
    }
}
