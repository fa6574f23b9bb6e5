package io.plimsoll.catalog;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.plimsoll.config.CalendarFaults;
import io.plimsoll.config.Form;
import io.plimsoll.config.Reading;
import io.plimsoll.config.Workspace;
import io.plimsoll.config.WorkspaceFiles;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads holidays from iCalendar files of the workspace. */
final class HolidayFiles {

    private final WorkspaceFiles files;

    HolidayFiles(WorkspaceFiles files) {
        this.files = files;
    }

    /** The path of a file, which means its days. */
    Form<Set<LocalDate>> form() {
        return Form.of(this::read);
    }

    private Reading<Set<LocalDate>> read(String path) {
        if (Workspace.isAbsolute(path) || Workspace.leaves(path)) {
            return Reading.wrong("'" + path + "' lies outside the workspace; copy the file into it");
        }
        if (!files.exists(path)) {
            return Reading.wrong("there is no file '" + path + "' in the workspace; write its path from the workspace");
        }
        try {
            return days(
                    path,
                    Biweekly.parse(new String(files.read(path), StandardCharsets.UTF_8))
                            .register(new CalendarFaults.StrictRules())
                            .all());
        } catch (UncheckedIOException e) {
            return Reading.wrong("'" + path + "' cannot be read: " + e.getCause());
        }
    }

    private static Reading<Set<LocalDate>> days(String path, List<ICalendar> calendars) {
        if (calendars.isEmpty()) {
            return Reading.wrong("'" + path + "' is not an iCalendar file; it holds no VCALENDAR");
        }
        Set<LocalDate> days = new HashSet<>();
        for (ICalendar calendar : calendars) {
            for (VEvent event : calendar.getEvents()) {
                Reading<Set<LocalDate>> read = new HolidayEvent(event, calendar.getTimezoneInfo()).days();
                if (read.value().isEmpty()) {
                    return Reading.wrong("'" + path + "': " + read.complaint());
                }
                days.addAll(read.value().get());
            }
        }
        return Reading.of(days);
    }
}
