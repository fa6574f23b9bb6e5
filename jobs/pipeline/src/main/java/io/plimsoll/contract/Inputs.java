package io.plimsoll.contract;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tables that a build may read. */
@FunctionalInterface
public interface Inputs {

    /**
     * The whole published table at the version that the run has pinned; a table that was never written is empty with its
     * contract's columns.
     *
     * @throws IllegalArgumentException when the table is not a declared input
     */
    Dataset<Row> table(String name);

    /** The same tables, each opened when it is first read and held from then on: for a build that reads tables many times. */
    default Inputs openedOnce() {
        Map<String, Dataset<Row>> opened = new HashMap<>();
        return name -> opened.computeIfAbsent(name, this::table);
    }
}
