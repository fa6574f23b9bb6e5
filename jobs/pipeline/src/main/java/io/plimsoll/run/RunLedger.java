package io.plimsoll.run;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.Lake;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What runs did: {@code ops.run} a row a run, {@code ops.table_run} a row a table that a run computed. */
public final class RunLedger {

    private static final Field RUN_ID = Field.required("run_id", LongType, "number of the run, ascending");

    /** Contract of {@code ops.run}. */
    public static final TableContract RUN = TableContract.of("ops.run", "One row a run that came to its end")
            .withFields(
                    RUN_ID,
                    Field.required("as_of", DateType, "the run's date"),
                    Field.required("started_at", TimestampType, "UTC", "when it began"),
                    Field.required("seconds", DoubleType, "s", "elapsed time"),
                    Field.required("is_full", BooleanType, "whether everything was asked to be rebuilt"),
                    Field.required("tables_written", IntegerType, "tables", "tables with a new version"),
                    Field.required("exit_code", IntegerType, "what the process told the scheduler"))
            .withKey(RUN_ID);

    private static final Field TABLE = Field.required("table", StringType, "layer and name of the table");

    /** Contract of {@code ops.table_run}. */
    public static final TableContract TABLE_RUN = TableContract.of(
                    "ops.table_run", "One row a table that a run computed, whether or not a row of it changed")
            .withFields(
                    RUN_ID,
                    TABLE,
                    Field.required(
                            "outcome", StringType, "WRITTEN, UNCHANGED (nothing was written) or STOPPED by a check"),
                    Field.required("reason", StringType, "why it was recomputed"),
                    Field.optional(
                            "partitions",
                            createArrayType(DateType, false),
                            "partitions that were recomputed; null for the whole table"),
                    Field.required("rows_written", LongType, "rows", "rows in the partitions that were replaced"),
                    Field.required("version", LongType, "the table's Delta version afterwards"),
                    Field.required(
                            "inputs",
                            createMapType(StringType, LongType, false),
                            "Delta version of every input that was read; -1 for an input that did not exist"),
                    Field.required(
                            "definition",
                            StringType,
                            "fingerprint of the table's declaration; of the declared rows too where people declare them"),
                    Field.required("as_of", DateType, "the run's date"),
                    Field.required("started_at", TimestampType, "UTC", "when it began"),
                    Field.required("seconds", DoubleType, "s", "elapsed time"),
                    Field.optional("problem", StringType, "the check that stopped it; null when none did"))
            .withKey(RUN_ID, TABLE);

    private final Lake lake;

    /** @param lake where the ledger is */
    public RunLedger(Lake lake) {
        this.lake = lake;
    }

    /** What earlier runs did. A table that a check stopped keeps what it was computed from before. */
    public RunHistory history() {
        if (!lake.exists(RUN.name())) {
            return new RunHistory(Map.of(), 0);
        }
        Dataset<Row> tables = lake.read(TABLE_RUN)
                .where(col("outcome").notEqual(Outcome.Kind.STOPPED.name()))
                .groupBy("table")
                .agg(
                        max("run_id").as("newest"),
                        max_by(struct("inputs", "definition", "as_of", "version"), col("run_id"))
                                .as("last"));
        Dataset<Row> runs = lake.read(RUN).agg(max("run_id").as("newest"));
        Map<String, LastRun> last = new HashMap<>();
        long newest = 0;
        for (Row row : tables.unionByName(runs, true).collectAsList()) {
            newest = Math.max(newest, row.getLong(row.fieldIndex("newest")));
            if (!row.isNullAt(row.fieldIndex("table"))) {
                last.put(row.getAs("table"), lastRun(row.getAs("last")));
            }
        }
        return new RunHistory(last, newest);
    }

    /** The date of the newest run that came to its end; empty before the first. */
    public Optional<LocalDate> newestAsOf() {
        Row newest = lake.read(RUN).agg(max_by(col("as_of"), col("run_id"))).first();
        return newest.isNullAt(0) ? Optional.empty() : Optional.of(localDate(newest.get(0)));
    }

    /**
     * The dates of the runs that computed all of some tables, ascending.
     *
     * @param tables by name; with none of them every date on which a run computed anything
     */
    public NavigableSet<LocalDate> datesOf(Set<String> tables) {
        NavigableSet<LocalDate> dates = new TreeSet<>();
        lake.read(TABLE_RUN)
                .where(col("outcome").notEqual(Outcome.Kind.STOPPED.name()))
                .groupBy("as_of")
                .agg(count_distinct(when(col("table").isInCollection(tables), col("table")))
                        .as("computed"))
                .where(col("computed").equalTo(tables.size()))
                .collectAsList()
                .forEach(row -> dates.add(localDate(row.getAs("as_of"))));
        return dates;
    }

    /**
     * The versions from which a table was last computed by a run of a date, by name; {@link Lake#ABSENT} for an input that did not exist.
     *
     * @throws IllegalArgumentException when no run of the date computed the table
     */
    public Map<String, Long> inputsOf(String table, LocalDate asOf) {
        List<Row> computed = lake.read(TABLE_RUN)
                .where(col("table").equalTo(table).and(col("outcome").notEqual(Outcome.Kind.STOPPED.name())))
                .groupBy("as_of")
                .agg(max_by(col("inputs"), col("run_id")).as("inputs"))
                .orderBy("as_of")
                .collectAsList();
        return computed.stream()
                .filter(row -> localDate(row.getAs("as_of")).equals(asOf))
                .findFirst()
                .map(row -> row.<String, Long>getJavaMap(row.fieldIndex("inputs")))
                .orElseThrow(() -> new IllegalArgumentException("no run of " + asOf + " computed " + table
                        + "; it was computed on "
                        + (computed.isEmpty()
                                ? "no date"
                                : computed.stream()
                                        .map(row -> String.valueOf(localDate(row.getAs("as_of"))))
                                        .collect(joining(", ")))));
    }

    private static LastRun lastRun(Row of) {
        return new LastRun(of.getJavaMap(0), of.getString(1), localDate(of.get(2)), of.getLong(3));
    }

    /** Records a run that came to its end, in one commit a table. */
    public void record(
            long runId, RunOptions options, Instant startedAt, double seconds, List<Outcome> outcomes, int exitCode) {
        long written = outcomes.stream()
                .filter(outcome -> outcome.kind() == Outcome.Kind.WRITTEN)
                .count();
        Row run = RowFactory.create(
                runId, options.asOf(), startedAt, seconds, options.full(), Math.toIntExact(written), exitCode);
        List<Row> tables =
                outcomes.stream().map(outcome -> row(runId, options, outcome)).toList();
        if (!tables.isEmpty()) {
            lake.append(TABLE_RUN, lake.session().createDataFrame(tables, TABLE_RUN.schema()));
        }
        lake.append(RUN, lake.session().createDataFrame(List.of(run), RUN.schema()));
    }

    private static Row row(long runId, RunOptions options, Outcome outcome) {
        return RowFactory.create(
                runId,
                outcome.table(),
                outcome.kind().name(),
                outcome.reason(),
                outcome.partitions().map(dates -> dates.toArray()).orElse(null),
                outcome.rowsWritten(),
                outcome.version(),
                outcome.inputs(),
                outcome.definition(),
                options.asOf(),
                outcome.startedAt(),
                outcome.seconds(),
                outcome.problem().orElse(null));
    }

    private static LocalDate localDate(Object date) {
        return date instanceof java.sql.Date sql ? sql.toLocalDate() : (LocalDate) date;
    }
}
