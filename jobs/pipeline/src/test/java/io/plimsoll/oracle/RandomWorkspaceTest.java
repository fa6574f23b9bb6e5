package io.plimsoll.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.testing.ProductRun;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random workspaces: the product says of each what the rules say second by second. One seed in every build; others by hand with
 * {@code -Dplimsoll.seeds=FROM,TO}.
 */
class RandomWorkspaceTest {

    private static final int AGREEMENTS = 40;
    private static final String SEEDS = System.getProperty("plimsoll.seeds", "1,2");

    @TempDir
    Path root;

    static LongStream seeds() {
        String[] bounds = SEEDS.split(",", -1);
        return LongStream.range(Long.parseLong(bounds[0]), Long.parseLong(bounds[1]));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void complianceAndBudgetsAreWhatTheRulesSay(long seed) throws IOException {
        World world = WorldGenerator.draw(seed, AGREEMENTS);
        WorldFiles.of(world, root, seed).deliverAll();
        ProductRun product = ProductRun.upTo(root, "gold.sla_compliance", "gold.error_budget");

        product.run(world.asOf());

        assertThat(differences(world, product)).isEmpty();
    }

    /** Every figure on which product and oracle do not agree, a line each. */
    static List<String> differences(World world, ProductRun product) {
        List<String> differences = new ArrayList<>(compliance(world, product));
        differences.addAll(budgets(world, product));
        return differences;
    }

    private static List<String> compliance(World world, ProductRun product) {
        Map<String, ComplianceOracle.Figures> expected = new ComplianceOracle(world).rows();
        Map<String, Row> actual = new TreeMap<>();
        for (Row row : product.rows("gold.sla_compliance")) {
            actual.put(key(row, "agreement_id", "objective_id", "period_start", "in_force_from"), row);
        }
        Comparison comparison = new Comparison(expected.keySet(), actual);
        expected.forEach((key, figures) -> comparison
                .at(key)
                .same("status", figures.status())
                .same("initial_state", figures.initialState())
                .near("good", figures.good())
                .near("total", figures.total())
                .near("attained_net", figures.net())
                .near("attained_gross", figures.gross())
                .near("excluded_seconds", BigDecimal.valueOf(figures.excluded()))
                .near("unknown_seconds", BigDecimal.valueOf(figures.unknown()))
                .near("coverage_ratio", figures.coverage()));
        return comparison.differences();
    }

    private static List<String> budgets(World world, ProductRun product) {
        Map<String, BudgetOracle.Figures> expected = new BudgetOracle(world).rows();
        Map<String, Row> actual = new TreeMap<>();
        for (Row row : product.rows("gold.error_budget")) {
            actual.put(key(row, "objective_id", "day"), row);
        }
        Comparison comparison = new Comparison(expected.keySet(), actual);
        expected.forEach((key, figures) -> comparison
                .at(key)
                .same("window_start", figures.from())
                .same("window_end", figures.to())
                .near("target", figures.target())
                .near("good", figures.good())
                .near("total", figures.total())
                .near("bad", figures.bad())
                .near("budget", figures.budget())
                .near("consumed_ratio", figures.consumed())
                .near("remaining_ratio", figures.remaining())
                .near("burn_1h", figures.burns().get(1))
                .near("burn_6h", figures.burns().get(6))
                .near("burn_1d", figures.burns().get(24))
                .near("burn_3d", figures.burns().get(72)));
        return comparison.differences();
    }

    private static String key(Row row, String... columns) {
        List<String> parts = new ArrayList<>();
        for (String column : columns) {
            parts.add(row.getAs(column).toString());
        }
        return String.join(" ", parts);
    }

    /** Rows compared by key and column name. */
    private static final class Comparison {
        private static final double RELATIVE = 1e-9;
        private static final double ABSOLUTE = 1e-7;

        private final Map<String, Row> actual;
        private final List<String> differences = new ArrayList<>();
        private String key = "";
        private @Nullable Row row;

        Comparison(Iterable<String> expected, Map<String, Row> actual) {
            this.actual = actual;
            List<String> surplus = new ArrayList<>(actual.keySet());
            expected.forEach(surplus::remove);
            surplus.forEach(extra -> differences.add(extra + ": not expected: " + actual.get(extra)));
        }

        Comparison at(String wanted) {
            key = wanted;
            row = actual.get(wanted);
            if (row == null) {
                differences.add(wanted + ": missing");
            }
            return this;
        }

        Comparison same(String column, @Nullable Object expected) {
            if (row != null && !Objects.equals(row.getAs(column), expected)) {
                differ(column, expected);
            }
            return this;
        }

        Comparison near(String column, @Nullable BigDecimal expected) {
            if (row != null) {
                Number value = row.getAs(column);
                boolean agree = (value == null || expected == null)
                        ? value == null && expected == null
                        : isNear(new BigDecimal(value.toString()), expected);
                if (!agree) {
                    differ(column, expected);
                }
            }
            return this;
        }

        private static boolean isNear(BigDecimal value, BigDecimal expected) {
            double allowed = ABSOLUTE + RELATIVE * Math.abs(expected.doubleValue());
            return Math.abs(value.subtract(expected).doubleValue()) <= allowed;
        }

        private void differ(String column, @Nullable Object expected) {
            differences.add(
                    key + ": " + column + " is " + Objects.requireNonNull(row).getAs(column) + ", not " + expected);
        }

        List<String> differences() {
            return differences;
        }
    }
}
