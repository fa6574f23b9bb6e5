package io.plimsoll.source.format;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_csv;
import static org.apache.spark.sql.functions.when;

import com.univocity.parsers.csv.CsvParser;
import io.plimsoll.source.landing.Content;
import io.plimsoll.source.landing.Opened;
import io.plimsoll.source.landing.TextCheck;
import io.plimsoll.source.landing.UnreadableFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.csv.CSVOptions;
import org.apache.spark.sql.execution.datasources.csv.CSVUtils;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Comma-separated values with Spark's reader and its options. Every column is text until the mapping converts it. Differing from
 * Spark's defaults, quotes inside quotes are doubled as in RFC 4180 ({@code escape} is {@code "}).
 */
public final class CsvFormat implements Format {

    private static final int HEADER_BYTES = 1 << 18;
    private static final String UTF_8_BOM = "\uFEFF";

    @Override
    public Content inspect(Opened file, Request request) throws IOException, UnreadableFile {
        CSVOptions options = sparkOptions(request);
        Charset charset = charset(options);
        TextCheck text = new TextCheck(charset.equals(StandardCharsets.UTF_8), HEADER_BYTES);
        text.read(file.uncompressed());
        byte[] beginning = text.beginning();
        CsvParser parser = new CsvParser(options.asParserSettings());
        parser.beginParsing(new StringReader(plainText(new String(beginning, charset))));
        String @Nullable [] first = parser.parseNext();
        boolean onlyOneRecord = beginning.length < HEADER_BYTES && first != null && parser.parseNext() == null;
        parser.stopParsing();
        if (first == null) {
            throw new UnreadableFile("the file has no header: it holds nothing but blank lines or comments");
        }
        boolean headerOnly = options.headerFlag() && onlyOneRecord;
        return new Content(
                columns(options, first), headerOnly ? Optional.of("header only, no rows") : Optional.empty());
    }

    @Override
    public Dataset<Row> records(SparkSession session, Reading reading) {
        StructType schema = reading.columns().add(Records.TEXT, DataTypes.StringType);
        Dataset<Row> read = session.read()
                .schema(schema)
                .options(options(reading.request()))
                .option("mode", "PERMISSIVE")
                .option("columnNameOfCorruptRecord", Records.TEXT)
                .option("__globPaths__", "false")
                .csv(reading.uris());
        return Records.located(read, reading.files())
                .withColumn(
                        Records.BROKEN,
                        when(
                                col(Records.TEXT).isNotNull(),
                                lit("the record does not have the "
                                        + reading.columns().size()
                                        + " columns of the header (a line break inside quotes needs the option"
                                        + " multiLine: true)")));
    }

    @Override
    public Column raw(Reading reading) {
        Column[] columns = Arrays.stream(reading.columns().fieldNames())
                .map(name -> col(Format.quoted(name)))
                .toArray(Column[]::new);
        return coalesce(col(Records.TEXT), to_csv(struct(columns), writerOptions(reading.request())));
    }

    private static StructType columns(CSVOptions options, String[] first) {
        String[] names = options.headerFlag()
                ? CSVUtils.makeSafeHeader(first, false, options)
                : IntStream.range(0, first.length).mapToObj(i -> "_c" + i).toArray(String[]::new);
        return new StructType(Arrays.stream(names)
                .map(name -> DataTypes.createStructField(name, DataTypes.StringType, true))
                .toArray(StructField[]::new));
    }

    /** As Spark's line reader sees it: no byte order mark, line feeds only. */
    private static String plainText(String text) {
        String lines = text.replace("\r\n", "\n");
        return lines.startsWith(UTF_8_BOM) ? lines.substring(UTF_8_BOM.length()) : lines;
    }

    private static Charset charset(CSVOptions options) {
        return Charset.forName(options.charset());
    }

    private static CSVOptions sparkOptions(Request request) {
        return new CSVOptions(
                Map$.MODULE$.from(CollectionConverters.asScala(options(request))), false, "UTC", Records.TEXT);
    }

    private static Map<String, String> options(Request request) {
        Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        options.put("header", "true");
        options.put("escape", "\"");
        options.putAll(request.source().options());
        return options;
    }

    /** Those options that also say how a row is written. */
    private static Map<String, String> writerOptions(Request request) {
        Map<String, String> options = options(request);
        options.keySet().retainAll(java.util.Set.of("sep", "delimiter", "quote", "escape", "nullValue"));
        return options;
    }
}
