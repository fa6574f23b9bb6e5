package io.plimsoll.demo.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Values as JSON text. */
public final class JsonText {

    private static final ObjectMapper LINE = new ObjectMapper();
    private static final ObjectMapper PRETTY = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonText() {}

    /** On one line. */
    public static String line(Object value) {
        return write(LINE, value);
    }

    /** Indented, for people. */
    public static String pretty(Object value) {
        return write(PRETTY, value);
    }

    /** A field that stands in the text even when it is null: tools write every field of every record. */
    static Object orNull(@Nullable Object value) {
        return value == null ? NullNode.getInstance() : value;
    }

    private static String write(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
