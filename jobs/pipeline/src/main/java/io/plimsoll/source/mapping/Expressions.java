package io.plimsoll.source.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.parser.ParseException;
import scala.jdk.javaapi.CollectionConverters;

/** What can be told of a Spark SQL expression before it meets any columns. */
final class Expressions {

    private Expressions() {}

    /** The column that the expression is, when it is nothing but a column's name. */
    static Optional<String> bareColumn(String expression) throws ParseException {
        return CatalystSqlParser$.MODULE$.parseExpression(expression) instanceof UnresolvedAttribute column
                        && column.nameParts().size() == 1
                ? Optional.of(column.nameParts().head())
                : Optional.empty();
    }

    /** The columns that the expression reads: of {@code a.b} the {@code a}. */
    static Set<String> columns(String expression) throws ParseException {
        Set<String> columns = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<Expression> open = new ArrayList<>(List.of(CatalystSqlParser$.MODULE$.parseExpression(expression)));
        while (!open.isEmpty()) {
            Expression next = open.remove(open.size() - 1);
            if (next instanceof UnresolvedAttribute column) {
                columns.add(column.nameParts().head());
            }
            open.addAll(CollectionConverters.asJava(next.children()));
        }
        return columns;
    }
}
