package io.plimsoll.lake;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/** A contract as Delta holds it: comments on table and columns, NOT NULL, CHECK constraints, partitions. */
final class TableDefinition {

    /** Ten years: longer than the limitation period of a contract nearly everywhere. */
    private static final String KEPT = "interval 3660 days";

    private TableDefinition() {}

    static void create(SparkSession session, String path, TableContract contract) {
        define(DeltaTable.createIfNotExists(session), session, path, contract);
    }

    static void replace(SparkSession session, String path, TableContract contract) {
        define(DeltaTable.createOrReplace(session), session, path, contract);
    }

    private static void define(DeltaTableBuilder empty, SparkSession session, String path, TableContract contract) {
        DeltaTableBuilder builder = empty.location(path).comment(contract.grain());
        for (Field field : contract.fields()) {
            builder = builder.addColumn(DeltaTable.columnBuilder(session, field.name())
                    .dataType(field.type())
                    .nullable(!field.required())
                    .comment(field.comment())
                    .build());
        }
        if (!contract.partitionedBy().isEmpty()) {
            builder = builder.partitionedBy(contract.partitionedBy().toArray(String[]::new));
        }
        if (contract.layer().equals("silver")) {
            // A sealed statement is recomputed from the versions that it names: they must outlive it.
            builder = builder.property("delta.logRetentionDuration", KEPT)
                    .property("delta.deletedFileRetentionDuration", KEPT);
        }
        long withStatistics = columnsWithStatistics(contract);
        if (withStatistics > 0) {
            builder = builder.property("delta.dataSkippingNumIndexedCols", String.valueOf(withStatistics));
        }
        if (!contract.partitionedBy().isEmpty()) {
            for (Field field : contract.fields()) {
                if (hardlyRepeats(field)) {
                    builder = builder.property("parquet.enable.dictionary#" + field.name(), "false");
                }
            }
        }
        for (Check check : contract.checks()) {
            builder = builder.property("delta.constraints." + check.name(), check.predicate());
        }
        builder.execute();
    }

    /**
     * Whether the values of facts differ nearly from row to row, as measured figures and histograms do. Parquet would collect
     * them in a dictionary that it drops when it is full: a quarter of the time in which a rollup is written.
     */
    private static boolean hardlyRepeats(Field field) {
        return field.type().equals(DataTypes.DoubleType) || field.type().equals(DataTypes.BinaryType);
    }

    /**
     * How many leading columns have statistics in Delta's log; 0 for Delta's own choice. Facts that are partitioned are skipped
     * by what identifies their rows: the key, or in bronze the provenance before the partition. Statistics of every column would
     * cost as much as encoding the rows.
     */
    private static long columnsWithStatistics(TableContract contract) {
        if (contract.partitionedBy().isEmpty()) {
            return 0;
        }
        return contract.fields().stream()
                .map(Field::name)
                .takeWhile(name -> contract.key().isEmpty()
                        ? !contract.partitionedBy().contains(name)
                        : contract.key().contains(name)
                                && !contract.partitionedBy().contains(name))
                .count();
    }
}
