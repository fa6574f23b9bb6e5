package io.plimsoll.source.format;

import io.plimsoll.config.Secrets;
import io.plimsoll.config.SourceSettings;
import io.plimsoll.source.landing.Content;
import io.plimsoll.source.landing.Landing;
import io.plimsoll.source.landing.LandingFile;
import io.plimsoll.source.landing.Opened;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A table or query of a database, with the options of Spark's JDBC source ({@code url}, {@code dbtable} or {@code query}). */
public final class JdbcFormat implements TableFormat {

    @Override
    public List<LandingFile> files(SparkSession session, Landing landing, SourceSettings source) {
        return List.of();
    }

    @Override
    public Dataset<Row> table(SparkSession session, Landing landing, SourceSettings source) {
        Map<String, String> options = new HashMap<>();
        source.options()
                .forEach((name, value) -> options.put(name, Secrets.ofProcess().resolve(value)));
        return session.read().format("jdbc").options(options).load();
    }

    @Override
    public Content inspect(Opened file, Request request) {
        throw new UnsupportedOperationException("a database has no files to look through");
    }

    @Override
    public Dataset<Row> records(SparkSession session, Reading reading) {
        throw new UnsupportedOperationException("a database has no files to read");
    }

    @Override
    public Column raw(Reading reading) {
        return ParquetFormat.asJson(reading.columns());
    }
}
