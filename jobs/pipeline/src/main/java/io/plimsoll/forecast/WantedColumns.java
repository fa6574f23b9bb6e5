package io.plimsoll.forecast;

import java.util.List;
import java.util.Optional;

/**
 * The columns that a person named; the others have their usual names ({@code series_id}, {@code ts} or {@code step}, {@code value}).
 *
 * @param series columns that name a series
 * @param time column of stamps
 * @param step column of step numbers; not together with {@code time}
 * @param value column of values
 */
public record WantedColumns(List<String> series, Optional<String> time, Optional<String> step, Optional<String> value) {

    /** The usual names. */
    public static final WantedColumns USUAL =
            new WantedColumns(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Copies the list. */
    public WantedColumns {
        series = List.copyOf(series);
    }
}
