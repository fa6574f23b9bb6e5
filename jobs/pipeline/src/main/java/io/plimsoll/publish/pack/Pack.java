package io.plimsoll.publish.pack;

import io.plimsoll.publish.StatementPeriod;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A quarter as its board reads it.
 *
 * @param quarter its name, {@code 2026-Q2}
 * @param period its days
 * @param asOf date of the newest run, from whose tables it is made
 * @param sections in the order of the declaration
 */
record Pack(String quarter, StatementPeriod period, LocalDate asOf, List<Section> sections) {

    Pack {
        sections = List.copyOf(sections);
    }

    /** Whether the run saw the whole quarter. */
    boolean isOver() {
        return !period.end().isAfter(asOf);
    }

    /** The quarter in words. */
    String title() {
        return "Service levels, " + quarter;
    }

    /** The days that it is about, and up to when they were seen. */
    String subtitle() {
        String days = period.start() + " to " + period.end().minusDays(1) + ", from the tables of " + asOf;
        return isOver() ? days : days + "; the quarter is not over: figures are to date";
    }

    /** The version of every table that a section stands on. */
    Map<String, Long> tables() {
        Map<String, Long> tables = new TreeMap<>();
        sections.forEach(section -> tables.putAll(section.source().tables()));
        return tables;
    }

    /**
     * A question and its answer.
     *
     * @param title of the section
     * @param says what to know before the table
     * @param none what stands in the table's place when it has no row
     * @param grid the answer
     * @param pictures of the answer, or of series beside it
     * @param source what an auditor asks again
     */
    record Section(String title, String says, String none, Grid grid, List<Picture> pictures, Source source) {}

    /**
     * A picture.
     *
     * @param name what it shows, for those who cannot see it
     * @param image its pixels
     */
    record Picture(String name, BufferedImage image) {}

    /**
     * Where an answer comes from.
     *
     * @param query the question, with {@code :quarter_start}, {@code :quarter_end} and {@code :as_of}
     * @param tables the version of every table that was read, by name; those of pictures too
     * @param digest SHA-256 of the answer, {@link Grid#digest}
     */
    record Source(String query, Map<String, Long> tables, String digest) {}
}
