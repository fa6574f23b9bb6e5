package io.plimsoll.testing;

import io.plimsoll.lake.Sessions;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** The one session of a test process: two threads, Delta, UTC, small plans interpreted. */
public final class LocalSpark {

    private static final SparkSession SESSION = Sessions.open(Map.of(
            "spark.master", "local[2]",
            "spark.ui.enabled", "false",
            "spark.driver.host", "127.0.0.1",
            "spark.driver.bindAddress", "127.0.0.1",
            "spark.sql.shuffle.partitions", "2",
            "spark.sql.codegen.wholeStage", "false",
            "spark.databricks.delta.snapshotPartitions", "1"));

    private LocalSpark() {}

    /** The session; its time zone is UTC and instants are {@code java.time} values. */
    public static SparkSession session() {
        return SESSION;
    }
}
