package io.plimsoll.bridge;

import io.plimsoll.contract.Inputs;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.AliasIdentifier;
import org.apache.spark.sql.catalyst.analysis.CTESubstitution$;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser$;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.classic.Dataset$;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * Spark SQL that people write over tables by their names, {@code silver.incident}, answered from the inputs of a build instead of
 * a session's catalogue.
 */
public final class TableQuery {

    private static final Pattern AS_OF = Pattern.compile(":as_of\\b");

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
        LogicalPlan parsed = CatalystSqlParser$.MODULE$.parsePlan(sql);
        if (parsed instanceof Command) {
            throw new IllegalArgumentException("is not a query; write a SELECT");
        }
        TableQuery query = new TableQuery(CTESubstitution$.MODULE$.apply(parsed));
        for (String table : query.tables()) {
            if (!table.startsWith("silver.") && !table.startsWith("gold.")) {
                throw new IllegalArgumentException(
                        "reads " + table + "; name silver and gold tables with their layer, such as silver.incident");
            }
        }
        return query;
    }

    /** The text of a query with the run's date in place of {@code :as_of}, as it can be run by hand. */
    public static String withAsOf(String sql, LocalDate asOf) {
        return AS_OF.matcher(sql).replaceAll("DATE'" + asOf + "'");
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
