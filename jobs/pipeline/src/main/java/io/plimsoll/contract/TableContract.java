package io.plimsoll.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The declaration of one table. The Delta table with its comments and constraints, its page, its data contract and the
 * conform step before every write are derived from it.
 *
 * @param name layer and table, such as {@code gold.sla_compliance}
 * @param grain one sentence that says what a row is
 * @param fields the columns in published order
 * @param key columns that identify a row; empty for an append-only log
 * @param checks conditions on every row
 * @param partitionedBy partition columns, a subset of the fields; empty for an unpartitioned table
 */
public record TableContract(
        String name,
        String grain,
        List<Field> fields,
        List<String> key,
        List<Check> checks,
        List<String> partitionedBy) {

    /** Copies the lists and rejects a contract that contradicts itself. */
    public TableContract {
        fields = List.copyOf(fields);
        key = List.copyOf(key);
        checks = List.copyOf(checks);
        partitionedBy = List.copyOf(partitionedBy);
        rejectContradictions(name, fields, key, partitionedBy);
    }

    /** A contract without fields, to be completed with the {@code with} methods. */
    public static TableContract of(String name, String grain) {
        return new TableContract(name, grain, List.of(), List.of(), List.of(), List.of());
    }

    /** This contract with the given columns appended. */
    public TableContract withFields(List<Field> more) {
        List<Field> all = new ArrayList<>(fields);
        all.addAll(more);
        return new TableContract(name, grain, all, key, checks, partitionedBy);
    }

    /** This contract with the given columns appended. */
    public TableContract withFields(Field... more) {
        return withFields(List.of(more));
    }

    /** This contract identified by the given columns. */
    public TableContract withKey(Field... columns) {
        return withKey(List.of(columns));
    }

    /** This contract identified by the given columns. */
    public TableContract withKey(List<Field> columns, Field... more) {
        List<String> names = Stream.concat(columns.stream(), Stream.of(more))
                .map(Field::name)
                .toList();
        return new TableContract(name, grain, fields, names, checks, partitionedBy);
    }

    /** This contract with the given checks appended. */
    public TableContract withChecks(List<Check> more) {
        List<Check> all = new ArrayList<>(checks);
        all.addAll(more);
        return new TableContract(name, grain, fields, key, all, partitionedBy);
    }

    /** This contract with the given checks appended. */
    public TableContract withChecks(Check... more) {
        return withChecks(List.of(more));
    }

    /** This contract partitioned by the given columns. */
    public TableContract withPartitions(Field... columns) {
        return new TableContract(name, grain, fields, key, checks, names(columns));
    }

    /** The floor of the house that the table stands on: bronze, silver, gold or ops. */
    public String layer() {
        return name.substring(0, name.indexOf('.'));
    }

    /** The table's name without its layer. */
    public String table() {
        return name.substring(name.indexOf('.') + 1);
    }

    /** The Spark schema in published order. */
    public StructType schema() {
        return new StructType(fields.stream().map(Field::toStructField).toArray(StructField[]::new));
    }

    /** The table's columns in contract order: what a build selects at its end. */
    public Column[] columns() {
        return Columns.of(fields);
    }

    /** The field of this name; an unknown name is a bug of the caller. */
    public Field field(String fieldName) {
        return fields.stream()
                .filter(field -> field.name().equals(fieldName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + fieldName));
    }

    private static List<String> names(Field... columns) {
        return List.of(columns).stream().map(Field::name).toList();
    }

    private static void rejectContradictions(
            String name, List<Field> fields, List<String> key, List<String> partitionedBy) {
        if (name.indexOf('.') < 1) {
            throw new IllegalArgumentException("'" + name + "' must be <layer>.<table>");
        }
        Set<String> seen = new HashSet<>();
        for (Field field : fields) {
            if (!seen.add(field.name())) {
                throw new IllegalArgumentException(name + " declares column " + field.name() + " twice");
            }
        }
        if (!fields.isEmpty()) {
            rejectUnknown(name, seen, key);
            rejectUnknown(name, seen, partitionedBy);
        }
    }

    private static void rejectUnknown(String name, Set<String> known, List<String> named) {
        for (String column : named) {
            if (!known.contains(column)) {
                throw new IllegalArgumentException(name + " has no column " + column);
            }
        }
    }
}
