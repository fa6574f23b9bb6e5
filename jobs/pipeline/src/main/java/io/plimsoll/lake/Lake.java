package io.plimsoll.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.delta.tables.DeltaTable;
import io.plimsoll.contract.Conform;
import io.plimsoll.contract.ContractViolation;
import io.plimsoll.contract.TableContract;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.schema.DeltaInvariantViolationException;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The Delta tables of one workspace, each in the folder {@code lake/<layer>/<table>}. Every write conforms to the table's
 * contract and creates the table with its comments and constraints when it is not there.
 */
public final class Lake {

    /** Version of a table that was never written. */
    public static final long ABSENT = -1;

    private final SparkSession session;
    private final String root;
    private @Nullable Lake interpreting;

    /**
     * @param session a session with Delta's extension
     * @param root the workspace's {@code lake} folder, a path or a URI
     */
    public Lake(SparkSession session, String root) {
        this.session = session;
        // Delta takes file:///x and file:/x, which it makes of it, for two locations.
        this.root = new Path(root).toString();
    }

    /** The same tables in a session that interprets plans: for little data, on which compiling them takes longer than running. */
    public synchronized Lake interpreting() {
        if (interpreting == null) {
            interpreting = new Lake(Sessions.interpreting(session), root);
            interpreting.interpreting = interpreting;
        }
        return interpreting;
    }

    /** The session that reads and writes the tables. */
    public SparkSession session() {
        return session;
    }

    /** The folder or URI of a table named {@code <layer>.<table>}. */
    public String path(String table) {
        return root + "/" + table.replace('.', '/');
    }

    /** The table's newest version, or {@link #ABSENT}. */
    public long version(String table) {
        return CommitFiles.newest(path(table), session.sparkContext().hadoopConfiguration());
    }

    /** Whether the table was ever written. */
    public boolean exists(String table) {
        return version(table) > ABSENT;
    }

    /** The table's rows at its newest version, or no rows when it was never written. */
    public Dataset<Row> read(TableContract contract) {
        return exists(contract.name()) ? session.read().format("delta").load(path(contract.name())) : empty(contract);
    }

    /** The table's columns without rows. */
    public Dataset<Row> empty(TableContract contract) {
        return session.createDataFrame(List.of(), nullable(contract.schema()));
    }

    /** The table's rows at a version, or no rows for {@link #ABSENT}. */
    public Dataset<Row> readAt(TableContract contract, long version) {
        if (version == ABSENT) {
            return empty(contract);
        }
        return session.read().format("delta").option("versionAsOf", version).load(path(contract.name()));
    }

    /**
     * Why a version of the table can no longer be read; empty when it can. A version is gone when the log does not reach back to
     * it, or when a file of it was vacuumed.
     */
    public Optional<String> gone(TableContract contract, long version) {
        if (version == ABSENT) {
            return Optional.empty();
        }
        String name = contract.name() + " version " + version + " is gone: ";
        try {
            String[] files = readAt(contract, version).inputFiles();
            FileSystem store = new Path(path(contract.name()))
                    .getFileSystem(session.sparkContext().hadoopConfiguration());
            for (String file : files) {
                if (!store.exists(new Path(URI.create(file)))) {
                    return Optional.of(name + "its file " + file + " was vacuumed");
                }
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // Delta throws its checked exceptions without telling the compiler: the log does not hold the version.
            return Optional.of(
                    name + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** Adds rows; returns the version written. */
    public long append(TableContract contract, Dataset<Row> rows) {
        if (!exists(contract.name())) {
            return create(contract, rows);
        }
        alignToAdd(contract);
        save(contract, write(contract, rows).mode(SaveMode.Append));
        return version(contract.name());
    }

    /**
     * Replaces all rows, where they do not fit the rows on record together with the columns, in one commit; returns the version
     * written.
     */
    public long replaceAll(TableContract contract, Dataset<Row> rows) {
        if (!exists(contract.name())) {
            return create(contract, rows);
        }
        if (align(contract)) {
            save(contract, write(contract, rows).mode(SaveMode.Overwrite));
        } else {
            save(
                    contract,
                    () -> TableDefinition.replace(
                            session, path(contract.name()), contract, Conform.to(contract, rows)));
        }
        return version(contract.name());
    }

    /**
     * Replaces the partitions of the given dates and nothing else; a row of another partition aborts the write. Returns the
     * version written.
     */
    public long replacePartitions(TableContract contract, NavigableSet<LocalDate> dates, Dataset<Row> rows) {
        alignToAdd(contract);
        String column = contract.partitionedBy().get(0);
        String predicate = dates.stream()
                .map(date -> "DATE'" + date + "'")
                .collect(Collectors.joining(", ", column + " IN (", ")"));
        save(contract, write(contract, rows).mode(SaveMode.Overwrite).option("replaceWhere", predicate));
        return version(contract.name());
    }

    /** Rows that the newest commit added; 0 when the log does not say. */
    public long rowsOfLastCommit(TableContract contract) {
        Row commit =
                DeltaTable.forPath(session, path(contract.name())).history(1).first();
        Map<String, String> metrics = commit.getJavaMap(commit.fieldIndex("operationMetrics"));
        return Long.parseLong(metrics.getOrDefault("numOutputRows", "0"));
    }

    /** Size of the table's live files at its newest version, in bytes; 0 when it was never written. */
    public long sizeInBytes(String table) {
        return DeltaLog.forTable(session, path(table))
                .update(false, scala.Option.empty(), scala.Option.empty())
                .sizeInBytes();
    }

    /** Size of the live files of some days or periods, the first partition column's values, in bytes. */
    public long sizeInBytes(TableContract contract, NavigableSet<LocalDate> dates) {
        Column partition =
                col("partitionValues").getItem(contract.partitionedBy().get(0));
        return DeltaLog.forTable(session, path(contract.name()))
                .update(false, scala.Option.empty(), scala.Option.empty())
                .allFiles()
                .toDF()
                .where(partition.isin(dates.stream().map(LocalDate::toString).toArray()))
                .agg(coalesce(sum("size"), lit(0L)))
                .first()
                .getLong(0);
    }

    /** What the log says of the table; empty when it was never written. */
    public Optional<TableState> state(TableContract contract) {
        if (!exists(contract.name())) {
            return Optional.empty();
        }
        Row commit =
                DeltaTable.forPath(session, path(contract.name())).history(1).first();
        Dataset<Row> rows = read(contract);
        Row counts = contract.partitionedBy().isEmpty()
                ? rows.selectExpr("count(*)", "1L").first()
                : rows.selectExpr(
                                "count(*)",
                                "count(DISTINCT " + contract.partitionedBy().get(0) + ")")
                        .first();
        return Optional.of(new TableState(
                commit.getLong(commit.fieldIndex("version")),
                counts.getLong(0),
                counts.getLong(1),
                commit.getInstant(commit.fieldIndex("timestamp"))));
    }

    /** Removes the rows that fulfil the condition; returns the newest version. */
    public long delete(TableContract contract, Column condition) {
        if (exists(contract.name())) {
            DeltaTable.forPath(session, path(contract.name())).delete(condition);
        }
        return version(contract.name());
    }

    /**
     * Creates the table with its comments and constraints, or brings those of an existing one to its contract, which writes a
     * version only where they differ.
     *
     * @return whether the table is as its contract says; false when its rows do not fit it and must be replaced
     */
    public boolean align(TableContract contract) {
        if (exists(contract.name())) {
            return TableDefinition.align(session, path(contract.name()), contract, read(contract));
        }
        TableDefinition.create(session, path(contract.name()), contract);
        return true;
    }

    private long create(TableContract contract, Dataset<Row> rows) {
        save(
                contract,
                () -> TableDefinition.create(session, path(contract.name()), contract, Conform.to(contract, rows)));
        return version(contract.name());
    }

    /** Rows are added only to what they fit. */
    private void alignToAdd(TableContract contract) {
        if (!align(contract)) {
            throw new ContractViolation(contract.name()
                    + ": the rows on record do not fit its contract, which has changed; nothing was added");
        }
    }

    private void save(TableContract contract, DataFrameWriter<Row> writer) {
        save(contract, () -> writer.save(path(contract.name())));
    }

    /** Writes; a row that breaks a constraint is the contract's word, not a failure of Delta's. */
    private static void save(TableContract contract, Runnable write) {
        try {
            write.run();
        } catch (Exception failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof DeltaInvariantViolationException broken) {
                    throw new ContractViolation(contract.name() + ": " + oneLine(broken));
                }
            }
            throw failure;
        }
    }

    private static String oneLine(DeltaInvariantViolationException broken) {
        String said = String.valueOf(broken.getMessage()).replaceFirst("^\\[[A-Z_.]+]\\s*", "");
        return said.lines().map(String::strip).collect(Collectors.joining(" "));
    }

    private static DataFrameWriter<Row> write(TableContract contract, Dataset<Row> rows) {
        DataFrameWriter<Row> writer = Conform.to(contract, rows).write().format("delta");
        return contract.partitionedBy().isEmpty()
                ? writer
                : writer.partitionBy(contract.partitionedBy().toArray(String[]::new));
    }

    private static StructType nullable(StructType schema) {
        return schema.asNullable();
    }

    /** The values of the first partition column of every file that was added or removed after one version up to another. */
    public PartitionChanges changes(TableContract contract, long afterVersion, long toVersion) {
        return PartitionChanges.between(session, path(contract.name()), contract, afterVersion, toVersion);
    }

    /** Settings of the table as Delta keeps them. */
    public Map<String, String> properties(TableContract contract) {
        Row detail = DeltaTable.forPath(session, path(contract.name())).detail().first();
        return detail.getJavaMap(detail.fieldIndex("properties"));
    }

    /** Tables present in the lake, by name, sorted. */
    public List<String> present(List<TableContract> known) {
        List<String> present = new ArrayList<>();
        for (TableContract contract : known) {
            if (exists(contract.name())) {
                present.add(contract.name());
            }
        }
        return present;
    }
}
