package io.plimsoll.catalog;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When service is promised.
 *
 * @param zone the zone of its hours and days
 * @param weekly open hours by day of the week, ascending and apart; a day that is not named is closed
 * @param holidays local days that are closed whatever day of the week they are
 */
public record ServiceCalendar(
        String name,
        ZoneId zone,
        Map<DayOfWeek, List<LocalRange>> weekly,
        Set<LocalDate> holidays,
        Effective effective,
        Origin origin)
        implements Entry {

    /** Copies what it is given. */
    public ServiceCalendar {
        weekly = Map.copyOf(weekly);
        holidays = Set.copyOf(holidays);
    }
}
