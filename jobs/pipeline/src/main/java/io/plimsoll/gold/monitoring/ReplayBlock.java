package io.plimsoll.gold.monitoring;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_date;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.spark.sql.Column;

/**
 * Four weeks of judgements, counted from 1 January 1970, that come from one replay of a series: it learns from the four weeks
 * before, then judges. So a day's judgements depend on the day, on what lies up to 55 days before it, and on nothing else: a
 * night that computes the day alone and a full run give the same rows, and no series has to be replayed from its beginning.
 */
final class ReplayBlock {

    /** What the longest season looks back to. */
    private static final int DAYS = 28;

    /** Days after a day that can have learnt from it. */
    static final int REACH = 2 * DAYS - 1;

    private ReplayBlock() {}

    /** The block that judges a day. */
    static Column judging(Column day) {
        return floor(unix_date(day).divide(lit(DAYS)));
    }

    /** The block that judges a day. */
    static long judging(LocalDate day) {
        return Math.floorDiv(day.toEpochDay(), DAYS);
    }

    /** The blocks that read a day: its own, and the next to learn from. */
    static Column reading(Column day) {
        return array(judging(day), judging(day).plus(1));
    }

    /** The days from which the judgements of the wanted days follow. */
    static NavigableSet<LocalDate> daysRead(NavigableSet<LocalDate> wanted) {
        NavigableSet<LocalDate> read = new TreeSet<>();
        for (LocalDate day : wanted) {
            for (long each = (judging(day) - 1) * DAYS; each <= day.toEpochDay(); each++) {
                read.add(LocalDate.ofEpochDay(each));
            }
        }
        return read;
    }
}
