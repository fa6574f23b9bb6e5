package io.plimsoll.statistics.scorecard;

import io.plimsoll.statistics.interval.Confidence;
import io.plimsoll.statistics.interval.ConfidenceInterval;

/** How likely a sum of independent parts is, in steps of 1/4096 of [0, 1]: without chance, so that two intervals can be compared. */
final class ScoreDistribution {
    private static final int STEPS = 4096;

    /** Of no parts: certainly 0. */
    static final ScoreDistribution NONE = new ScoreDistribution(new double[] {1});

    private final double[] probabilities;

    private ScoreDistribution(double[] probabilities) {
        this.probabilities = probabilities;
    }

    /**
     * The sum with one more part; what falls between two steps is split between them.
     *
     * @param values equally likely, each in [0, 1]
     * @param weight of the part; all weights together are at most 1
     */
    ScoreDistribution plus(double[] values, double weight) {
        double[] part = new double[(int) (weight * STEPS) + 2];
        for (double value : values) {
            double at = value * weight * STEPS;
            int step = (int) at;
            part[step] += (1 - (at - step)) / values.length;
            part[step + 1] += (at - step) / values.length;
        }
        double[] sum = new double[probabilities.length + part.length - 1];
        for (int i = 0; i < part.length; i++) {
            for (int j = 0; part[i] > 0 && j < probabilities.length; j++) {
                sum[i + j] += part[i] * probabilities[j];
            }
        }
        return new ScoreDistribution(sum);
    }

    /** The central interval; of a sum that is certain, without width but for one step. */
    ConfidenceInterval interval(Confidence confidence) {
        return new ConfidenceInterval(quantile(confidence.tail()), quantile(1 - confidence.tail()));
    }

    /** The probability of a step is spread evenly over half a step on either side. */
    private double quantile(double probability) {
        double below = 0;
        int step = 0;
        while (step < probabilities.length - 1 && below + probabilities[step] < probability) {
            below += probabilities[step++];
        }
        double inside = probabilities[step] > 0 ? (probability - below) / probabilities[step] : 0.5;
        return Math.min(1, Math.max(0, (step - 0.5 + Math.min(1, inside)) / STEPS));
    }
}
