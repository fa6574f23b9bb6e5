package io.plimsoll.statistics.forecast.seasonal;

/** Values without their season, and the season of the steps ahead. */
public interface SeasonalAdjustment {
    /** The values without their season, not a copy. */
    double[] adjusted();

    /** Puts the season of the steps after the last value on forecasts; in place. */
    void restore(double[] forecasts);

    /** How a season is taken from the first {@code end} values of a series. */
    @FunctionalInterface
    interface Method {
        /** Takes the season from the first {@code end} values. */
        SeasonalAdjustment adjust(double[] values, int end);
    }

    /** By {@link ClassicalDecomposition}: one figure for each position of the cycle, the same in all cycles. */
    static Method classical(int period, boolean multiplicative) {
        return (values, end) -> {
            ClassicalDecomposition season = ClassicalDecomposition.of(values, end, period, multiplicative);
            double[] adjusted = season.adjust(values, end);
            return new SeasonalAdjustment() {
                @Override
                public double[] adjusted() {
                    return adjusted;
                }

                @Override
                public void restore(double[] forecasts) {
                    season.restore(forecasts, end);
                }
            };
        };
    }

    /** By {@link Mstl}: the season of a step ahead is the last one seen at its place in the cycle, for each period. */
    static Method mstl(int... periods) {
        return (values, end) -> {
            Decomposition parts = Mstl.decompose(values, end, periods);
            double[] adjusted = new double[end];
            for (int i = 0; i < end; i++) {
                adjusted[i] = parts.trend()[i] + parts.remainder()[i];
            }
            return new SeasonalAdjustment() {
                @Override
                public double[] adjusted() {
                    return adjusted;
                }

                @Override
                public void restore(double[] forecasts) {
                    for (int s = 0; s < periods.length; s++) {
                        double[] season = parts.seasonal()[s];
                        for (int step = 0; step < forecasts.length; step++) {
                            forecasts[step] += season[end - periods[s] + step % periods[s]];
                        }
                    }
                }
            };
        };
    }
}
