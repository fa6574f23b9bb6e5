package io.plimsoll.lake;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import scala.jdk.javaapi.OptionConverters;

/** Spark sessions in which Delta's tables can be read and written. */
public final class Sessions {

    /**
     * Where Spark believes its own tables to be. It has none: an existing folder keeps it from making a {@code spark-warehouse}
     * in whatever folder a command was started from.
     */
    static final String NO_WAREHOUSE = System.getProperty("java.io.tmpdir");

    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("spark.sql.warehouse.dir", NO_WAREHOUSE),
            // Names of the lake's tables are views of one command; a shared metastore must not see them.
            Map.entry("spark.sql.catalogImplementation", "in-memory"),
            // Elements of arrays and maps are declared as never null; Delta keeps the declaration but does not enforce
            // it.
            Map.entry("spark.databricks.delta.constraints.allowUnenforcedNotNull.enabled", "true"),
            Map.entry("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension"),
            Map.entry("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog"),
            Map.entry("spark.sql.session.timeZone", "UTC"),
            Map.entry("spark.sql.ansi.enabled", "true"),
            Map.entry("spark.sql.datetime.java8API.enabled", "true"),
            Map.entry("spark.sql.legacy.parameterSubstitution.constantsOnly", "true"),
            // Answering min and max from the log alone fails on dates as java.time, which Spark is told to use above.
            Map.entry("spark.databricks.delta.optimizeMetadataQuery.enabled", "false"),
            // INT96 is slower and carries no statistics by which a reader could skip.
            Map.entry("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS"));

    private Sessions() {}

    /**
     * A session with the given settings. What the process was started with ({@code spark-submit --conf}) wins over them; the
     * time zone (UTC), ANSI mode and Delta's extension are not to be changed.
     */
    public static SparkSession open(Map<String, String> settings) {
        SparkConf conf = new SparkConf().setAppName("plimsoll");
        settings.forEach(conf::setIfMissing);
        ALWAYS.forEach(conf::set);
        return SparkSession.builder().config(conf).getOrCreate();
    }

    /** The session of this process, as it is; empty where none is open. */
    public static Optional<SparkSession> running() {
        return OptionConverters.toJava(SparkSession.getDefaultSession());
    }

    /** A session on the same cluster that interprets small plans instead of compiling them; a small job ends sooner so. */
    public static SparkSession interpreting(SparkSession session) {
        SparkSession small = session.newSession();
        session.conf().getAll().foreach(setting -> {
            if (setting._1().startsWith("spark.sql.") && small.conf().isModifiable(setting._1())) {
                small.conf().set(setting._1(), setting._2());
            }
            return null;
        });
        small.conf().set("spark.sql.adaptive.enabled", false);
        small.conf().set("spark.sql.shuffle.partitions", 2);
        small.conf().set("spark.sql.codegen.wholeStage", false);
        small.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        // An interpreted plan keeps what expressions have in common in a cache that costs more than computing it twice.
        small.conf().set("spark.sql.subexpressionElimination.enabled", false);
        return small;
    }
}
