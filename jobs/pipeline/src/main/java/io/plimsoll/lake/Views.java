package io.plimsoll.lake;

import io.plimsoll.contract.TableContract;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;

/** The lake's tables under the names that people write in SQL: {@code gold.sla_compliance}. Only what a query names is opened. */
public final class Views {

    private static final Pattern NAMED = Pattern.compile("\\b(bronze|silver|gold|ops)\\s*\\.\\s*(\\w+)");

    private final Lake lake;
    private final Map<String, TableContract> contracts;

    /** @param contracts every table that may be asked for */
    public Views(Lake lake, List<TableContract> contracts) {
        this.lake = lake;
        this.contracts = contracts.stream().collect(Collectors.toMap(TableContract::name, contract -> contract));
    }

    /**
     * The result of a query.
     *
     * @param versions tables to read as they were at a version, by name; at {@link Lake#ABSENT} a table is empty
     * @throws IllegalArgumentException when it is a statement that does something else than read
     * @throws AnalysisException when the query cannot be read, or names what is not there. Spark throws it without telling the
     *     compiler
     */
    public Dataset<Row> query(String query, Map<String, Long> versions) throws AnalysisException {
        return query(query, versions, Map.of());
    }

    /**
     * The result of a query with named parameters.
     *
     * @param versions tables to read as they were at a version, by name; at {@link Lake#ABSENT} a table is empty
     * @param arguments what {@code :name} stands for, by name
     * @throws IllegalArgumentException when it is a statement that does something else than read
     * @throws AnalysisException when the query cannot be read, or names what is not there
     */
    public Dataset<Row> query(String query, Map<String, Long> versions, Map<String, Object> arguments)
            throws AnalysisException {
        SparkSession session = lake.session();
        rejectCommand(session, query);
        named(query).forEach(name -> open(name, versions));
        return session.sql(query, arguments);
    }

    /** The version of each table that a query names, by name; {@link Lake#ABSENT} for one that nobody wrote yet. */
    public Map<String, Long> versions(String query) {
        Map<String, Long> versions = new TreeMap<>();
        named(query).stream()
                .filter(contracts::containsKey)
                .forEach(name -> versions.put(name, lake.exists(name) ? lake.version(name) : Lake.ABSENT));
        return versions;
    }

    private static Set<String> named(String query) {
        Set<String> names = new LinkedHashSet<>();
        Matcher named = NAMED.matcher(query.toLowerCase(Locale.ROOT));
        while (named.find()) {
            names.add(named.group(1) + "." + named.group(2));
        }
        return names;
    }

    private static void rejectCommand(SparkSession session, String query) throws AnalysisException {
        LogicalPlan plan = ((org.apache.spark.sql.classic.SparkSession) session)
                .sessionState()
                .sqlParser()
                .parsePlan(query);
        if (plan instanceof Command || plan instanceof ParsedStatement) {
            throw new IllegalArgumentException(
                    "only queries are answered (SELECT, WITH, VALUES): the tables of a lake are"
                            + " written by runs alone");
        }
    }

    private void open(String name, Map<String, Long> versions) {
        TableContract contract = contracts.get(name);
        if (contract == null) {
            return;
        }
        SparkSession session = lake.session();
        session.sql("CREATE DATABASE IF NOT EXISTS %s LOCATION '%s'"
                .formatted(contract.layer(), Sessions.NO_WAREHOUSE.replace("'", "\\'")));
        Optional<Long> pinned = Optional.ofNullable(versions.get(name));
        if (!lake.exists(name)
                || pinned.filter(version -> version == Lake.ABSENT).isPresent()) {
            session.sql("CREATE OR REPLACE VIEW %s AS SELECT %s WHERE false".formatted(name, noValues(contract)));
            return;
        }
        String version = pinned.map(number -> " VERSION AS OF " + number).orElse("");
        session.sql("CREATE OR REPLACE VIEW %s AS SELECT * FROM delta.`%s`%s"
                .formatted(name, lake.path(name).replace("`", "``"), version));
    }

    private static String noValues(TableContract contract) {
        return contract.fields().stream()
                .map(field -> "CAST(NULL AS %s) AS `%s`".formatted(field.type().sql(), field.name()))
                .collect(Collectors.joining(", "));
    }
}
