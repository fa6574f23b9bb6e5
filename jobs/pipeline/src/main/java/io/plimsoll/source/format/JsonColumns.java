package io.plimsoll.source.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.json.JSONOptions;
import org.apache.spark.sql.catalyst.json.JsonInferSchema;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * Collects the keys of JSON records. A key that expressions compute with has the type that its values have in common by Spark's
 * own rules, where a few texts among numbers (or the reverse) do not count: their rows are rejected. Every other key is text.
 */
final class JsonColumns {

    private final Request request;
    private final JSONOptions options;
    private final JsonInferSchema types;
    private final Map<String, Found> columns = new LinkedHashMap<>();

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
            Found found = columns.get(name);
            if (found == null) {
                found = new Found();
                columns.put(name, found);
            }
            if (request.computed().contains(name)) {
                found.add(types.inferField(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    /** What was found. */
    StructType found() {
        StructType all = new StructType();
        for (Map.Entry<String, Found> column : columns.entrySet()) {
            Option<DataType> type = types.canonicalizeType(column.getValue().type(), options);
            all = all.add(column.getKey(), type.isDefined() ? type.get() : DataTypes.StringType);
        }
        return all;
    }

    /** Values of one key. */
    private static final class Found {
        private long texts;
        private long others;
        private @Nullable DataType other;

        void add(DataType type) {
            if (type instanceof StringType) {
                texts++;
            } else if (!(type instanceof NullType)) {
                others++;
                other = other == null ? type : JsonInferSchema.compatibleType(other, type, DataTypes.StringType);
            }
        }

        DataType type() {
            return other == null || texts > others ? DataTypes.StringType : other;
        }
    }

    /** The columns of two files in one, unless a key is text in one and something else in the other. */
    static Optional<StructType> together(StructType one, StructType other) {
        Map<String, DataType> all = new LinkedHashMap<>();
        for (String name : one.fieldNames()) {
            all.put(name, one.apply(name).dataType());
        }
        for (String name : other.fieldNames()) {
            DataType type = other.apply(name).dataType();
            DataType known = all.getOrDefault(name, type);
            if (known instanceof StringType != type instanceof StringType) {
                return Optional.empty();
            }
            all.put(name, JsonInferSchema.compatibleType(known, type, DataTypes.StringType));
        }
        StructType columns = new StructType();
        for (Map.Entry<String, DataType> column : all.entrySet()) {
            columns = columns.add(column.getKey(), column.getValue());
        }
        return Optional.of(columns);
    }
}
