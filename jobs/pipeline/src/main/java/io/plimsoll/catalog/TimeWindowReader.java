package io.plimsoll.catalog;

import io.plimsoll.config.Forms;
import io.plimsoll.config.YamlMap;
import io.plimsoll.config.YamlNode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the window of an SLO. */
final class TimeWindowReader {

    private static final String CALENDAR = "calendar";

    /** How many of a unit make a year; none is longer than 366 days. */
    private static final Map<DurationUnit, Integer> LONGEST = new EnumMap<>(Map.of(
            DurationUnit.MINUTE, 366 * 24 * 60,
            DurationUnit.HOUR, 366 * 24,
            DurationUnit.DAY, 366,
            DurationUnit.WEEK, 52,
            DurationUnit.MONTH, 12,
            DurationUnit.QUARTER, 4,
            DurationUnit.YEAR, 1));

    private final YamlMap spec;

    TimeWindowReader(YamlMap spec) {
        this.spec = spec;
    }

    /** The window; empty with a problem when it is wrong. */
    Optional<TimeWindow> read() {
        List<YamlNode> windows = spec.requiredList("timeWindow");
        if (windows.size() > 1) {
            spec.problem("timeWindow", "has more than one element; write exactly one");
        }
        return windows.stream()
                .flatMap(window -> window.asMap().stream())
                .map(TimeWindowReader::window)
                .toList()
                .stream()
                .findFirst()
                .flatMap(window -> window);
    }

    private static Optional<TimeWindow> window(YamlMap window) {
        window.allow(List.of("duration", "isRolling", CALENDAR));
        Optional<DurationShorthand> length = window.required("duration", DurationShorthand.FORM);
        boolean rolling = window.value("isRolling", OpenSloForms.BOOLEAN).orElse(false);
        Optional<TimeWindow.Calendar> calendar = window.map(CALENDAR).flatMap(TimeWindowReader::calendar);
        if (rolling == window.has(CALENDAR)) {
            window.self()
                    .problem(
                            rolling
                                    ? "calendar cannot stand beside isRolling: true; keep one"
                                    : "calendar is required unless isRolling is true; write its startTime and timeZone");
        }
        length.filter(written -> written.count() > LONGEST.getOrDefault(written.unit(), 0))
                .ifPresent(written -> window.problem(
                        "duration",
                        "'" + written + "' is longer than a year; late data recompute the windows of a year, so write"
                                + " 1Y or less"));
        return length.map(written -> new TimeWindow(written, calendar));
    }

    private static Optional<TimeWindow.Calendar> calendar(YamlMap calendar) {
        calendar.allow(List.of("startTime", "timeZone"));
        Optional<LocalDateTime> start = calendar.required("startTime", OpenSloForms.START_TIME);
        Optional<ZoneId> zone = calendar.required("timeZone", Forms.ZONE);
        return start.flatMap(from -> zone.map(in -> new TimeWindow.Calendar(from, in)));
    }
}
