package io.plimsoll.source.landing;

import java.util.Optional;
import org.apache.spark.sql.types.StructType;

/**
 * What a file holds, as far as it can be told without reading its rows.
 *
 * @param columns the columns that every record of the file has, or that some record has where records differ (JSON)
 * @param note something a person should know although it is not an error; empty when there is nothing to say
 */
public record Content(StructType columns, Optional<String> note) {

    /** Columns and nothing to say about them. */
    public static Content of(StructType columns) {
        return new Content(columns, Optional.empty());
    }
}
