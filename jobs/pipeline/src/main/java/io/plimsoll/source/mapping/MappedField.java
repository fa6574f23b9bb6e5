package io.plimsoll.source.mapping;

import io.plimsoll.contract.Field;
import java.util.Optional;

/**
 * How one column of a feed comes from the columns of a file.
 *
 * @param field the feed's column; for an attribute a text column of the attribute's name
 * @param attribute whether the value is kept under its name in the map of what the feed has no word for
 * @param expression Spark SQL as the person wrote it
 * @param bare the file's column, when the expression is nothing but its name
 * @param line line in the settings file; the source's own for what nobody wrote
 */
record MappedField(Field field, boolean attribute, String expression, Optional<String> bare, int line) {}
