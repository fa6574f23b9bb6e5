package io.plimsoll.source.feed;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DataTypes;

/**
 * One kind of record that a tool delivers. Every feed also takes {@link #UPDATED_AT} and {@link #ATTRIBUTES}.
 *
 * @param name snake_case, as sources name it
 * @param grain one sentence that says what a row is
 * @param fields the columns in order
 * @param key columns that identify a record; a later delivery replaces the earlier one. Empty for billing, whose unit is the
 *     file
 * @param checks conditions on every row
 * @param instant the column whose UTC day partitions the feed; empty for feeds that are not time series
 */
public record Feed(
        String name, String grain, List<Field> fields, List<String> key, List<Check> checks, Optional<String> instant) {

    /** When the tool last changed the record. */
    public static final Field UPDATED_AT = Field.optional(
            "updated_at",
            DataTypes.TimestampType,
            "UTC",
            "when the tool last changed the record; null when it does not say");

    /** What a mapping names beyond the feed's columns. */
    public static final Field ATTRIBUTES = Field.optional(
            "attributes",
            DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType),
            "columns of the source that the feed has no word for, by the name that the mapping gives them");

    /** Copies the lists. */
    public Feed {
        fields = List.copyOf(fields);
        key = List.copyOf(key);
        checks = List.copyOf(checks);
    }

    /** A feed with the given columns and the two that every feed takes. */
    static Feed of(String name, String grain, Field... fields) {
        List<Field> all = new ArrayList<>(List.of(fields));
        if (Arrays.stream(fields).noneMatch(field -> field.name().equals(UPDATED_AT.name()))) {
            all.add(UPDATED_AT);
        }
        all.add(ATTRIBUTES);
        return new Feed(name, grain, all, List.of(), List.of(), Optional.empty());
    }

    Feed withKey(String... columns) {
        return new Feed(name, grain, fields, List.of(columns), checks, instant);
    }

    Feed withChecks(Check... more) {
        return new Feed(name, grain, fields, key, List.of(more), instant);
    }

    Feed partitionedByDayOf(String column) {
        return new Feed(name, grain, fields, key, checks, Optional.of(column));
    }

    /** The column of this name, without regard to case; empty when the feed has none. */
    public Optional<Field> field(String column) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(column))
                .findFirst();
    }

    /** The columns that no row may lack. */
    public List<Field> required() {
        return fields.stream().filter(Field::required).toList();
    }
}
