package io.plimsoll.config;

/**
 * A feed column and the expression that fills it.
 *
 * @param column the feed's column, or a name of the user's own that is kept in {@code attributes}
 * @param expression Spark SQL over the file's columns
 * @param line line in the settings file, counted from 1
 */
public record MappedColumn(String column, String expression, int line) {}
