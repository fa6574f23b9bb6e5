package io.plimsoll.source.format;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.plimsoll.source.feed.Feed;
import io.plimsoll.source.landing.Content;
import io.plimsoll.source.landing.LandingFile;
import io.plimsoll.source.landing.Opened;
import io.plimsoll.source.landing.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A bill in FOCUS 1.0 to 1.2, Parquet where the name ends in {@code .parquet}, else CSV. The columns are known by their names;
 * the text {@code NULL} and the empty text are null; the providers' own {@code x_} columns are kept in {@code attributes}.
 * {@code columns} of the settings is needed only for what differs.
 */
public final class FocusFormat implements Format {

    private static final String OWN_PREFIX = "x_";

    private final CsvFormat csv = new CsvFormat();
    private final ParquetFormat parquet = new ParquetFormat();

    @Override
    public Content inspect(Opened file, Request request) throws IOException, UnreadableFile {
        Content content = isParquet(file.file()) ? parquet.inspect(file, request) : csv.inspect(file, request);
        if (!List.of(content.columns().fieldNames()).contains("BilledCost")) {
            throw new UnreadableFile("the file is not a FOCUS bill: it has no column BilledCost. Its columns are "
                    + String.join(", ", content.columns().fieldNames())
                    + ". A provider's native export (AWS CUR, Azure EA, OCI) must be exported as FOCUS, or mapped with"
                    + " format csv or parquet");
        }
        return content;
    }

    @Override
    public Dataset<Row> records(SparkSession session, Reading reading) {
        return Stream.of(true, false)
                .map(asParquet -> reading.of(reading.files().stream()
                        .filter(file -> isParquet(file) == asParquet)
                        .toList()))
                .filter(part -> !part.files().isEmpty())
                .map(part -> withoutNullTexts(part, read(session, part)))
                .reduce(Dataset::unionByName)
                .orElseThrow();
    }

    private Dataset<Row> read(SparkSession session, Reading part) {
        return isParquet(part.files().get(0))
                ? parquet.records(session, part)
                        .withColumn(Records.TEXT, lit(null).cast("string"))
                : csv.records(session, part);
    }

    private static Dataset<Row> withoutNullTexts(Reading reading, Dataset<Row> read) {
        List<Column> columns = new ArrayList<>();
        for (String name : List.of(Records.PATH, Records.ROW, Records.BROKEN, Records.TEXT)) {
            columns.add(col(name));
        }
        for (StructField field : reading.columns().fields()) {
            Column column = col(Format.quoted(field.name()));
            columns.add(
                    field.dataType() instanceof StringType
                            ? when(column.isin("NULL", ""), lit(null))
                                    .otherwise(column)
                                    .as(field.name())
                            : column);
        }
        return read.select(columns.toArray(Column[]::new));
    }

    @Override
    public Column raw(Reading reading) {
        boolean onlyParquet = reading.files().stream().allMatch(FocusFormat::isParquet);
        return onlyParquet ? parquet.raw(reading) : csv.raw(reading);
    }

    @Override
    public Map<String, String> ownColumns(Feed feed, StructType columns) {
        Map<String, String> own = new LinkedHashMap<>(Format.super.ownColumns(feed, columns));
        String extensions = Stream.of(columns.fields())
                .filter(column -> column.name().toLowerCase(Locale.ROOT).startsWith(OWN_PREFIX))
                .map(column -> "'" + column.name().replace("'", "\\'") + "', " + asText(column))
                .collect(Collectors.joining(", "));
        if (!extensions.isEmpty()) {
            own.put(Feed.ATTRIBUTES.name(), "map_filter(map(" + extensions + "), (name, value) -> value is not null)");
        }
        return own;
    }

    private static String asText(StructField column) {
        String name = Format.quoted(column.name());
        return column.dataType() instanceof org.apache.spark.sql.types.AtomicType
                ? "cast(" + name + " as string)"
                : "to_json(" + name + ")";
    }

    @Override
    public boolean completesMapping() {
        return true;
    }

    private static boolean isParquet(LandingFile file) {
        return file.path().toLowerCase(Locale.ROOT).endsWith(".parquet");
    }
}
