package io.plimsoll.run;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.config.Settings;
import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.Lake;
import io.plimsoll.silver.catalogue.CatalogueTables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The declarations of a workspace as tables, written only where they differ from what is published. What the last run saw
 * is known by its fingerprint, so that a night on which nobody edited the catalogue reads none of these tables.
 */
public final class Declarations {

    private final Lake lake;
    private final Map<TableContract, List<Row>> tables;
    private final Map<String, LastRun> lastRuns;

    /**
     * @param graph the run's tables; a table of declarations that is none of them is left alone
     * @param lake where the tables are
     * @param catalog the catalogue's documents
     * @param settings the sources
     * @param lastRuns what each table was last made from
     */
    public Declarations(Graph graph, Lake lake, Catalog catalog, Settings settings, Map<String, LastRun> lastRuns) {
        this.lake = lake;
        this.tables = CatalogueTables.rows(catalog, settings);
        this.tables.keySet().retainAll(graph.contracts());
        this.lastRuns = lastRuns;
    }

    /**
     * Publishes every table of declarations; one outcome a table that was not known to be up to date.
     *
     * @param clock for elapsed times only
     */
    public List<Outcome> publish(InstantSource clock) {
        List<Outcome> outcomes = new ArrayList<>();
        tables.forEach((contract, rows) -> {
            if (!isKnown(contract, rows)) {
                outcomes.add(publish(contract, rows, clock));
            }
        });
        return outcomes;
    }

    /** Names of the tables of declarations that differ from what is published; nothing is written. */
    public List<String> differing() {
        List<String> differing = new ArrayList<>();
        tables.forEach((contract, rows) -> {
            if (!isKnown(contract, rows) && new Publication(lake, contract).differs(dataset(contract, rows))) {
                differing.add(contract.name());
            }
        });
        return differing;
    }

    private boolean isKnown(TableContract contract, List<Row> rows) {
        LastRun last = lastRuns.get(contract.name());
        return last != null
                && last.definition().equals(Definition.of(contract, rows))
                && last.version() == lake.version(contract.name());
    }

    private Outcome publish(TableContract contract, List<Row> rows, InstantSource clock) {
        Instant startedAt = clock.instant();
        Publication.Written written =
                new Publication(lake, contract).publish(dataset(contract, rows), Optional.empty());
        return new Outcome(
                contract.name(),
                written.changed() ? Outcome.Kind.WRITTEN : Outcome.Kind.UNCHANGED,
                "the catalogue or the settings changed",
                Optional.empty(),
                written.rows(),
                lake.version(contract.name()),
                Map.of(),
                Definition.of(contract, rows),
                startedAt,
                Duration.between(startedAt, clock.instant()).toMillis() / 1000.0,
                Optional.empty());
    }

    private Dataset<Row> dataset(TableContract contract, List<Row> rows) {
        return lake.session().createDataFrame(rows, contract.schema());
    }
}
