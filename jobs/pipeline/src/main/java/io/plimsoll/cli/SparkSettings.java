package io.plimsoll.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;

/** The Spark settings that stand in {@code conf/spark}, for this machine or for a cluster. */
public final class SparkSettings {

    private static final String ON_CLUSTER = "spark.master";

    private SparkSettings() {}

    /**
     * The settings of {@code conf/spark/local.conf}, or of {@code cluster.conf} when spark-submit has named a master. The file
     * under {@code plimsoll.home} is read where there is one, else the copy in the jar.
     */
    public static Map<String, String> load() {
        String file = System.getProperty(ON_CLUSTER) == null ? "local.conf" : "cluster.conf";
        Properties properties = new Properties();
        try (InputStream in = open(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("conf/spark/" + file + " cannot be read", e);
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    /**
     * Hadoop's settings before there is a session: core-site.xml on the class path, and the {@code spark.hadoop.*} settings of
     * the process and of {@code conf/spark}.
     */
    static Configuration hadoop() {
        SparkConf conf = new SparkConf();
        load().forEach(conf::setIfMissing);
        return SparkHadoopUtil.get().newConfiguration(conf);
    }

    private static InputStream open(String file) throws IOException {
        String home = System.getProperty("plimsoll.home");
        if (home != null) {
            return Files.newInputStream(Path.of(home, "conf", "spark", file));
        }
        return Objects.requireNonNull(
                SparkSettings.class.getResourceAsStream("/conf/spark/" + file), "the jar carries conf/spark/" + file);
    }
}
