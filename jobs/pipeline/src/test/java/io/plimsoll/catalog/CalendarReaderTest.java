package io.plimsoll.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.Loaded;
import io.plimsoll.config.TextFiles;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CalendarReaderTest {

    private static String calendar(String spec) {
        return "apiVersion: plimsoll/v1\nkind: Calendar\nmetadata: {name: office}\nspec:\n" + spec.indent(2);
    }

    private static Loaded<Catalog> withHolidays(String events) {
        String file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n" + events.replace("\n", "\r\n")
                + "END:VCALENDAR\r\n";
        return Catalog.load(TextFiles.of(
                "catalog/a.yaml",
                calendar("zone: UTC\nweekly: {mon: [\"08:00-18:00\"]}\nholidays: catalog/public.ics\n"),
                "catalog/public.ics",
                file));
    }

    private static Set<LocalDate> holidays(String events) {
        Loaded<Catalog> loaded = withHolidays(events);
        assertThat(loaded.problems()).isEmpty();
        return loaded.value().calendars().get(0).holidays();
    }

    @Test
    void hoursStandByDayInOrder() {
        ServiceCalendar calendar = Judged.catalog(
                        calendar(
                                "zone: Europe/London\nweekly: {mon: [\"13:00-18:30\", \"08:00-12:00\"], sat: [\"09:00-24:00\"]}"))
                .value()
                .calendars()
                .get(0);

        assertThat(calendar.weekly().get(DayOfWeek.MONDAY))
                .containsExactly(new LocalRange(28_800, 43_200), new LocalRange(46_800, 66_600));
        assertThat(calendar.weekly().get(DayOfWeek.SATURDAY)).containsExactly(new LocalRange(32_400, 86_400));
        assertThat(calendar.weekly()).containsOnlyKeys(DayOfWeek.MONDAY, DayOfWeek.SATURDAY);
    }

    @Test
    void holidaysAreDays() {
        assertThat(Judged.catalog(calendar("zone: UTC\nweekly: {}\nholidays: [2026-12-25, 2026-12-26]\n"))
                        .value()
                        .calendars()
                        .get(0)
                        .holidays())
                .containsExactlyInAnyOrder(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "[22:00-02:00]|'22:00-02:00' does not end after it starts, within one day; write hours over midnight as two"
                        + " ranges, the first up to 24:00",
                "[00:00-25:00]|'00:00-25:00' does not end after it starts, within one day",
                "[8-18]|'8-18' is not a range of hours; write it as \"08:00-18:30\"",
                "[08:00-12:00, 11:00-13:00]|has hours that overlap; write ranges that are apart"
            })
    void hoursThatCannotBeAreSaid(String hours, String message) {
        List<String> problems = Judged.document(calendar("zone: UTC\nweekly: {mon: " + hours + "}\n"));

        assertThat(problems).singleElement().asString().contains(message.replace("\"\"", "\""));
    }

    @Test
    void rangesThatTouchAreApart() {
        assertThat(Judged.document(calendar("zone: UTC\nweekly: {mon: [08:00-12:00, 12:00-13:00]}\n")))
                .isEmpty();
    }

    @Test
    void aDayHasThreeLetters() {
        assertThat(Judged.document(calendar("zone: UTC\nweekly: {monday: [08:00-12:00]}\n")))
                .singleElement()
                .asString()
                .contains("unknown key 'monday'", "known keys: mon, tue, wed, thu, fri, sat, sun");
    }

    @Test
    void anAllDayEventIsAHoliday() {
        assertThat(holidays("BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20261225\nEND:VEVENT\n"))
                .containsExactly(LocalDate.of(2026, 12, 25));
    }

    @Test
    void theEndOfAnEventIsTheDayAfter() {
        assertThat(holidays(
                        "BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227\nEND:VEVENT\n"))
                .containsExactlyInAnyOrder(
                        LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26));
    }

    @Test
    void anEventThatRecursForEverIsExpandedTo2100() {
        Set<LocalDate> days =
                holidays("BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:19900501\nRRULE:FREQ=YEARLY\nEND:VEVENT\n");

        // Its own first day, and 2000 to 2100.
        assertThat(days)
                .hasSize(102)
                .contains(LocalDate.of(1990, 5, 1), LocalDate.of(2000, 5, 1), LocalDate.of(2100, 5, 1));
    }

    @Test
    void recurrencesEndAndHaveExceptions() {
        assertThat(holidays("BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20240527\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;"
                        + "UNTIL=20260525\nEXDATE;VALUE=DATE:20250526\nRDATE;VALUE=DATE:20250530\nEND:VEVENT\n"))
                .containsExactlyInAnyOrder(
                        LocalDate.of(2024, 5, 27), LocalDate.of(2025, 5, 30), LocalDate.of(2026, 5, 25));
    }

    @Test
    void anEventOfHoursIsNoHoliday() {
        assertThat(Judged.lines(
                        withHolidays("BEGIN:VEVENT\nUID:1\nSUMMARY:Party\nDTSTART:20261225T100000Z\nEND:VEVENT\n")))
                .containsExactly(
                        "catalog/a.yaml:7: spec.holidays: 'catalog/public.ics': the event 'Party' is not all-day; a"
                                + " holiday closes whole local days, so write DTSTART;VALUE=DATE");
    }

    /** The parser alone reads the rule over and makes it a holiday of one year. */
    @Test
    void aRuleThatIsNotUnderstoodIsSaid() {
        assertThat(
                        Judged.lines(
                                withHolidays(
                                        "BEGIN:VEVENT\nUID:1\nSUMMARY:Xmas\nDTSTART;VALUE=DATE:20251225\nRRULE:FREQ=ANNUALLY\nEND:VEVENT\n")))
                .containsExactly(
                        "catalog/a.yaml:7: spec.holidays: 'catalog/public.ics': 'Xmas': the event's RRULE cannot be"
                                + " read: 'FREQ=ANNUALLY'");
    }

    @Test
    void aFileThatIsMissingIsSaid() {
        assertThat(Judged.document(calendar("zone: UTC\nweekly: {}\nholidays: catalog/none.ics\n")))
                .containsExactly(
                        "7: spec.holidays: there is no file 'catalog/none.ics' in the workspace; write its path from"
                                + " the workspace");
    }

    @Test
    void aFileOutsideTheWorkspaceIsNotRead() {
        assertThat(Judged.document(calendar("zone: UTC\nweekly: {}\nholidays: ../public.ics\n")))
                .containsExactly("7: spec.holidays: '../public.ics' lies outside the workspace; copy the file into it");
    }

    @Test
    void aFileOfAnotherFormatIsSaid() {
        Loaded<Catalog> loaded = Catalog.load(TextFiles.of(
                "catalog/a.yaml",
                calendar("zone: UTC\nweekly: {}\nholidays: catalog/public.ics\n"),
                "catalog/public.ics",
                "hello"));

        assertThat(Judged.lines(loaded))
                .containsExactly(
                        "catalog/a.yaml:7: spec.holidays: 'catalog/public.ics' is not an iCalendar file; it holds no"
                                + " VCALENDAR");
    }
}
