package io.plimsoll.cli;

import io.plimsoll.bridge.Histograms;
import io.plimsoll.config.Secrets;
import io.plimsoll.config.Settings;
import io.plimsoll.lake.Lake;
import io.plimsoll.lake.Sessions;
import io.plimsoll.lake.Views;
import io.plimsoll.run.AllTables;
import io.plimsoll.run.Graph;
import io.plimsoll.run.RunLedger;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** A workspace with its settings, a Spark session and its lake, for the time of one command. */
record OpenWorkspace(Settings settings, SparkSession session, Lake lake, Graph graph) implements AutoCloseable {

    static OpenWorkspace of(Settings settings) {
        Map<String, String> spark = new TreeMap<>(SparkSettings.load());
        settings.spark()
                .forEach((name, value) -> spark.put(name, Secrets.ofProcess().resolve(value)));
        return in(Sessions.open(spark), settings);
    }

    /** The workspace in a session that there is. */
    static OpenWorkspace in(SparkSession session, Settings settings) {
        Histograms.register(session);
        Lake lake = new Lake(session, settings.workspace().resolve("lake"));
        return new OpenWorkspace(settings, session, lake, AllTables.graph(settings.practices()));
    }

    /** The tables under their SQL names. */
    Views views() {
        return new Views(lake, graph.contracts());
    }

    /** What runs did. */
    RunLedger ledger() {
        return new RunLedger(lake);
    }

    @Override
    public void close() {
        session.stop();
    }
}
