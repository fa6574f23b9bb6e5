package io.plimsoll.source.format;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.trim;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.plimsoll.source.landing.Content;
import io.plimsoll.source.landing.Opened;
import io.plimsoll.source.landing.TextCheck;
import io.plimsoll.source.landing.UnreadableFile;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.json.JSONOptions;
import org.apache.spark.sql.types.StructType;

/** One JSON object a line, with the options of Spark's {@code from_json}. A blank line is no record but counts as a row. */
public final class JsonLinesFormat implements Format {

    @Override
    public Content inspect(Opened file, Request request) throws IOException, UnreadableFile {
        JSONOptions options = JsonRecords.sparkOptions(request);
        JsonFactory factory = options.buildJsonFactory();
        JsonColumns columns = new JsonColumns(request, options);
        TextCheck text = new TextCheck(true, 0);
        text.read(new LineTap(
                file.uncompressed(), (bytes, offset, length) -> look(factory, columns, bytes, offset, length)));
        return Content.of(columns.found());
    }

    /** A line that is not JSON is a rejected row later; here it only tells no columns. */
    private static void look(JsonFactory factory, JsonColumns columns, byte[] bytes, int offset, int length)
            throws IOException {
        try (JsonParser parser = factory.createParser(bytes, offset, length)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                columns.add(parser);
            }
        } catch (JsonProcessingException reportedWithItsRow) {
            return;
        }
    }

    @Override
    public Dataset<Row> records(SparkSession session, Reading reading) {
        Dataset<Row> lines = session.read()
                .options(lineOptions(reading.request()))
                .option("__globPaths__", "false")
                .text(reading.uris())
                .withColumnRenamed("value", Records.TEXT);
        return JsonRecords.parsed(
                Records.located(lines, reading.files())
                        .where(trim(col(Records.TEXT)).notEqual("")),
                reading);
    }

    @Override
    public Column raw(Reading reading) {
        return JsonRecords.raw();
    }

    @Override
    public boolean hasFixedColumns() {
        return false;
    }

    @Override
    public Optional<StructType> together(StructType one, StructType other) {
        return JsonColumns.together(one, other);
    }

    private static Map<String, String> lineOptions(Request request) {
        Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        options.putAll(request.source().options());
        options.keySet().retainAll(Set.of("lineSep"));
        return options;
    }
}
