package io.plimsoll.bridge;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;

/** What is computed of one series; it runs on executors, sees one series at a time and keeps nothing of it. */
@FunctionalInterface
public interface SeriesFunction extends Serializable {

    /** The rows that a series gives, by the result's columns. */
    List<Row> rows(Series series);
}
