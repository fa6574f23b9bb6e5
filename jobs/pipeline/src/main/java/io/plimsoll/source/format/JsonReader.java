package io.plimsoll.source.format;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.spark.sql.catalyst.json.JSONOptions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Map$;
import scala.jdk.javaapi.CollectionConverters;

/** What the JSON formats have in common: the options, and the part of the keys that a mapping uses. */
final class JsonReader {

    private JsonReader() {}

    static JSONOptions sparkOptions(Request request) {
        return new JSONOptions(
                Map$.MODULE$.from(CollectionConverters.asScala(request.source().options())), "UTC", Records.TEXT);
    }

    /** Only the columns that are used, so that nothing else is parsed; one that no record has is text and null. */
    static StructType wanted(Reading reading) {
        Set<String> names = new LinkedHashSet<>(reading.request().bare());
        names.addAll(reading.request().computed());
        StructType wanted = new StructType();
        for (String name : names) {
            wanted = wanted.add(name, type(reading.columns(), name));
        }
        return wanted;
    }

    private static DataType type(StructType columns, String name) {
        return java.util.Arrays.asList(columns.fieldNames()).contains(name)
                ? columns.apply(name).dataType()
                : DataTypes.StringType;
    }
}
