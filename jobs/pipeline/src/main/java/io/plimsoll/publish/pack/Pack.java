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
 * @param asOf date of the run from whose snapshots it is made
 * @param arguments what the parameters of its questions stand for
 * @param sections in the order of the declaration
 */
record Pack(
        String quarter, StatementPeriod period, LocalDate asOf, Map<String, Object> arguments, List<Section> sections) {

    Pack {
        arguments = Map.copyOf(arguments);
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
        String days = period.start() + " to " + period.end().minusDays(1) + ", as of " + asOf;
        return isOver() ? days : days + ", when the quarter was not over: figures are to date";
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
     * @param questions that of the table, then those of pictures of series
     * @param tables the version of every table that was read, by name
     */
    record Source(List<Question> questions, Map<String, Long> tables) {}

    /**
     * A question with what came of it.
     *
     * @param query with {@code :quarter_start}, {@code :quarter_end}, {@code :as_of} and {@code :as_of_at}
     * @param rows how many there were
     * @param digest SHA-256 of the answer, {@link Grid#digest}
     */
    record Question(String query, int rows, String digest) {
        static Question of(String query, Grid answer) {
            return new Question(query, answer.rows().size(), answer.digest());
        }
    }
}
