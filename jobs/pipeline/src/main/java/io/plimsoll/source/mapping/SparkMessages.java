package io.plimsoll.source.mapping;

import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;

/** Spark's own explanations, short enough for a line. */
final class SparkMessages {

    private static final Pattern CONDITION = Pattern.compile("^\\[[A-Z0-9_.]+]\\s*");
    private static final Pattern STATE = Pattern.compile("\\s*SQLSTATE:.*$");

    private SparkMessages() {}

    /** The first sentence-like line of the message, without Spark's error class and state. */
    static String oneLine(Exception failure) {
        String message = String.valueOf(failure.getMessage()).strip();
        String firstLine = message.lines().findFirst().orElse("");
        String plain =
                STATE.matcher(CONDITION.matcher(firstLine).replaceFirst("")).replaceFirst("");
        return plain.isBlank() && failure instanceof SparkThrowable known
                ? String.valueOf(known.getCondition())
                : plain;
    }
}
