package io.plimsoll.bridge;

import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.AliasIdentifier;
import org.apache.spark.sql.catalyst.analysis.CTESubstitution$;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.UnresolvedWith;
import org.apache.spark.sql.classic.Dataset$;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * Spark SQL that people write over tables by their names, {@code silver.incident}, answered from the inputs of a build instead of
 * a session's catalogue.
 */
public final class TableQuery {

    private static final Pattern AS_OF = Pattern.compile(":as_of(_at)?\\b");
    private static final String IN_FORCE = "_in_force";
    private static final String VERSIONS_IN_FORCE = "%1$s_in_force AS (SELECT * FROM silver.%1$s"
            + " WHERE coalesce(effective_from < DATE'%2$s', true) AND coalesce(effective_to >= DATE'%2$s', true))";

    private final LogicalPlan plan;

    private TableQuery(LogicalPlan plan) {
        this.plan = plan;
    }

    /**
     * Reads a query. What is not SQL is Spark's ParseException, which the compiler is not told of.
     *
     * @throws IllegalArgumentException when it reads something else than silver and gold tables, or is no query
     */
    public static TableQuery of(String sql) {
        TableQuery query = new TableQuery(CTESubstitution$.MODULE$.apply(parsed(sql)));
        for (String table : query.tables()) {
            if (!table.startsWith("silver.") && !table.startsWith("gold.")) {
                throw new IllegalArgumentException(
                        "reads " + table + "; name silver and gold tables with their layer, such as silver.incident");
            }
        }
        return query;
    }

    /**
     * The text of a query as it can be run by hand: the run's date in place of {@code :as_of}, the instant at which that day starts
     * in place of {@code :as_of_at}, and before it, for each {@code <table>_in_force} that it reads, the rows of
     * {@code silver.<table>} that are in force on the day before the run's date. Lines stay where they are, so that what Spark says
     * of a line is true of the text that a person wrote.
     */
    public static String runnable(String sql, Parameters parameters) {
        String dated = AS_OF.matcher(sql)
                .replaceAll(found -> found.group(1) == null
                        ? "DATE'" + parameters.asOf() + "'"
                        : "TIMESTAMP'" + parameters.asOfInstant() + "'");
        LogicalPlan parsed = parsed(dated);
        String versions = new TableQuery(CTESubstitution$.MODULE$.apply(parsed))
                .tables().stream()
                        .filter(name -> name.endsWith(IN_FORCE) && name.indexOf('.') < 0)
                        .map(name -> name.substring(0, name.length() - IN_FORCE.length()))
                        .map(table -> VERSIONS_IN_FORCE.formatted(table, parameters.asOf()))
                        .collect(Collectors.joining(", "));
        if (versions.isEmpty()) {
            return dated;
        }
        return "WITH " + versions + " "
                + (parsed instanceof UnresolvedWith ? "SELECT * FROM (" + dated + "\n)" : dated);
    }

    private static LogicalPlan parsed(String sql) {
        LogicalPlan parsed = CatalystSqlParser$.MODULE$.parsePlan(sql);
        if (parsed instanceof Command) {
            throw new IllegalArgumentException("is not a query; write a SELECT");
        }
        return parsed;
    }

    /** Names of the tables that it reads. */
    public Set<String> tables() {
        Set<String> tables = new TreeSet<>();
        plan.transformDownWithSubqueries(new OnRelations() {
            @Override
            LogicalPlan replaced(String name, UnresolvedRelation relation) {
                tables.add(name);
                return relation;
            }
        });
        return Collections.unmodifiableSet(tables);
    }

    /**
     * The answer from the given tables. A column that does not exist, or what cannot be compared, is Spark's AnalysisException,
     * which the compiler is not told of.
     */
    public Dataset<Row> over(Inputs inputs) {
        LogicalPlan resolvable = plan.transformDownWithSubqueries(new OnRelations() {
            @Override
            LogicalPlan replaced(String name, UnresolvedRelation relation) {
                String[] parts = name.split("\\.", 2);
                return new SubqueryAlias(
                        new AliasIdentifier(
                                parts[1],
                                CollectionConverters.asScala(List.of(parts[0])).toList()),
                        classic(inputs.table(name)).logicalPlan());
            }
        });
        Dataset<Row> any = inputs.table(tables().iterator().next());
        return Dataset$.MODULE$.ofRows(classic(any).sparkSession(), resolvable);
    }

    private static org.apache.spark.sql.classic.Dataset<Row> classic(Dataset<Row> rows) {
        return (org.apache.spark.sql.classic.Dataset<Row>) rows;
    }

    /** What becomes of each table that the plan names. */
    private abstract static class OnRelations extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {

        abstract LogicalPlan replaced(String name, UnresolvedRelation relation);

        @Override
        public boolean isDefinedAt(LogicalPlan node) {
            return node instanceof UnresolvedRelation;
        }

        @Override
        public LogicalPlan apply(LogicalPlan node) {
            UnresolvedRelation relation = (UnresolvedRelation) node;
            return Objects.requireNonNull(
                    replaced(String.join(".", CollectionConverters.asJava(relation.multipartIdentifier())), relation));
        }
    }
}
