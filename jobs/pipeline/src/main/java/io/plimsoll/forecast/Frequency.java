package io.plimsoll.forecast;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.month;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.year;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/** How far apart the steps of a series lie; the names are what a person types. Hours, days, weeks (from Monday) and months are those of UTC. */
public enum Frequency {
    /** Seasons of a day and a week. */
    hourly(3_600, 3_600, 0),
    /** Seasons of a week and a year. */
    daily(86_400, 86_400, 0),
    /** A season of a year. */
    weekly(7 * 86_400, 7 * 86_400, 3 * 86_400),
    /** A season of a year. */
    monthly(28 * 86_400, 31 * 86_400, 0);

    private final long shortest;
    private final long longest;
    private final long shift;

    Frequency(long shortest, long longest, long shift) {
        this.shortest = shortest;
        this.longest = longest;
        this.shift = shift;
    }

    /** The frequency of stamps that lie so many seconds apart; empty when there is none. */
    static Optional<Frequency> of(long seconds) {
        return Stream.of(values())
                .filter(each -> seconds >= each.shortest && seconds <= each.longest)
                .findFirst();
    }

    /** Seasons to look for, in steps. */
    List<Integer> periods() {
        return switch (this) {
            case hourly -> List.of(24, 168);
            case daily -> List.of(7, 365);
            case weekly -> List.of(52);
            case monthly -> List.of(12);
        };
    }

    /** The number of the step in which an instant lies; neighbouring steps differ by 1. 1 January 1970 was a Thursday. */
    Column step(Column instant) {
        Column number = this == monthly
                ? year(instant).multiply(12).plus(month(instant)).minus(1)
                : floor(unix_seconds(instant).plus(shift).divide(longest));
        return number.cast(DataTypes.LongType);
    }

    /** The instant that lies some steps (LONG) after another: months later at the same day, or at the month's last. */
    Column after(Column instant, Column steps) {
        if (this == monthly) {
            Column day = add_months(to_date(instant), steps.cast(DataTypes.IntegerType));
            return concat(day.cast(DataTypes.StringType), lit(" "), date_format(instant, "HH:mm:ss"))
                    .cast(DataTypes.TimestampType);
        }
        return timestamp_seconds(unix_seconds(instant).plus(steps.multiply(longest)));
    }
}
