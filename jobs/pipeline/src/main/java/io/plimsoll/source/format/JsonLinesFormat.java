package io.plimsoll.source.format;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ltrim;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.plimsoll.source.landing.Content;
import io.plimsoll.source.landing.Opened;
import io.plimsoll.source.landing.TextCheck;
import io.plimsoll.source.landing.UnreadableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.json.JSONOptions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** One JSON object a line, with the options of Spark's {@code from_json}. A blank line is no record. */
public final class JsonLinesFormat implements Format {

    private static final String OBJECT = "__plimsoll_object";
    private static final String CORRUPT = "__plimsoll_corrupt";

    @Override
    public Content inspect(Opened file, Request request) throws IOException, UnreadableFile {
        JSONOptions options = JsonReader.sparkOptions(request);
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
        Dataset<Row> lines = Records.located(
                        session.read()
                                .option("__globPaths__", "false")
                                .options(lineOptions(reading.request()))
                                .text(reading.uris())
                                .withColumnRenamed("value", Records.TEXT),
                        reading.files())
                .where(trim(col(Records.TEXT)).notEqual(""));
        StructType schema = JsonReader.wanted(reading).add(CORRUPT, DataTypes.StringType);
        Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        options.putAll(reading.request().source().options());
        options.put("mode", "PERMISSIVE");
        options.put("columnNameOfCorruptRecord", CORRUPT);
        List<Column> columns = new ArrayList<>(List.of(col(Records.PATH), col(Records.ROW), col(Records.TEXT)));
        columns.add(broken().as(Records.BROKEN));
        columns.add(col(OBJECT + ".*"));
        return lines.withColumn(OBJECT, from_json(col(Records.TEXT), schema, options))
                .select(columns.toArray(Column[]::new))
                .drop(CORRUPT);
    }

    @Override
    public Column raw(Reading reading) {
        return col(Records.TEXT);
    }

    @Override
    public boolean hasFixedColumns() {
        return false;
    }

    private static Column broken() {
        return when(ltrim(col(Records.TEXT)).startsWith("["), lit("a line must hold one JSON object, not an array"))
                .when(
                        col(OBJECT).getField(CORRUPT).isNotNull(),
                        lit("the line is not a JSON object with values of one type a key"));
    }

    private static Map<String, String> lineOptions(Request request) {
        Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        options.putAll(request.source().options());
        options.keySet().retainAll(java.util.Set.of("lineSep"));
        return options;
    }
}
