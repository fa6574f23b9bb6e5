package io.plimsoll.source.format;

import static java.util.Objects.requireNonNull;

import io.plimsoll.source.landing.Compression;
import io.plimsoll.source.landing.LandingFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Files that only make sense as a whole: each is read into memory and taken apart by one task. */
final class WholeFiles {

    /** Records that are texts to be parsed. */
    static final StructType TEXT = new StructType().add(Records.TEXT, DataTypes.StringType);

    private WholeFiles() {}

    /** Takes one file apart. */
    interface Reader extends Serializable {

        /** The records in file order. The file was looked through before, so it is of the format. */
        List<Row> records(InputStream file) throws IOException;
    }

    /** The records of all files with their path and number. */
    static Dataset<Row> read(SparkSession session, Reading reading, Reader reader, StructType columns) {
        StructType located =
                new StructType().add(Records.PATH, DataTypes.StringType).add(Records.ROW, DataTypes.LongType);
        for (StructField column : columns.fields()) {
            located = located.add(column);
        }
        return session.read()
                .format("binaryFile")
                .option("__globPaths__", "false")
                .load(reading.uris())
                .selectExpr("_metadata.file_path", "content")
                .flatMap(new Taking(paths(reading.files()), reader), Encoders.row(located));
    }

    private static Map<String, String> paths(List<LandingFile> files) {
        Map<String, String> paths = new HashMap<>();
        files.forEach(file -> paths.put(new Path(file.uri()).toUri().toString(), file.path()));
        return paths;
    }

    /** Spark's side of a {@link Reader}. */
    private record Taking(Map<String, String> paths, Reader reader) implements FlatMapFunction<Row, Row> {

        @Override
        public Iterator<Row> call(Row file) throws IOException {
            String path = requireNonNull(paths.get(file.getString(0)));
            Compression compression = Compression.of(file.getString(0));
            List<Row> located = new ArrayList<>();
            try (InputStream bytes = compression.open(new ByteArrayInputStream(file.<byte[]>getAs(1)))) {
                for (Row row : reader.records(bytes)) {
                    located.add(located(path, located.size() + 1L, row));
                }
            }
            return located.iterator();
        }

        private static Row located(String path, long number, Row row) {
            Object[] values = new Object[row.size() + 2];
            values[0] = path;
            values[1] = number;
            for (int i = 0; i < row.size(); i++) {
                values[i + 2] = row.get(i);
            }
            return RowFactory.create(values);
        }
    }
}
