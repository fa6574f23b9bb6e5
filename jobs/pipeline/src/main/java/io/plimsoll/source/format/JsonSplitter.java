package io.plimsoll.source.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Cuts a JSON document into the texts of its records; numbers keep their digits. */
final class JsonSplitter implements WholeFiles.Reader {

    private static final long serialVersionUID = 1L;

    private final JsonFactory factory;

    JsonSplitter(JsonFactory factory) {
        this.factory = factory;
    }

    @Override
    public List<Row> records(InputStream document) throws IOException {
        List<Row> records = new ArrayList<>();
        try (JsonParser parser = factory.createParser(document)) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    records.add(RowFactory.create(text(parser)));
                }
            } else {
                records.add(RowFactory.create(text(parser)));
            }
        }
        return records;
    }

    private String text(JsonParser parser) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = factory.createGenerator(text)) {
            generator.copyCurrentStructureExact(parser);
        }
        return text.toString();
    }
}
