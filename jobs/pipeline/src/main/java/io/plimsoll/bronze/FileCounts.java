package io.plimsoll.bronze;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Counts the rows of each file, and of these the bad ones, while they pass on their way to the table. Public because Spark
 * generates code that uses it.
 */
public final class FileCounts extends Aggregator<Row, FileCounts.Tally, Row> {

    static final StructType INPUT =
            new StructType().add("path", DataTypes.StringType).add("bad", DataTypes.BooleanType);

    private static final StructType OUTPUT = new StructType()
            .add("paths", DataTypes.createArrayType(DataTypes.StringType))
            .add("read", DataTypes.createArrayType(DataTypes.LongType))
            .add("bad", DataTypes.createArrayType(DataTypes.LongType));

    private static final long serialVersionUID = 1L;

    /** Counts of one file. */
    public static final class Count implements Serializable {
        private static final long serialVersionUID = 1L;
        private long read;
        private long bad;

        long read() {
            return read;
        }

        long bad() {
            return bad;
        }

        private void add(long moreRead, long moreBad) {
            read += moreRead;
            bad += moreBad;
        }
    }

    /** Counts of files; rows of a file come one after another, so the last one is kept at hand. */
    public static final class Tally implements Serializable {
        private static final long serialVersionUID = 1L;
        private final HashMap<String, Count> counts = new HashMap<>();
        private String path = "";
        private Count current = new Count();

        private void count(String rowPath, boolean isBad) {
            if (!rowPath.equals(path)) {
                path = rowPath;
                current = counts.computeIfAbsent(rowPath, each -> new Count());
            }
            current.add(1, isBad ? 1 : 0);
        }
    }

    @Override
    public Tally zero() {
        return new Tally();
    }

    @Override
    public Tally reduce(Tally tally, Row row) {
        tally.count(row.getString(0), row.getBoolean(1));
        return tally;
    }

    @Override
    public Tally merge(Tally one, Tally other) {
        other.counts.forEach((path, count) ->
                one.counts.computeIfAbsent(path, each -> new Count()).add(count.read, count.bad));
        return one;
    }

    @Override
    public Row finish(Tally tally) {
        List<Map.Entry<String, Count>> files = new ArrayList<>(tally.counts.entrySet());
        return RowFactory.create(
                files.stream().map(Map.Entry::getKey).toArray(String[]::new),
                files.stream().map(file -> file.getValue().read).toArray(Long[]::new),
                files.stream().map(file -> file.getValue().bad).toArray(Long[]::new));
    }

    @Override
    public Encoder<Tally> bufferEncoder() {
        return Encoders.javaSerialization(Tally.class);
    }

    @Override
    public Encoder<Row> outputEncoder() {
        return Encoders.row(OUTPUT);
    }

    /** The counts by path, from the result of this aggregate. */
    static Map<String, Count> byPath(Row result) {
        List<String> paths = result.getList(0);
        List<Long> read = result.getList(1);
        List<Long> bad = result.getList(2);
        Map<String, Count> counts = new HashMap<>();
        for (int i = 0; i < paths.size(); i++) {
            counts.computeIfAbsent(paths.get(i), each -> new Count()).add(read.get(i), bad.get(i));
        }
        return counts;
    }
}
