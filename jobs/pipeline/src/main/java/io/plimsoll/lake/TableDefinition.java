package io.plimsoll.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** A contract as Delta holds it: comments on table and columns, NOT NULL, CHECK constraints, partitions. */
final class TableDefinition {

    /** Ten years: longer than the limitation period of a contract nearly everywhere. */
    private static final String KEPT = "interval 3660 days";

    private static final String CONSTRAINT = "delta.constraints.";

    private TableDefinition() {}

    static void create(SparkSession session, String path, TableContract contract) {
        DeltaTableBuilder builder =
                DeltaTable.createIfNotExists(session).location(path).comment(contract.grain());
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
        for (Map.Entry<String, String> property : properties(contract).entrySet()) {
            builder = builder.property(property.getKey(), property.getValue());
        }
        builder.execute();
    }

    /**
     * Brings what the log says of a table to its contract, in one commit that leaves the rows alone; writes nothing when it says
     * that already.
     *
     * @param rows the table's rows, held against conditions that it did not promise yet
     * @return whether it does now; false, and nothing written, when rows would have to change: a column is gone or of another type,
     *     partitions are others, or a row breaks a new condition
     */
    static boolean align(SparkSession session, String path, TableContract contract, Dataset<Row> rows) {
        OptimisticTransaction transaction =
                DeltaLog.forTable(session, path).startTransaction(Option.empty(), Option.empty());
        Metadata said = transaction.metadata();
        Metadata wanted = wanted(said, contract);
        if (said.equals(wanted)) {
            return true;
        }
        if (!said.partitionColumns().equals(wanted.partitionColumns())
                || !holds(said.schema(), contract)
                || !fulfils(rows, newConditions(said, contract))) {
            return false;
        }
        transaction.updateMetadata(wanted, false);
        transaction.commit(scala(List.<Action>of()), new DeltaOperations.UpdateSchema(said.schema(), wanted.schema()));
        return true;
    }

    /** Creates the table with its first rows, in one commit: nobody sees it without them. */
    static void create(SparkSession session, String path, TableContract contract, Dataset<Row> rows) {
        OptimisticTransaction transaction =
                DeltaLog.forTable(session, path).startTransaction(Option.empty(), Option.empty());
        Metadata wanted = wanted(transaction.metadata(), contract);
        transaction.updateMetadata(wanted, false);
        List<Action> actions = new ArrayList<>(CollectionConverters.asJava(transaction.writeFiles(rows)));
        transaction.commit(scala(actions), new DeltaOperations.CreateTable(wanted, false, true, Option.empty()));
    }

    /** Replaces all rows together with what the log says of the table, in one commit: whoever reads sees the one or the other. */
    static void replace(SparkSession session, String path, TableContract contract, Dataset<Row> rows) {
        OptimisticTransaction transaction =
                DeltaLog.forTable(session, path).startTransaction(Option.empty(), Option.empty());
        Metadata wanted = wanted(transaction.metadata(), contract);
        transaction.updateMetadataForTableOverwrite(wanted);
        List<Action> actions = new ArrayList<>();
        CollectionConverters.asJava(transaction.filterFiles()).forEach(file -> actions.add(file.remove()));
        actions.addAll(CollectionConverters.asJava(transaction.writeFiles(rows)));
        transaction.commit(
                scala(actions),
                new DeltaOperations.ReplaceTable(
                        wanted,
                        false,
                        false,
                        true,
                        Option.empty(),
                        Option.empty(),
                        Option.empty(),
                        Option.empty(),
                        Option.empty(),
                        Option.empty(),
                        Option.empty()));
    }

    private static Metadata wanted(Metadata said, TableContract contract) {
        Map<String, String> configuration = new TreeMap<>(CollectionConverters.asJava(said.configuration()));
        configuration.keySet().removeIf(property -> property.startsWith(CONSTRAINT));
        configuration.putAll(properties(contract));
        return said.copy(
                said.id(),
                said.name(),
                contract.grain(),
                said.format(),
                columns(said.schema(), contract).json(),
                scala(contract.partitionedBy()),
                scala.collection.immutable.Map.from(CollectionConverters.asScala(configuration)),
                said.createdTime());
    }

    /** The contract's columns; the parts of nested values as Delta keeps them, which may be null whatever was declared. */
    private static StructType columns(StructType said, TableContract contract) {
        StructType kept = said.asNullable();
        StructType declared = contract.schema().asNullable();
        return new StructType(Arrays.stream(contract.schema().fields())
                .map(field -> kept.getFieldIndex(field.name()).isDefined()
                                && kept.apply(field.name())
                                        .dataType()
                                        .equals(declared.apply(field.name()).dataType())
                        ? new StructField(
                                field.name(), said.apply(field.name()).dataType(), field.nullable(), field.metadata())
                        : field)
                .toArray(StructField[]::new));
    }

    /** Whether every column on record is one of the contract's, and what the contract has beside them may be null. */
    private static boolean holds(StructType said, TableContract contract) {
        StructType wanted = contract.schema().asNullable();
        Set<String> names = Set.of(said.fieldNames());
        return Arrays.stream(said.asNullable().fields())
                        .allMatch(column -> wanted.getFieldIndex(column.name()).isDefined()
                                && wanted.apply(column.name()).dataType().equals(column.dataType()))
                && contract.fields().stream().allMatch(field -> names.contains(field.name()) || !field.required());
    }

    private static List<Column> newConditions(Metadata said, TableContract contract) {
        List<Column> conditions = new ArrayList<>();
        contract.fields().stream()
                .filter(field ->
                        field.required() && said.schema().apply(field.name()).nullable())
                .forEach(field -> conditions.add(field.col().isNotNull()));
        contract.checks().stream()
                .filter(check ->
                        !said.configuration().get(CONSTRAINT + check.name()).contains(check.predicate()))
                .forEach(check -> conditions.add(expr(check.predicate())));
        return conditions;
    }

    private static boolean fulfils(Dataset<Row> rows, List<Column> conditions) {
        Column all = conditions.stream().reduce(lit(true), Column::and);
        return conditions.isEmpty()
                || rows.where(not(coalesce(all, lit(false)))).isEmpty();
    }

    private static <T> Seq<T> scala(List<T> values) {
        return CollectionConverters.asScala(values).toSeq();
    }

    private static Map<String, String> properties(TableContract contract) {
        Map<String, String> properties = new LinkedHashMap<>();
        if (contract.layer().equals("silver")) {
            // A sealed statement is recomputed from the versions that it names: they must outlive it.
            properties.put("delta.logRetentionDuration", KEPT);
            properties.put("delta.deletedFileRetentionDuration", KEPT);
        }
        long withStatistics = columnsWithStatistics(contract);
        if (withStatistics > 0) {
            properties.put("delta.dataSkippingNumIndexedCols", String.valueOf(withStatistics));
        }
        if (!contract.partitionedBy().isEmpty()) {
            contract.fields().stream()
                    .filter(TableDefinition::hardlyRepeats)
                    .forEach(field -> properties.put("parquet.enable.dictionary#" + field.name(), "false"));
        }
        contract.checks().forEach(check -> properties.put(CONSTRAINT + check.name(), check.predicate()));
        return properties;
    }

    /**
     * Whether the values of facts differ nearly from row to row, as measured figures and histograms do. Parquet would collect
     * them in a dictionary that it drops when it is full: two fifths of what writing the files of hours took.
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
