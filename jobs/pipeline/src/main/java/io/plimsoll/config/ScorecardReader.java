package io.plimsoll.config;

import io.plimsoll.statistics.scorecard.Dimension;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads weights and limits of the scorecards, {@code scorecards.yaml} of a workspace over that of {@code conf}. What the workspace
 * does not say keeps the value of {@code conf}.
 */
final class ScorecardReader {

    private static final Form<BigDecimal> COUNT = Forms.COUNT
            .where(number -> number >= 1 && number <= 100_000, "is not a number from 1 to 100000")
            .map(BigDecimal::valueOf);
    private static final Form<BigDecimal> SHORT =
            Forms.DECIMAL.where(number -> number.stripTrailingZeros().scale() <= 6, "has more than six decimals");
    private static final Form<BigDecimal> RATIO = SHORT.where(
            number -> number.signum() >= 0 && number.compareTo(BigDecimal.ONE) <= 0,
            "is not in [0,1]; write a ratio such as 0.1");
    private static final Form<BigDecimal> WEIGHT = SHORT.where(
            weight -> weight.signum() >= 0 && weight.compareTo(BigDecimal.valueOf(1_000)) <= 0,
            "is not a weight; write a number from 0 to 1000");
    private static final Form<BigDecimal> HOURS = SHORT.where(
            hours -> hours.signum() > 0 && hours.compareTo(BigDecimal.valueOf(10_000)) <= 0,
            "is not a time; write hours above 0 and up to 10000");

    private static final Map<String, Form<BigDecimal>> VENDOR =
            Map.of("restoreWithinHours", HOURS, "repeatWithinDays", COUNT, "overstatementTolerance", RATIO);
    private static final Map<String, Form<BigDecimal>> RETIREMENT = Map.of(
            "billingCycles",
            COUNT,
            "demandRatio",
            RATIO,
            "demandDays",
            COUNT,
            "periods",
            COUNT,
            "breachedPeriods",
            COUNT,
            "usedBudgetRatio",
            RATIO,
            "overlapRatio",
            RATIO,
            "overlapDays",
            COUNT,
            "reviewDays",
            COUNT,
            "noticeDays",
            COUNT);
    private static final List<String> DIMENSIONS =
            Arrays.stream(Dimension.values()).map(Dimension::word).toList();
    private static final String WEIGHTS = "weights";

    private final Map<String, BigDecimal> read = new LinkedHashMap<>();
    private Optional<YamlMap> strongestWeights = Optional.empty();
    private Optional<YamlMap> strongestRetirement = Optional.empty();

    /** Adds a file, the strongest last. */
    void add(YamlDocument document) {
        Optional<YamlMap> scorecards = document.root().asMap();
        scorecards.ifPresent(map -> map.allow(List.of("vendor", "retirement")));
        scorecards.flatMap(map -> map.map("vendor")).ifPresent(this::addVendor);
        scorecards.flatMap(map -> map.map("retirement")).ifPresent(retirement -> {
            strongestRetirement = Optional.of(retirement);
            retirement.allow(sorted(RETIREMENT));
            values("retirement.", retirement, RETIREMENT);
        });
    }

    private void addVendor(YamlMap vendor) {
        List<String> known = new ArrayList<>(sorted(VENDOR));
        known.add(WEIGHTS);
        vendor.allow(known);
        values("vendor.", vendor, VENDOR);
        vendor.map(WEIGHTS).ifPresent(weights -> {
            strongestWeights = Optional.of(weights);
            weights.allow(DIMENSIONS);
            for (String dimension : DIMENSIONS) {
                weights.value(dimension, WEIGHT).ifPresent(weight -> read.put(weightOf(dimension), weight));
            }
        });
    }

    private void values(String prefix, YamlMap map, Map<String, Form<BigDecimal>> forms) {
        forms.forEach((key, form) -> map.value(key, form).ifPresent(value -> read.put(prefix + key, value)));
    }

    private static List<String> sorted(Map<String, Form<BigDecimal>> forms) {
        return forms.keySet().stream().sorted().toList();
    }

    /** Every weight and limit by its path, such as {@code vendor.weights.cost}; what makes no sense together is a problem of the strongest file. */
    Map<String, BigDecimal> read() {
        strongestWeights.ifPresent(this::rejectSenselessWeights);
        strongestRetirement.ifPresent(this::rejectSenselessLimits);
        return read;
    }

    private void rejectSenselessWeights(YamlMap weights) {
        BigDecimal sum = DIMENSIONS.stream()
                .map(ScorecardReader::weightOf)
                .map(this::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal cost = value(weightOf(Dimension.COST.word()));
        if (sum.signum() == 0) {
            weights.self().problem("every weight is 0; give at least one dimension a weight");
        } else if (cost.add(cost).compareTo(sum) > 0) {
            weights.problem(
                    Dimension.COST.word(),
                    "weighs " + cost.toPlainString() + " of " + sum.toPlainString()
                            + " in all; cost is one dimension, never the score: give it at most half");
        }
    }

    private void rejectSenselessLimits(YamlMap retirement) {
        BigDecimal breached = value("retirement.breachedPeriods");
        BigDecimal periods = value("retirement.periods");
        if (breached.compareTo(periods) > 0) {
            retirement.problem(
                    "breachedPeriods",
                    breached.toPlainString() + " breached periods of " + periods.toPlainString()
                            + " can never be; write at most as many as periods");
        }
    }

    private BigDecimal value(String path) {
        return read.getOrDefault(path, BigDecimal.ZERO);
    }

    private static String weightOf(String dimension) {
        return "vendor." + WEIGHTS + "." + dimension;
    }
}
