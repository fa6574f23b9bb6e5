package io.plimsoll.run;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import io.plimsoll.contract.Conform;
import io.plimsoll.contract.ContractViolation;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.HeldRows;
import io.plimsoll.lake.Lake;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;

/**
 * The step from computed rows to a published version: the key is proven, the partitions are compared with what is published,
 * and only those that differ are written. A recomputation with the same result writes nothing.
 */
final class Publication {

    private static final String PARTITION = "_partition";

    /** Version and rows of what was written; the rows are 0 when nothing differed. */
    record Written(boolean changed, long rows) {}

    /** Rows and content hash of one partition. */
    private record Content(long rows, String hash) {}

    private final Lake lake;
    private final TableContract contract;

    Publication(Lake lake, TableContract contract) {
        this.lake = lake;
        this.contract = contract;
    }

    /**
     * Publishes the rows of the given partitions, or of the whole table.
     *
     * @throws ContractViolation when two rows have one key or a row breaks the contract
     */
    Written publish(Dataset<Row> rows, Optional<NavigableSet<LocalDate>> partitions) {
        try (HeldRows held = HeldRows.of(Conform.to(contract, rows))) {
            return publishHeld(held.rows(), partitions);
        }
    }

    /** Whether the rows of a whole table are not those that are published. */
    boolean differs(Dataset<Row> rows) {
        return !lake.exists(contract.name())
                || !contents(Conform.to(contract, rows), true).equals(contents(lake.read(contract), false));
    }

    /** Publishes without comparing or proving the key, for facts whose build guarantees both and that do not fit in memory. */
    Written publishInOnePass(Dataset<Row> rows, Optional<NavigableSet<LocalDate>> partitions) {
        if (partitions.isPresent() && lake.exists(contract.name()) && lake.align(contract)) {
            lake.replacePartitions(contract, partitions.get(), rows);
        } else {
            lake.replaceAll(contract, rows);
        }
        return new Written(true, lake.rowsOfLastCommit(contract));
    }

    private Written publishHeld(Dataset<Row> held, Optional<NavigableSet<LocalDate>> partitions) {
        Map<String, Content> computed = contents(held, true);
        if (!lake.exists(contract.name()) || !lake.align(contract)) {
            lake.replaceAll(contract, oneFileAPartition(held));
            return new Written(true, rows(computed, computed.keySet()));
        }
        Map<String, Content> before = contents(lake.read(contract).where(wanted(partitions)), false);
        NavigableSet<String> different = different(before, computed);
        if (different.isEmpty()) {
            return new Written(false, 0);
        }
        replace(held, different);
        return new Written(true, rows(computed, different));
    }

    private void replace(Dataset<Row> held, NavigableSet<String> different) {
        if (contract.partitionedBy().isEmpty()) {
            lake.replaceAll(contract, oneFileAPartition(held));
            return;
        }
        NavigableSet<LocalDate> dates = new TreeSet<>();
        different.forEach(date -> dates.add(LocalDate.parse(date)));
        Column partition = col(contract.partitionedBy().get(0));
        lake.replacePartitions(contract, dates, oneFileAPartition(held.where(partition.isin(dates.toArray()))));
    }

    /** Small tables of many days would otherwise become as many files a day as there are tasks. */
    private Dataset<Row> oneFileAPartition(Dataset<Row> rows) {
        return contract.partitionedBy().isEmpty()
                ? rows.coalesce(1)
                : rows.repartition(col(contract.partitionedBy().get(0)));
    }

    private Column wanted(Optional<NavigableSet<LocalDate>> partitions) {
        return partitions
                .filter(dates -> !contract.partitionedBy().isEmpty())
                .map(dates -> col(contract.partitionedBy().get(0)).isin(dates.toArray()))
                .orElseGet(() -> lit(true));
    }

    private Map<String, Content> contents(Dataset<Row> rows, boolean proveKey) {
        Column partition = contract.partitionedBy().isEmpty()
                ? lit("all")
                : col(contract.partitionedBy().get(0)).cast(DataTypes.StringType);
        List<Column> groups = new ArrayList<>(List.of(partition.as(PARTITION)));
        contract.key().stream()
                .filter(name -> !contract.partitionedBy().contains(name))
                .forEach(name -> groups.add(col(name)));
        Dataset<Row> keyed = rows.groupBy(groups.toArray(Column[]::new))
                .agg(
                        count(lit(1)).as("n"),
                        sum(rowHash().cast(DataTypes.createDecimalType(38, 0))).as("hash"));
        Map<String, Content> contents = new HashMap<>();
        long mostOfOneKey = 0;
        for (Row row : keyed.groupBy(PARTITION)
                .agg(sum("n").as("n"), max("n").as("most"), sum("hash").as("hash"))
                .collectAsList()) {
            contents.put(row.getString(0), new Content(row.getLong(1), String.valueOf(row.get(3))));
            mostOfOneKey = Math.max(mostOfOneKey, row.getLong(2));
        }
        if (proveKey && !contract.key().isEmpty() && mostOfOneKey > 1) {
            throw new ContractViolation(duplicates(rows));
        }
        return contents;
    }

    private String duplicates(Dataset<Row> rows) {
        Column[] key = contract.key().stream().map(name -> col(name)).toArray(Column[]::new);
        List<Row> examples = rows.groupBy(key)
                .agg(count(lit(1)).as("rows"))
                .where("rows > 1")
                .limit(3)
                .collectAsList();
        return contract.name() + ": key " + contract.key() + " stands more than once, such as "
                + examples.stream().map(Row::toString).toList() + " (last figure: rows)";
    }

    private Column rowHash() {
        List<Column> columns = new ArrayList<>();
        for (Field field : contract.fields()) {
            if (!field.name().equals("as_of")) {
                columns.add(field.type() instanceof MapType ? array_sort(map_entries(field.col())) : field.col());
            }
        }
        return xxhash64(columns.toArray(Column[]::new));
    }

    private static NavigableSet<String> different(Map<String, Content> before, Map<String, Content> computed) {
        NavigableSet<String> different = new TreeSet<>();
        before.forEach((partition, content) -> {
            if (!content.equals(computed.get(partition))) {
                different.add(partition);
            }
        });
        computed.forEach((partition, content) -> {
            if (!content.equals(before.get(partition))) {
                different.add(partition);
            }
        });
        return different;
    }

    private static long rows(Map<String, Content> contents, Iterable<String> partitions) {
        long rows = 0;
        for (String partition : partitions) {
            rows += Objects.requireNonNullElse(contents.get(partition), new Content(0, ""))
                    .rows();
        }
        return rows;
    }
}
