package io.plimsoll.config;

import biweekly.ICalDataType;
import biweekly.component.VEvent;
import biweekly.io.CannotParseException;
import biweekly.io.ParseContext;
import biweekly.io.TimezoneInfo;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.property.ICalProperty;
import biweekly.property.RawProperty;
import biweekly.property.RecurrenceRule;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the parser reads over in an event although it decides when the event takes place: a rule with a part that is no rule, an
 * exception that is no date, a zone that nobody knows. A window of maintenance that begins or ends at another time than was
 * agreed would change what was delivered, and a holiday on another day too.
 */
public final class CalendarFaults {

    private static final Set<String> TIMES =
            Set.of("RRULE", "RDATE", "EXRULE", "EXDATE", "DTSTART", "DTEND", "DURATION", "RECURRENCE-ID");

    private CalendarFaults() {}

    /** Leaves a rule as its text when a part of it cannot be understood, where the parser would read the rest. */
    public static final class StrictRules extends RecurrenceRuleScribe {
        @Override
        protected RecurrenceRule _parseText(
                String value, ICalDataType dataType, ICalParameters parameters, ParseContext context) {
            RecurrenceRule rule = super._parseText(value, dataType, parameters, context);
            if (!context.getWarnings().isEmpty()) {
                throw new CannotParseException(
                        String.valueOf(context.getWarnings().get(0).getMessage()));
            }
            return rule;
        }
    }

    /** The event's first fault; empty when it can be told when it takes place. */
    public static Optional<String> of(VEvent event, TimezoneInfo zones) {
        Optional<String> unread = event.getExperimentalProperties().stream()
                .filter(property -> TIMES.contains(property.getName().toUpperCase(Locale.ROOT)))
                .map(CalendarFaults::unread)
                .findFirst();
        return unread.or(() -> Stream.of(event.getDateStart(), event.getDateEnd(), event.getRecurrenceId())
                        .flatMap(Stream::ofNullable)
                        .flatMap(property -> unknownZone(property, zones).stream())
                        .findFirst())
                .or(() -> event.getExceptionDates().stream()
                        .flatMap(property -> unknownZone(property, zones).stream())
                        .findFirst());
    }

    private static String unread(RawProperty property) {
        return "the event's " + property.getName() + " cannot be read: '" + property.getValue() + "'";
    }

    private static Optional<String> unknownZone(ICalProperty property, TimezoneInfo zones) {
        return Optional.ofNullable(property.getParameters().getTimezoneId())
                .filter(zone -> zones.getTimezone(property) == null)
                .map(zone -> "the event's zone '" + zone
                        + "' is neither defined in the file (VTIMEZONE) nor a name such as" + " Europe/London");
    }
}
