package io.plimsoll.publish.pack;

import io.plimsoll.chart.SeriesChart;
import io.plimsoll.config.PackSection;
import io.plimsoll.frame.Pictures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;

/** The pictures of a section. */
final class PackPictures {

    private static final int MOST = 6;

    private PackPictures() {}

    /** Bars of a section's table. */
    static Pack.Picture bars(PackSection.Bars bars, Table rows) {
        Table drawn = Table.create(rows.column(0));
        rows.numericColumns().stream()
                .filter(column -> column != rows.column(0))
                .forEach(drawn::addColumns);
        return new Pack.Picture(
                bars.title(), Pictures.bars(bars.title(), bars.unit(), drawn).image());
    }

    /**
     * A picture for each series that has a value, the first six by the order of what was seen. What lies nowhere in time is not drawn.
     *
     * @param seen {@link SeriesColumns#seen}
     * @param ahead {@link SeriesColumns#AHEAD}; empty for none
     */
    static List<Pack.Picture> series(PackSection.Series series, Table seen, Optional<Table> ahead) {
        List<Pack.Picture> pictures = new ArrayList<>();
        for (String name : names(seen)) {
            Table past = of(seen, name, SeriesColumns.DAY);
            if (past.column(SeriesColumns.VALUE).countMissing() < past.rowCount()) {
                pictures.add(picture(series, name, past, ahead.map(all -> of(all, name, SeriesColumns.STEP))));
            }
        }
        return pictures;
    }

    private static List<String> names(Table seen) {
        return seen.stringColumn(SeriesColumns.SERIES).asList().stream()
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Table of(Table frame, String series, String place) {
        return frame.where(frame.stringColumn(SeriesColumns.SERIES)
                        .isEqualTo(series)
                        .and(frame.column(place).isNotMissing()))
                .sortOn(place);
    }

    private static Pack.Picture picture(PackSection.Series series, String name, Table past, Optional<Table> ahead) {
        SeriesChart chart = series.demand()
                        && past.intColumn(SeriesColumns.HORIZON).getInt(0) > 0
                ? Pictures.demand(
                        name, past, past.intColumn(SeriesColumns.HORIZON).get(0))
                : ahead.map(steps -> Pictures.series(name, series.unit(), past, steps))
                        .orElseGet(() -> Pictures.series(name, series.unit(), past));
        if (series.limit().isPresent() && !past.column(SeriesColumns.LIMIT).isMissing(0)) {
            chart = chart.withLimit(
                    series.limit().get(), past.doubleColumn(SeriesColumns.LIMIT).get(0));
        }
        return new Pack.Picture(name, chart.image());
    }
}
