package io.plimsoll.statistics.attainment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An exact sum of fractions, {@code Σ good_i / total_i}, kept as one numerator a denominator.
 *
 * <p>It is compared through bounds of forty decimal places that hold the sum between them; only when the other figure
 * lies between the bounds is the common denominator worked out. The answer is exact either way.
 */
public final class RatioSum {
    private static final int BOUND_SCALE = 40;

    private final SortedMap<Long, BigInteger> numerators;

    private RatioSum(SortedMap<Long, BigInteger> numerators) {
        this.numerators = Collections.unmodifiableSortedMap(numerators);
    }

    /** A whole number. */
    public static RatioSum whole(BigInteger number) {
        return of(Map.of(1L, number));
    }

    /**
     * {@code Σ numerators[i] / denominators[i]}.
     *
     * @throws IllegalArgumentException when the lengths differ or a denominator is not positive
     */
    public static RatioSum of(long[] numerators, long[] denominators) {
        if (numerators.length != denominators.length) {
            throw new IllegalArgumentException(
                    "as many numerators as denominators: " + numerators.length + ", " + denominators.length);
        }
        SortedMap<Long, BigInteger> sums = new TreeMap<>();
        for (int i = 0; i < numerators.length; i++) {
            requirePositive(denominators[i]);
            sums.merge(denominators[i], BigInteger.valueOf(numerators[i]), BigInteger::add);
        }
        return new RatioSum(sums);
    }

    /**
     * {@code Σ numerator / denominator}, already grouped.
     *
     * @param numeratorsByDenominator the summed numerators of each denominator
     * @throws IllegalArgumentException when a denominator is not positive
     */
    public static RatioSum of(Map<Long, BigInteger> numeratorsByDenominator) {
        numeratorsByDenominator.keySet().forEach(RatioSum::requirePositive);
        return new RatioSum(new TreeMap<>(numeratorsByDenominator));
    }

    /** The sum of both. */
    public RatioSum plus(RatioSum other) {
        SortedMap<Long, BigInteger> sums = new TreeMap<>(numerators);
        other.numerators.forEach((denominator, numerator) -> sums.merge(denominator, numerator, BigInteger::add));
        return new RatioSum(sums);
    }

    /** Compares the sum with a decimal, exactly: negative, zero or positive as the sum is less, equal or greater. */
    public int compareTo(BigDecimal decimal) {
        BigDecimal lower = lowerBound();
        if (lower.compareTo(decimal) > 0) {
            return 1;
        }
        if (lower.add(boundWidth()).compareTo(decimal) < 0) {
            return -1;
        }
        return exact().compareTo(Ratio.of(decimal));
    }

    /** The sum as one fraction in lowest terms. Costly for many distinct denominators. */
    public Ratio exact() {
        List<Ratio> parts = new ArrayList<>();
        numerators.forEach(
                (denominator, numerator) -> parts.add(new Ratio(numerator, BigInteger.valueOf(denominator))));
        return parts.isEmpty() ? Ratio.ZERO : sum(parts);
    }

    /** For display: the sum rounded half to even at {@code scale} decimal places, at most 30. */
    public BigDecimal toBigDecimal(int scale) {
        if (scale > BOUND_SCALE - 10) {
            throw new IllegalArgumentException("at most 30 decimal places: " + scale);
        }
        return lowerBound().add(boundWidth().divide(BigDecimal.valueOf(2))).setScale(scale, RoundingMode.HALF_EVEN);
    }

    private BigDecimal lowerBound() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Long, BigInteger> part : numerators.entrySet()) {
            BigDecimal quotient = new BigDecimal(part.getValue())
                    .divide(BigDecimal.valueOf(part.getKey()), BOUND_SCALE, RoundingMode.FLOOR);
            sum = sum.add(quotient);
        }
        return sum;
    }

    /** Each quotient was cut by less than one unit of the last place. */
    private BigDecimal boundWidth() {
        return BigDecimal.valueOf(numerators.size(), BOUND_SCALE);
    }

    /** Halving keeps the operands of each multiplication alike in length, which is what makes it affordable. */
    private static Ratio sum(List<Ratio> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        int half = parts.size() / 2;
        return sum(parts.subList(0, half)).plus(sum(parts.subList(half, parts.size())));
    }

    private static void requirePositive(long denominator) {
        if (denominator <= 0) {
            throw new IllegalArgumentException("denominator must be positive: " + denominator);
        }
    }
}
