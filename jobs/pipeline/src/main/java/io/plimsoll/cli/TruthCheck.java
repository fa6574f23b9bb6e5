package io.plimsoll.cli;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.contract.TableContract;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Map<String, Dataset<Row>> tables = new HashMap<>();

    TruthCheck(OpenWorkspace open) {
        this.open = open;
    }

    /**
     * What was found for one truth.
     *
     * @param differences column, expected and found values; empty when they agree
     */
    record Finding(String id, String dataset, String sentence, List<String> differences) {}

    /** One finding a truth, in the order of the file. */
    List<Finding> findings(Path truths) throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode truth : new ObjectMapper().readTree(Files.readAllBytes(truths))) {
            findings.add(new Finding(
                    truth.get("id").asText(),
                    truth.get("dataset").asText(),
                    truth.get("sentence").asText(),
                    differences(truth)));
        }
        return findings;
    }

    private List<String> differences(JsonNode truth) {
        List<Row> rows = rows(truth);
        List<String> differences = new ArrayList<>();
        truth.get("expect").properties().forEach(expected -> {
            Object found = found(rows, expected.getKey());
            if (!agree(expected.getValue(), found)) {
                differences.add(expected.getKey() + " should be " + expected.getValue() + ", is " + found);
            }
        });
        return differences;
    }

    private List<Row> rows(JsonNode truth) {
        String dataset = truth.get("dataset").asText();
        Dataset<Row> rows = tables.computeIfAbsent(dataset, this::read);
        List<Column> conditions = new ArrayList<>();
        truth.get("key")
                .properties()
                .forEach(key -> conditions.add(
                        key.getValue().isNull()
                                ? col(key.getKey()).isNull()
                                : col(key.getKey())
                                        .cast("string")
                                        .equalTo(lit(key.getValue().asText()))));
        Dataset<Row> found = rows.where(conditions.stream().reduce(lit(true), Column::and));
        for (String expected : fieldNames(truth.get("expect"))) {
            if (!NAME.matcher(expected).matches()) {
                found = found.withColumn(expected, expr(expected));
            }
        }
        return found.collectAsList();
    }

    private static List<String> fieldNames(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private Dataset<Row> read(String dataset) {
        TableContract contract = open.graph().contract(dataset);
        Dataset<Row> rows = open.lake().read(contract);
        return (dataset.equals("silver.incident")
                        ? rows.withColumn("is_resolved", col("resolved_at").isNotNull())
                        : rows)
                .cache();
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
