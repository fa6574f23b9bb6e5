package io.plimsoll.source.format;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ltrim;
import static org.apache.spark.sql.functions.when;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plimsoll.source.landing.UnreadableFile;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.json.JSONOptions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/** What the JSON formats have in common: the options, and texts that become columns with Spark's {@code from_json}. */
final class JsonRecords {

    private static final String OBJECT = "__plimsoll_object";
    private static final String CORRUPT = "__plimsoll_corrupt";

    private JsonRecords() {}

    static JSONOptions sparkOptions(Request request) {
        return new JSONOptions(
                Map$.MODULE$.from(CollectionConverters.asScala(request.source().options())), "UTC", CORRUPT);
    }

    static UnreadableFile unreadable(JsonProcessingException failure) {
        return new UnreadableFile(
                "the file is not JSON: line " + failure.getLocation().getLineNr() + ", column "
                        + failure.getLocation().getColumnNr() + ": " + failure.getOriginalMessage());
    }

    /** Records with path, row and text become records with the columns that the mapping uses. */
    static Dataset<Row> parsed(Dataset<Row> texts, Reading reading) {
        StructType schema = wanted(reading).add(CORRUPT, DataTypes.StringType);
        Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        options.putAll(reading.request().source().options());
        options.put("mode", "PERMISSIVE");
        options.put("columnNameOfCorruptRecord", CORRUPT);
        return texts.withColumn(OBJECT, from_json(col(Records.TEXT), schema, options))
                .select(
                        col(Records.PATH),
                        col(Records.ROW),
                        col(Records.TEXT),
                        broken().as(Records.BROKEN),
                        col(OBJECT + ".*"))
                .drop(CORRUPT);
    }

    static Column raw() {
        return col(Records.TEXT);
    }

    /** Only the columns that are used, so that nothing else is parsed; one that no record has is text and null. */
    private static StructType wanted(Reading reading) {
        Set<String> names = new LinkedHashSet<>(reading.request().bare());
        names.addAll(reading.request().computed());
        StructType wanted = new StructType();
        for (String name : names) {
            wanted = wanted.add(Arrays.stream(reading.columns().fields())
                    .filter(column -> column.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(new StructField(
                            name, DataTypes.StringType, true, org.apache.spark.sql.types.Metadata.empty())));
        }
        return wanted;
    }

    private static Column broken() {
        Column isObject = ltrim(col(Records.TEXT)).startsWith("{");
        return when(org.apache.spark.sql.functions.not(isObject), lit("the record is not a JSON object"))
                .when(
                        col(OBJECT).getField(CORRUPT).isNotNull(),
                        lit("the record is not valid JSON, or a value is not of its key's type: "
                                + "expressions compute with the type that most records have"));
    }
}
