package io.plimsoll.contract;

import java.util.List;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Column names in the form in which Spark's {@code join} takes them. */
public final class Names {

    private Names() {}

    /** The fields' names. */
    public static Seq<String> of(Field... fields) {
        return of(List.of(fields));
    }

    /** The fields' names. */
    public static Seq<String> of(List<Field> fields) {
        return of(fields.stream().map(Field::name).toArray(String[]::new));
    }

    /** The given names. */
    public static Seq<String> of(String... names) {
        return CollectionConverters.asScala(List.of(names)).toList();
    }
}
