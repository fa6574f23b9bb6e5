package io.plimsoll.statistics.rate;

import io.plimsoll.statistics.interval.Confidence;
import io.plimsoll.statistics.interval.ConfidenceInterval;
import io.plimsoll.statistics.interval.Proportion;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.stat.inference.AlternativeHypothesis;
import org.apache.commons.math3.stat.inference.BinomialTest;

/**
 * Two Poisson rates, before and after, compared exactly: given their sum, the later count is binomial, {@code k2 ~ Bin(k1 + k2, t2/(t1 + t2))} when nothing has changed
 * (Przyborowski and Wilenski 1940). The incident that triggered an action does not belong to the baseline: it is there because of itself.
 *
 * @param before the baseline
 * @param after what followed, in the same unit of exposure
 */
public record RateComparison(EventRate before, EventRate after) {
    /** {@code after / before}: 0.5 is half as often. Empty without events before. */
    public OptionalDouble ratio() {
        return before.events() == 0 ? OptionalDouble.empty() : OptionalDouble.of(after.perUnit() / before.perUnit());
    }

    /**
     * The exact interval of {@link #ratio}: Clopper and Pearson's of the later share {@code θ}, as {@code θ/(1 − θ) · t1/t2}. From 0 without events after, to
     * infinity without events before; [0, infinity] without any.
     */
    public ConfidenceInterval interval(Confidence confidence) {
        ConfidenceInterval share = new Proportion(after.events(), total()).clopperPearson(confidence);
        return new ConfidenceInterval(ratioOf(share.low()), ratioOf(share.high()));
    }

    /** Two-sided p-value: the probability of every split that is at most as likely as this one. 1 without events. */
    public double pValue() {
        return total() == 0
                ? 1
                : new BinomialTest()
                        .binomialTest(total(), after.events(), shareUnchanged(), AlternativeHypothesis.TWO_SIDED);
    }

    /** One-sided p-value of a fall: the probability of at most so many events after, were the later rate {@code ratio} times the earlier one. 1 without events. */
    public double pValueOfFall(double ratio) {
        return total() == 0 ? 1 : split(total(), ratio).cumulativeProbability(after.events());
    }

    /** One-sided p-value of a rise: the probability of at least so many events after, were the later rate {@code ratio} times the earlier one. 1 without events. */
    public double pValueOfRise(double ratio) {
        return total() == 0 ? 1 : 1 - split(total(), ratio).cumulativeProbability(after.events() - 1);
    }

    /**
     * The smallest fall that these exposures could have proven: {@code 1 − ratio} at the largest later count whose one-sided p-value is at most {@code 1 − level}. Empty
     * when even no event at all would have proven nothing: then the follow-up is too short, and "no significant fall" says nothing.
     */
    public OptionalDouble smallestProvableFall(Confidence confidence) {
        int proven = -1;
        while (fallIsProven(proven + 1, confidence)) {
            proven++;
        }
        return proven < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - proven / after.exposure() / before.perUnit());
    }

    private boolean fallIsProven(int later, Confidence confidence) {
        return before.events() > 0
                && split(before.events() + later, 1).cumulativeProbability(later) <= 1 - confidence.level();
    }

    private int total() {
        return Math.addExact(before.events(), after.events());
    }

    private double shareUnchanged() {
        return after.exposure() / (before.exposure() + after.exposure());
    }

    private BinomialDistribution split(int events, double ratio) {
        double later = ratio * after.exposure();
        return new BinomialDistribution(null, events, later / (before.exposure() + later));
    }

    private double ratioOf(double laterShare) {
        return laterShare == 1
                ? Double.POSITIVE_INFINITY
                : laterShare / (1 - laterShare) * before.exposure() / after.exposure();
    }
}
