package io.plimsoll.demo.company;

import io.plimsoll.demo.company.BusinessHours.Opening;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The calendars of service hours that agreements refer to, with the public holidays of the years concerned. */
final class BusinessCalendars {

    private static final List<MonthDay> POLISH = List.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 6),
            MonthDay.of(5, 1),
            MonthDay.of(5, 3),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));
    private static final List<MonthDay> ENGLISH = List.of(MonthDay.of(1, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    private BusinessCalendars() {}

    static List<BusinessHours> between(LocalDate first, LocalDate last) {
        return List.of(
                new BusinessHours(
                        "warehouse-shifts",
                        Zones.WARSAW,
                        weekly(
                                new Opening(LocalTime.of(6, 0), LocalTime.of(22, 0)),
                                new Opening(LocalTime.of(6, 0), LocalTime.MIDNIGHT)),
                        polishHolidays(first.getYear(), last.getYear())),
                new BusinessHours(
                        "office-hours",
                        Zones.LONDON,
                        weekly(new Opening(LocalTime.of(8, 0), LocalTime.of(18, 30)), null),
                        englishHolidays(first.getYear(), last.getYear())));
    }

    private static Map<DayOfWeek, List<Opening>> weekly(Opening weekday, @Nullable Opening saturday) {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
                week.put(day, List.of(weekday));
            } else if (day == DayOfWeek.SATURDAY && saturday != null) {
                week.put(day, List.of(saturday));
            }
        }
        return week;
    }

    private static Set<LocalDate> polishHolidays(int firstYear, int lastYear) {
        Set<LocalDate> holidays = fixed(POLISH, firstYear, lastYear);
        for (int year = firstYear; year <= lastYear; year++) {
            holidays.add(easter(year).plusDays(1));
            holidays.add(easter(year).plusDays(60));
        }
        return holidays;
    }

    private static Set<LocalDate> englishHolidays(int firstYear, int lastYear) {
        Set<LocalDate> holidays = fixed(ENGLISH, firstYear, lastYear);
        for (int year = firstYear; year <= lastYear; year++) {
            holidays.add(easter(year).minusDays(2));
            holidays.add(easter(year).plusDays(1));
        }
        return holidays;
    }

    private static Set<LocalDate> fixed(List<MonthDay> days, int firstYear, int lastYear) {
        Set<LocalDate> holidays = new HashSet<>();
        IntStream.rangeClosed(firstYear, lastYear).forEach(year -> days.forEach(day -> holidays.add(day.atYear(year))));
        return holidays;
    }

    /** Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
