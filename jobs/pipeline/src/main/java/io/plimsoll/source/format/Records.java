package io.plimsoll.source.format;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.udf;

import io.plimsoll.source.landing.LandingFile;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** The columns that every format adds to those of its files. Their names begin in a way that no export uses. */
public final class Records {

    /** The file, as the ledger names it. */
    public static final String PATH = "__plimsoll_path";

    /** Position of the record in its file, see {@link RowCounter}. */
    public static final String ROW = "__plimsoll_row";

    /** Why the record could not be parsed; null when it could. */
    public static final String BROKEN = "__plimsoll_broken";

    /** The record's own text where the reader gives it. */
    static final String TEXT = "__plimsoll_text";

    private static final String FILE_PATH = "_metadata.file_path";
    private static final String BLOCK_START = "_metadata.file_block_start";

    private Records() {}

    /** Adds path and position to what one of Spark's file readers reads. */
    static Dataset<Row> located(Dataset<Row> read, List<LandingFile> files) {
        return read.withColumns(java.util.Map.of(PATH, path(files), ROW, position()));
    }

    /** Adds the position alone. */
    public static Dataset<Row> numbered(Dataset<Row> read) {
        return read.withColumn(ROW, position());
    }

    private static Column position() {
        return udf(new RowCounter(), DataTypes.LongType).asNondeterministic().apply(col(FILE_PATH), col(BLOCK_START));
    }

    /** Adds path and position to the rows of a table; the position is their number in this reading. */
    public static Dataset<Row> ofTable(Dataset<Row> table, String path) {
        return table.withColumns(java.util.Map.of(
                PATH,
                lit(path),
                ROW,
                org.apache.spark.sql.functions.monotonically_increasing_id().plus(1),
                BROKEN,
                lit(null).cast(DataTypes.StringType)));
    }

    /** Spark names a file by its encoded URI, the ledger by its plain path. */
    private static Column path(List<LandingFile> files) {
        boolean plain = files.stream().allMatch(file -> encoded(file).equals(file.uri()));
        int prefix = files.get(0).uri().length() - files.get(0).path().length();
        boolean samePrefix = files.stream()
                .allMatch(file -> file.uri().length() - file.path().length() == prefix);
        if (plain && samePrefix) {
            return col(FILE_PATH).substr(lit(prefix + 1), lit(Integer.MAX_VALUE));
        }
        Column[] entries = files.stream()
                .flatMap(file -> Stream.of(encoded(file), file.path()))
                .map((Function<String, Column>) org.apache.spark.sql.functions::lit)
                .toArray(Column[]::new);
        return element_at(map(entries), col(FILE_PATH));
    }

    private static String encoded(LandingFile file) {
        return new Path(file.uri()).toUri().toString();
    }
}
