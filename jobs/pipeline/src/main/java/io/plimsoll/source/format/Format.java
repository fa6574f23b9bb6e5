package io.plimsoll.source.format;

import io.plimsoll.config.SourceSettings;
import io.plimsoll.source.feed.Feed;
import io.plimsoll.source.landing.Content;
import io.plimsoll.source.landing.Landing;
import io.plimsoll.source.landing.LandingFile;
import io.plimsoll.source.landing.Opened;
import io.plimsoll.source.landing.UnreadableFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** How files of one format become records. */
public interface Format {

    /** A name that needs no quotes. */
    Pattern PLAIN_NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    /**
     * Looks through a file once, to its end.
     *
     * @param file the file
     * @param request what the source wants of it
     * @throws UnreadableFile when it is not of this format
     */
    Content inspect(Opened file, Request request) throws IOException, UnreadableFile;

    /**
     * The files' records: their columns and those of {@link Records}. No record is left out; one that cannot be parsed says so in
     * {@link Records#BROKEN}.
     */
    Dataset<Row> records(SparkSession session, Reading reading);

    /** A record as text, the way it stood in its file or as near to it as the format allows. */
    Column raw(Reading reading);

    /**
     * The expressions that stand for a source whose {@code columns} is left out, by feed column: those of the feed's columns that
     * the file has under the same name.
     */
    default Map<String, String> ownColumns(Feed feed, StructType columns) {
        List<String> names = List.of(columns.fieldNames());
        return feed.fields().stream()
                .flatMap(field -> names.stream()
                        .filter(name -> name.equalsIgnoreCase(field.name()))
                        .limit(1)
                        .flatMap(name -> Stream.of(Map.entry(field.name(), quoted(name)))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether {@code columns} of the settings only adds to {@link #ownColumns} instead of standing for it. */
    default boolean completesMapping() {
        return false;
    }

    /** The files that the source has now, in the order in which they are read. */
    default List<LandingFile> files(SparkSession session, Landing landing, SourceSettings source) {
        return landing.list(source.path());
    }

    /** The columns that every file has because a catalogue says so; empty where each file says it itself. */
    default Optional<StructType> declaredColumns(SparkSession session, Landing landing, SourceSettings source) {
        return Optional.empty();
    }

    /** The columns of files together, where they can be read together; empty where they cannot. */
    default Optional<StructType> together(StructType one, StructType other) {
        return one.equals(other) ? Optional.of(one) : Optional.empty();
    }

    /** Whether a record has the same columns as every other of its file, so that a missing one is the file's mistake. */
    default boolean hasFixedColumns() {
        return true;
    }

    /** A column's name as Spark SQL reads it whatever stands in it. */
    static String quoted(String column) {
        return PLAIN_NAME.matcher(column).matches() ? column : "`" + column.replace("`", "``") + "`";
    }
}
