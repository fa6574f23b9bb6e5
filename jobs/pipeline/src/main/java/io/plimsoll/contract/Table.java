package io.plimsoll.contract;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One table of the product: what it is, what it reads, when it is recomputed and how it is built. Its place in the graph,
 * its Delta table, its page and its data contract follow from here.
 */
public interface Table {

    /** Columns, key, checks and partitions. */
    TableContract contract();

    /** Names of the tables that {@link #build} may read. */
    List<String> inputs();

    /** Which partitions a change of an input touches. */
    Recompute recompute();

    /**
     * Whether the table is a fact too large to hold: it is then written in one pass, and its build guarantees the key. The
     * others are compared with what is published, and a recomputation with the same rows writes nothing.
     */
    default boolean isLarge() {
        return false;
    }

    /** Whether moving the run's date changes rows. True for gold; a silver fact changes with its records alone. */
    default boolean dependsOnAsOf() {
        return contract().layer().equals("gold");
    }

    /**
     * The rows of the partitions that {@code parameters} name, as a pure function: no session, clock, file or randomness.
     *
     * @param inputs the declared inputs, nothing else
     * @param parameters the run's instant and the partitions wanted
     */
    Dataset<Row> build(Inputs inputs, Parameters parameters);
}
