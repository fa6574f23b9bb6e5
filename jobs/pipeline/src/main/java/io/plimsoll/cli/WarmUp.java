package io.plimsoll.cli;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.Lake;
import io.plimsoll.lake.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * A tiny job that touches what every run touches, so that the launcher can archive the classes it loads. It works in a
 * temporary folder and leaves nothing.
 */
final class WarmUp {

    private static final Field KEY = Field.required("key", DataTypes.LongType, "number");
    private static final Field DAY = Field.required("day", DataTypes.DateType, "day");
    private static final TableContract NUMBERS = TableContract.of("silver.number", "One row a number")
            .withFields(KEY, DAY)
            .withKey(KEY)
            .withPartitions(DAY);

    private WarmUp() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("plimsoll-warm-up");
        try (SparkSession session = Sessions.open(SparkSettings.load())) {
            Lake lake = new Lake(session, folder.toString());
            Dataset<Row> numbers = session.range(100)
                    .select(
                            functions.col("id").as(KEY.name()),
                            functions.lit("2026-01-01").cast(DataTypes.DateType).as(DAY.name()));
            lake.replaceAll(NUMBERS, numbers);
            lake.append(NUMBERS, numbers);
            lake.read(NUMBERS).groupBy(DAY.col()).count().collectAsList();
            session.read().option("header", "true").csv(csv(folder)).collectAsList();
        } finally {
            delete(folder);
        }
    }

    private static String csv(Path folder) throws IOException {
        Path file = folder.resolve("rows.csv");
        Files.write(file, List.of("a,b", "1,2"));
        return file.toString();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
