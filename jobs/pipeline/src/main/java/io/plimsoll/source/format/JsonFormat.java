package io.plimsoll.source.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.plimsoll.source.landing.Content;
import io.plimsoll.source.landing.Opened;
import io.plimsoll.source.landing.UnreadableFile;
import java.io.IOException;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.json.JSONOptions;
import org.apache.spark.sql.types.StructType;

/** A JSON document a file: an array of objects, each of them a record, or one object, which is the only record. */
public final class JsonFormat implements Format {

    @Override
    public Content inspect(Opened file, Request request) throws IOException, UnreadableFile {
        JSONOptions options = JsonRecords.sparkOptions(request);
        JsonFactory factory = options.buildJsonFactory();
        JsonColumns columns = new JsonColumns(request, options);
        try (JsonParser parser = factory.createParser(file.uncompressed())) {
            read(parser, columns);
        } catch (JsonProcessingException failure) {
            throw JsonRecords.unreadable(failure);
        }
        return Content.of(columns.found());
    }

    private static void read(JsonParser parser, JsonColumns columns) throws IOException, UnreadableFile {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new UnreadableFile("the file is empty: it holds no JSON");
        }
        if (first == JsonToken.START_OBJECT) {
            columns.add(parser);
        } else if (first == JsonToken.START_ARRAY) {
            for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                if (next == JsonToken.START_OBJECT) {
                    columns.add(parser);
                } else {
                    parser.skipChildren();
                }
            }
        } else {
            throw new UnreadableFile("the file holds neither a JSON object nor an array of objects, but "
                    + first.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        }
        if (parser.nextToken() != null) {
            throw new UnreadableFile("the file holds more than one JSON document (the second begins in line "
                    + parser.currentTokenLocation().getLineNr() + "); one a line is the format jsonl");
        }
    }

    @Override
    public Dataset<Row> records(SparkSession session, Reading reading) {
        JSONOptions options = JsonRecords.sparkOptions(reading.request());
        return JsonRecords.parsed(
                WholeFiles.read(session, reading, new JsonSplitter(options.buildJsonFactory()), WholeFiles.TEXT),
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
}
