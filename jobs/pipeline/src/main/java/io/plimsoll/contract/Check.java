package io.plimsoll.contract;

/**
 * A condition that every row of a table fulfils. It becomes a Delta CHECK constraint, so a row that breaks it can never be
 * written.
 *
 * @param name identifier, unique in its table
 * @param predicate Spark SQL over the table's columns. A null result counts as broken, so optional columns need
 *     {@code x IS NULL OR ...}
 * @param meaning the rule in words, as it stands in messages and on the table's page
 */
public record Check(String name, String predicate, String meaning) {}
