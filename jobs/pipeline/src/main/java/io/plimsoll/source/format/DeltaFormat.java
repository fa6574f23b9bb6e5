package io.plimsoll.source.format;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.plimsoll.config.SourceSettings;
import io.plimsoll.source.landing.Content;
import io.plimsoll.source.landing.Landing;
import io.plimsoll.source.landing.LandingFile;
import io.plimsoll.source.landing.Opened;
import io.plimsoll.source.landing.UnreadableFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A Delta table that an upstream team hands over; {@code path} is the table's folder. Each data file that is live counts as a
 * file: what the table appends or rewrites is read, what it removes stays (of a bill, which has no keys, it goes).
 */
public final class DeltaFormat implements TableFormat {

    @Override
    public List<LandingFile> files(SparkSession session, Landing landing, SourceSettings source) {
        if (landing.look(landing.resolve(source.path() + "/_delta_log")).isEmpty()) {
            return List.of();
        }
        return Arrays.stream(table(session, landing, source).inputFiles())
                .map(file -> landing.look(new Path(java.net.URI.create(file)).toString()))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(LandingFile::modifiedAt).thenComparing(LandingFile::path))
                .toList();
    }

    @Override
    public Dataset<Row> table(SparkSession session, Landing landing, SourceSettings source) {
        return session.read().format("delta").options(source.options()).load(landing.resolve(source.path()));
    }

    @Override
    public Optional<StructType> declaredColumns(SparkSession session, Landing landing, SourceSettings source) {
        return Optional.of(table(session, landing, source).schema());
    }

    @Override
    public Content inspect(Opened file, Request request) throws IOException, UnreadableFile {
        return Content.of(ParquetFormat.columns(file));
    }

    @Override
    public Dataset<Row> records(SparkSession session, Reading reading) {
        Dataset<Row> table = table(session, reading.landing(), reading.request().source());
        Object[] files = reading.files().stream()
                .map(file -> new Path(file.uri()).toUri().toString())
                .toArray();
        return Records.located(table, reading.files())
                .where(col("_metadata.file_path").isin(files))
                .withColumn(Records.BROKEN, lit(null).cast(DataTypes.StringType));
    }

    @Override
    public Column raw(Reading reading) {
        return ParquetFormat.asJson(reading.columns());
    }
}
