package io.plimsoll.bridge;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** A row that begins with a series' key and is filled in the order of its columns. */
final class Cells {

    private final @Nullable Object[] values;
    private int next;

    Cells(Row key, int further) {
        values = new @Nullable Object[key.size() + further];
        for (int i = 0; i < key.size(); i++) {
            add(key.get(i));
        }
    }

    void add(@Nullable Object value) {
        values[next++] = value;
    }

    Row row() {
        return RowFactory.create(values);
    }
}
