package io.plimsoll.forecast;

import io.plimsoll.config.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which columns of a file are what.
 *
 * @param series columns that name a series; empty when the file is one series
 * @param position the stamps, or the steps
 * @param isStamp whether the position is an instant, and not the number of a step
 * @param value the value
 */
record SeriesColumns(List<String> series, String position, boolean isStamp, String value) {

    private static final String SERIES = "series_id";
    private static final String STAMP = "ts";
    private static final String STEP = "step";
    private static final String VALUE = "value";

    SeriesColumns {
        series = List.copyOf(series);
    }

    /**
     * The columns that were named, else those with the usual names.
     *
     * @param known the file's columns
     * @throws WrongSeries naming every column that is not there
     */
    static SeriesColumns of(WantedColumns wanted, List<String> known) throws WrongSeries {
        List<String> problems = new ArrayList<>();
        if (known.isEmpty()) {
            throw new WrongSeries(List.of("the input is empty: it has no columns"));
        }
        List<String> series = wanted.series().isEmpty() && known.contains(SERIES) ? List.of(SERIES) : wanted.series();
        series.forEach(column -> require(column, "--series", known, problems));
        boolean isStamp = wanted.time().isPresent() || (wanted.step().isEmpty() && known.contains(STAMP));
        Optional<String> named = wanted.time().or(wanted::step);
        String position = named.orElse(isStamp ? STAMP : STEP);
        if (named.isPresent() || known.contains(position)) {
            require(position, isStamp ? "--time" : "--step", known, problems);
        } else {
            problems.add("there is neither a column " + STAMP + " nor a column " + STEP + " among "
                    + String.join(", ", known) + "; name the one that says when by --time or --step");
        }
        String value = wanted.value().orElse(VALUE);
        require(value, "--value", known, problems);
        if (!problems.isEmpty()) {
            throw new WrongSeries(problems);
        }
        return new SeriesColumns(series, position, isStamp, value);
    }

    private static void require(String column, String option, List<String> known, List<String> problems) {
        if (!known.contains(column)) {
            problems.add("there is no column " + column + " among " + String.join(", ", known) + "; name it by "
                    + option + Nearest.suggestion(column, known));
        }
    }
}
