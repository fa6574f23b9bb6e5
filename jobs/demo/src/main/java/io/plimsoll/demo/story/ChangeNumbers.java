package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.history.History;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Numbers of changes: unique a service, a day and a series, so that a story can name its change without knowing the others. */
final class ChangeNumbers {

    /** The daily change of a service. */
    static final int ROUTINE = 0;
    /** The change of a planted story. */
    static final int PLANTED = 1;
    /** The change that made an ordinary fault of the service's first indicator; the next indicators count on from here. */
    static final int FAULTY = 2;

    private static final int SERIES = 10;

    private ChangeNumbers() {}

    static String of(Company company, History history, Service service, LocalDate day, int series) {
        long days = ChronoUnit.DAYS.between(history.firstDay(), day);
        long number = (days * company.services().size() + company.services().indexOf(service)) * SERIES + series;
        return String.format(Locale.ROOT, "CHG%07d", number + 1);
    }
}
