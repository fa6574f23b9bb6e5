package io.plimsoll.catalog;

import io.plimsoll.config.Form;
import io.plimsoll.config.Forms;
import io.plimsoll.config.Reading;
import io.plimsoll.config.YamlMap;
import io.plimsoll.config.YamlNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads calendars of service hours. */
final class CalendarReader {

    private static final int DAY = 86_400;
    private static final int DAY_LETTERS = 3;
    private static final Pattern RANGE = Pattern.compile("(\\d{2}):([0-5]\\d)-(\\d{2}):([0-5]\\d)");
    private static final Form<LocalRange> HOURS = Form.of(CalendarReader::hours);

    private final Body body;
    private final YamlMap spec;
    private final HolidayFiles holidayFiles;

    CalendarReader(Body body, HolidayFiles holidayFiles) {
        this.body = body;
        this.spec = body.spec();
        this.holidayFiles = holidayFiles;
    }

    /** The calendar; empty with problems when it has no zone. */
    Optional<ServiceCalendar> read() {
        body.allow("zone", "weekly", "holidays");
        Optional<ZoneId> zone = spec.required("zone", Forms.ZONE);
        Map<DayOfWeek, List<LocalRange>> weekly =
                spec.requiredMap("weekly").map(CalendarReader::weekly).orElse(Map.of());
        Set<LocalDate> holidays = holidays();
        return zone.map(in -> new ServiceCalendar(body.name(), in, weekly, holidays, body.effective(), body.origin()));
    }

    private static Map<DayOfWeek, List<LocalRange>> weekly(YamlMap map) {
        Map<String, DayOfWeek> days = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day.name().substring(0, DAY_LETTERS).toLowerCase(Locale.ROOT), day);
        }
        map.allow(days.keySet());
        Map<DayOfWeek, List<LocalRange>> weekly = new EnumMap<>(DayOfWeek.class);
        days.forEach((key, day) -> {
            List<LocalRange> ranges = new ArrayList<>(map.values(key, HOURS));
            ranges.sort(Comparator.comparingInt(LocalRange::fromSecond));
            for (int next = 1; next < ranges.size(); next++) {
                if (ranges.get(next).fromSecond() < ranges.get(next - 1).toSecond()) {
                    map.problem(key, "has hours that overlap; write ranges that are apart");
                }
            }
            if (!ranges.isEmpty()) {
                weekly.put(day, List.copyOf(ranges));
            }
        });
        return weekly;
    }

    private static Reading<LocalRange> hours(String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            return Reading.wrong("'" + text + "' is not a range of hours; write it as \"08:00-18:30\"");
        }
        int from = second(matcher.group(1), matcher.group(2));
        int to = second(matcher.group(3), matcher.group(4));
        return from < to && to <= DAY
                ? Reading.of(new LocalRange(from, to))
                : Reading.wrong(
                        "'" + text + "' does not end after it starts, within one day; write hours over midnight as"
                                + " two ranges, the first up to 24:00");
    }

    private static int second(String hours, String minutes) {
        return Integer.parseInt(hours) * 3600 + Integer.parseInt(minutes) * 60;
    }

    private Set<LocalDate> holidays() {
        Set<LocalDate> days = new HashSet<>();
        Optional<YamlNode> holidays = spec.get("holidays");
        List<YamlNode> items = holidays.filter(YamlNode::isList).isPresent()
                ? spec.list("holidays")
                : holidays.map(List::of).orElse(List.of());
        items.forEach(item -> days.addAll(holidays(item)));
        return days;
    }

    private Set<LocalDate> holidays(YamlNode item) {
        boolean isFile = item.isScalar()
                && item.as(Forms.TEXT)
                        .filter(text -> text.toLowerCase(Locale.ROOT).endsWith(".ics"))
                        .isPresent();
        if (isFile) {
            return item.as(holidayFiles.form()).orElse(Set.of());
        }
        return item.as(Forms.DATE).map(Set::of).orElse(Set.of());
    }
}
