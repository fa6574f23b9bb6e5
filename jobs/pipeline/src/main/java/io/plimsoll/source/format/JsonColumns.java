package io.plimsoll.source.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.json.JSONOptions;
import org.apache.spark.sql.catalyst.json.JsonInferSchema;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Option;

/**
 * Collects the keys of JSON records and, for keys that expressions compute with, the type that all their values have in common
 * by Spark's own rules. Every other key is text.
 */
final class JsonColumns {

    private final Request request;
    private final JSONOptions options;
    private final JsonInferSchema types;
    private final Map<String, DataType> columns = new LinkedHashMap<>();

    JsonColumns(Request request, JSONOptions options) {
        this.request = request;
        this.options = options;
        this.types = new JsonInferSchema(options);
    }

    /** Reads the object that the parser stands at the beginning of. */
    void add(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (request.computed().contains(name)) {
                columns.merge(
                        name,
                        types.inferField(parser),
                        (a, b) -> JsonInferSchema.compatibleType(a, b, DataTypes.StringType));
            } else {
                parser.skipChildren();
                columns.putIfAbsent(name, DataTypes.StringType);
            }
        }
    }

    /** What was found. */
    StructType found() {
        StructType found = new StructType();
        for (Map.Entry<String, DataType> column : columns.entrySet()) {
            Option<DataType> type = types.canonicalizeType(column.getValue(), options);
            found = found.add(column.getKey(), type.isDefined() ? type.get() : DataTypes.StringType);
        }
        return found;
    }

    /** The columns of two files together. */
    static StructType together(StructType one, StructType other) {
        StructType all = one;
        for (String name : other.fieldNames()) {
            DataType type = other.apply(name).dataType();
            int known = java.util.Arrays.asList(all.fieldNames()).indexOf(name);
            if (known < 0) {
                all = all.add(name, type);
            } else {
                DataType common =
                        JsonInferSchema.compatibleType(all.fields()[known].dataType(), type, DataTypes.StringType);
                all.fields()[known] = DataTypes.createStructField(name, common, true);
            }
        }
        return new StructType(all.fields());
    }
}
