package io.plimsoll.testing;

import io.plimsoll.lake.Sessions;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** One small session a test JVM: two threads, interpreted plans, no UI. */
public final class LocalSpark {

    private static final Map<String, String> SMALL = new HashMap<>(Map.ofEntries(
            Map.entry("spark.master", "local[2]"),
            Map.entry("spark.ui.enabled", "false"),
            // What is kept for a page that nobody looks at: a suite's plans fill the heap otherwise.
            Map.entry("spark.sql.ui.retainedExecutions", "1"),
            Map.entry("spark.ui.retainedJobs", "1"),
            Map.entry("spark.ui.retainedStages", "1"),
            Map.entry("spark.sql.maxPlanStringLength", "2000"),
            Map.entry("spark.driver.host", "127.0.0.1"),
            Map.entry("spark.driver.bindAddress", "127.0.0.1"),
            Map.entry("spark.sql.shuffle.partitions", "2"),
            // Each sum and sort of each task fills a page with zeros; a test's rows need little of one.
            Map.entry("spark.buffer.pageSize", "1m"),
            Map.entry("spark.sql.codegen.wholeStage", "false"),
            Map.entry("spark.sql.codegen.factoryMode", "NO_CODEGEN"),
            // An interpreted plan keeps what it has in common in a cache that costs more than computing it twice.
            Map.entry("spark.sql.subexpressionElimination.enabled", "false"),
            Map.entry("spark.databricks.delta.snapshotPartitions", "1"),
            Map.entry("spark.databricks.delta.writeChecksumFile.enabled", "false"),
            Map.entry("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2")));

    private LocalSpark() {}

    /** The session that all tests of this JVM share. */
    public static SparkSession session() {
        return Holder.SESSION;
    }

    private static final class Holder {
        private static final SparkSession SESSION = Sessions.open(SMALL);
    }
}
