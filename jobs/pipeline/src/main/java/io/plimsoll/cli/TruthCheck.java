package io.plimsoll.cli;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.contract.TableContract;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Holds published tables against the figures that the demo planted ({@code truths.json} of its workspace). */
final class TruthCheck {

    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");

    /** What is expected of a column; anything else is expected of a Spark SQL expression over the row. */
    private static final Pattern NAME = Pattern.compile("\\w+");

    private final OpenWorkspace open;
    /** The numbers of the truths that a row belongs to. */
    private static final String TRUTHS = "_truths";

    TruthCheck(OpenWorkspace open) {
        this.open = open;
    }

    /**
     * What was found for one truth.
     *
     * @param differences column, expected and found values; empty when they agree
     */
    record Finding(String id, String dataset, String sentence, List<String> differences) {}

    /** One finding a truth, in the order of the file. A dataset is read once, whatever the number of its truths. */
    List<Finding> findings(Path file) throws IOException {
        List<JsonNode> truths = new ArrayList<>();
        Map<String, List<Integer>> numbers = new LinkedHashMap<>();
        for (JsonNode truth : new ObjectMapper().readTree(Files.readAllBytes(file))) {
            numbers.computeIfAbsent(dataset(truth), name -> new ArrayList<>()).add(truths.size());
            truths.add(truth);
        }
        SortedMap<Integer, Finding> findings = new TreeMap<>();
        numbers.forEach((dataset, places) -> {
            List<JsonNode> planted = places.stream().map(truths::get).toList();
            List<List<Row>> rows = rows(dataset, planted);
            for (int i = 0; i < planted.size(); i++) {
                findings.put(places.get(i), finding(planted.get(i), i, rows.get(i)));
            }
        });
        return List.copyOf(findings.values());
    }

    private static String dataset(JsonNode truth) {
        return truth.get("dataset").asText();
    }

    private static Finding finding(JsonNode truth, int number, List<Row> rows) {
        List<String> differences = new ArrayList<>();
        truth.get("expect").properties().forEach(expected -> {
            Object found = found(rows, column(expected.getKey(), number));
            if (!agree(expected.getValue(), found)) {
                differences.add(expected.getKey() + " should be " + expected.getValue() + ", is " + found);
            }
        });
        return new Finding(
                truth.get("id").asText(), dataset(truth), truth.get("sentence").asText(), differences);
    }

    /** The rows of each truth's key, in one pass. */
    private List<List<Row>> rows(String dataset, List<JsonNode> truths) {
        List<Column> columns = new ArrayList<>(List.of(col("*")));
        List<Column> numbers = new ArrayList<>();
        Column belongsToOne = lit(false);
        for (int i = 0; i < truths.size(); i++) {
            Column belongs = hasKey(truths.get(i).get("key"));
            numbers.add(when(belongs, lit(i)));
            belongsToOne = belongsToOne.or(belongs);
            for (Map.Entry<String, JsonNode> expected :
                    truths.get(i).get("expect").properties()) {
                if (!NAME.matcher(expected.getKey()).matches()) {
                    columns.add(when(belongs, expr(expected.getKey())).as(column(expected.getKey(), i)));
                }
            }
        }
        columns.add(array_compact(array(numbers.toArray(Column[]::new))).as(TRUTHS));
        List<List<Row>> rows =
                truths.stream().map(truth -> (List<Row>) new ArrayList<Row>()).toList();
        read(dataset)
                .where(belongsToOne)
                .select(columns.toArray(Column[]::new))
                .collectAsList()
                .forEach(row -> row.<Integer>getList(row.fieldIndex(TRUTHS))
                        .forEach(number -> rows.get(number).add(row)));
        return rows;
    }

    private static Column hasKey(JsonNode key) {
        return key.properties().stream()
                .map(part -> part.getValue().isNull()
                        ? col(part.getKey()).isNull()
                        : col(part.getKey())
                                .cast("string")
                                .equalTo(lit(part.getValue().asText())))
                .reduce(lit(true), Column::and);
    }

    /** The column that holds what is expected of a truth: the dataset's own, or the expression's value. */
    private static String column(String expected, int number) {
        return NAME.matcher(expected).matches() ? expected : number + " " + expected;
    }

    private Dataset<Row> read(String dataset) {
        TableContract contract = open.graph().contract(dataset);
        Dataset<Row> rows = open.lake().interpreting().read(contract);
        return dataset.equals("silver.incident")
                ? rows.withColumn("is_resolved", col("resolved_at").isNotNull())
                : rows;
    }

    /** The value of the one row; over several rows their number or the sum of the column. */
    private static @Nullable Object found(List<Row> rows, String column) {
        if (column.equals("rows") || column.equals("lines")) {
            return (long) rows.size();
        }
        if (rows.size() == 1) {
            return rows.get(0).getAs(column);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Row row : rows) {
            sum = sum.add(new BigDecimal(String.valueOf(row.<Object>getAs(column))));
        }
        return rows.isEmpty() ? null : sum;
    }

    private static boolean agree(JsonNode expected, @Nullable Object found) {
        if (found == null || expected.isNull()) {
            return found == null && expected.isNull();
        }
        if (found instanceof Number) {
            BigDecimal wanted = expected.decimalValue();
            BigDecimal difference =
                    new BigDecimal(found.toString()).subtract(wanted).abs();
            return difference.compareTo(TOLERANCE.multiply(wanted.abs().max(BigDecimal.ONE))) <= 0;
        }
        if (found instanceof Instant instant) {
            return instant.equals(Instant.parse(expected.asText()));
        }
        return Objects.equals(expected.asText(), found.toString());
    }
}
