package io.plimsoll.bridge;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** The rows that a function makes of sorted points, a series at a time. A point's columns are the key, the step, the values. */
final class SeriesRows implements Iterator<Row> {

    private final Iterator<Row> points;
    private final int keys;
    private final SeriesFunction function;
    private final SeriesPoints held;
    private @Nullable Row ahead;
    private Iterator<Row> made = Collections.emptyIterator();

    SeriesRows(Iterator<Row> points, int keys, int values, int longest, SeriesFunction function) {
        this.points = points;
        this.keys = keys;
        this.function = function;
        this.held = new SeriesPoints(values, longest);
        this.ahead = points.hasNext() ? points.next() : null;
    }

    @Override
    public boolean hasNext() {
        while (!made.hasNext() && ahead != null) {
            made = function.rows(series(ahead)).iterator();
        }
        return made.hasNext();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return made.next();
    }

    private Series series(Row first) {
        Row key = key(first);
        held.clear();
        Row point = first;
        while (point != null && key.equals(key(point))) {
            add(key, point);
            point = points.hasNext() ? points.next() : null;
        }
        ahead = point;
        return held.series(key);
    }

    private void add(Row key, Row point) {
        long step = point.getLong(keys);
        if (!held.isEmpty() && step == held.lastStep()) {
            throw new IllegalStateException("series " + key + " has two points at step " + step);
        }
        held.add(step, point, keys + 1);
    }

    private Row key(Row point) {
        @Nullable Object[] values = new @Nullable Object[keys];
        for (int i = 0; i < keys; i++) {
            values[i] = point.get(i);
        }
        return RowFactory.create(values);
    }
}
