package io.plimsoll.benchmarks.capacity;

import io.plimsoll.statistics.capacity.Rightsizing;
import io.plimsoll.statistics.interval.Proportion;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sizes every machine of a trace week by week from what it used before, and counts the later samples above that size. Its one argument is a Parquet file with {@code id, timestamp,
 * cpu_usage}, five minutes apart.
 */
public final class RightsizingBenchmark {
    private static final int A_WEEK = 7 * 24 * 12;
    private static final double[] QUANTILES = {0.95, 0.99, 0.999};
    private static final double[] UTILISATIONS = {1, 0.9, 0.8, 0.7};

    private RightsizingBenchmark() {}

    /** Prints one line a rule. */
    public static void main(String[] arguments) throws SQLException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("expected one argument, a Parquet file of id, timestamp, cpu_usage");
        }
        Collection<double[]> machines = machines(arguments[0]);
        System.out.println("quantile utilisation exceeded samples machines_above_declared machines");
        for (double quantile : QUANTILES) {
            for (double utilisation : UTILISATIONS) {
                System.out.println(line(machines, new Rightsizing(quantile, utilisation, A_WEEK)));
            }
        }
    }

    private static String line(Collection<double[]> machines, Rightsizing rule) {
        long above = 0;
        long judged = 0;
        int worse = 0;
        for (double[] used : machines) {
            Proportion exceeded = rule.exceeded(used, A_WEEK);
            above += exceeded.hits();
            judged += exceeded.trials();
            worse += exceeded.share().orElse(0) > 1 - rule.quantile() ? 1 : 0;
        }
        double share = new Proportion(above, judged).share().orElse(0);
        return String.format(
                Locale.ROOT,
                "%s %s %.5f %d %d %d",
                rule.quantile(),
                rule.targetUtilisation(),
                share,
                judged,
                worse,
                machines.size());
    }

    private static Collection<double[]> machines(String file) throws SQLException {
        Map<String, List<Double>> machines = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                PreparedStatement query = connection.prepareStatement(
                        "SELECT id, cpu_usage FROM read_parquet(?) ORDER BY id, timestamp")) {
            query.setString(1, file);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    machines.computeIfAbsent(rows.getString(1), id -> new ArrayList<>())
                            .add(rows.getDouble(2));
                }
            }
        }
        return machines.values().stream()
                .map(used -> used.stream().mapToDouble(Double::doubleValue).toArray())
                .toList();
    }
}
