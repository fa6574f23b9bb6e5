package io.plimsoll.statistics.change;

/** Squared deviation of a stretch from its own mean, in constant time. */
final class SquaredDeviation {
    private final double[] sums;
    private final double[] squares;

    private SquaredDeviation(double[] sums, double[] squares) {
        this.sums = sums;
        this.squares = squares;
    }

    /** Sums of the values less the first one, which keeps their digits when the level is far from 0. */
    static SquaredDeviation of(double[] values) {
        double[] sums = new double[values.length + 1];
        double[] squares = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            double value = values[i] - values[0];
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("value " + i + " of the series is " + values[i] + ", not a number");
            }
            sums[i + 1] = sums[i] + value;
            squares[i + 1] = squares[i] + value * value;
        }
        return new SquaredDeviation(sums, squares);
    }

    /** Over {@code [from, to)}. */
    double of(int from, int to) {
        if (from == to) {
            return 0;
        }
        double sum = sums[to] - sums[from];
        return Math.max(0, squares[to] - squares[from] - sum * sum / (to - from));
    }
}
