package io.plimsoll.statistics.forecast.model;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * A regression on the values just before, on those around one season ago for each period, and around the sum of two periods.
 *
 * <p>{@code y_t − μ = Σ φ_k (y_{t−k} − μ) + e_t}; forecasts feed on forecasts. The lags are those of the product of an autoregression of
 * order 3 with a seasonal one of order 1 for each period (Box, Jenkins, Time Series Analysis, chapter 9), each with a coefficient of its own,
 * by least squares with a ridge that only guards against lags that say the same.
 *
 * <p>Nothing forces the model to be stable: what chooses among models must drop a forecast that leaves all bounds.
 */
public final class SeasonalAutoregression implements Model {
    private static final int NEAR = 3;
    private static final int ROWS_A_LAG = 4;
    private static final double RIDGE = 1e-6;

    private final int[] lags;
    private final String name;

    private SeasonalAutoregression(int[] lags, String name) {
        this.lags = lags;
        this.name = name;
    }

    /**
     * The model of some periods.
     *
     * @param around steps on both sides of a season's lag that are lags too
     * @param periods ascending, at least one
     */
    public static SeasonalAutoregression of(int around, int... periods) {
        TreeSet<Integer> lags = new TreeSet<>();
        for (int lag = 1; lag <= NEAR; lag++) {
            lags.add(lag);
        }
        for (int period : periods) {
            add(lags, period, around);
        }
        if (periods.length > 1) {
            add(lags, periods[0] + periods[1], around);
        }
        return new SeasonalAutoregression(
                lags.stream().mapToInt(Integer::intValue).toArray(), "sar(" + around + ")");
    }

    private static void add(Set<Integer> lags, int centre, int around) {
        for (int lag = Math.max(1, centre - around); lag <= centre + around; lag++) {
            lags.add(lag);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int shortest() {
        return longest() + ROWS_A_LAG * lags.length;
    }

    private int longest() {
        return lags[lags.length - 1];
    }

    @Override
    public FittedModel fit(double[] values, int end) {
        double mean = Arrays.stream(values, 0, end).average().orElse(0);
        double[] coefficients = coefficients(values, end, mean);
        return (later, origins, horizon) -> {
            double[][] forecasts = new double[origins.length][];
            for (int i = 0; i < origins.length; i++) {
                forecasts[i] = forecast(later, origins[i], horizon, mean, coefficients);
            }
            return forecasts;
        };
    }

    private double[] forecast(double[] values, int origin, int horizon, double mean, double[] coefficients) {
        double[] forecasts = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            double sum = mean;
            for (int k = 0; k < lags.length; k++) {
                int at = step - lags[k];
                sum += coefficients[k] * ((at >= 0 ? forecasts[at] : values[origin + at]) - mean);
            }
            forecasts[step] = sum;
        }
        return forecasts;
    }

    private double[] coefficients(double[] values, int end, double mean) {
        int size = lags.length;
        double[][] normal = new double[size][size];
        double[] right = new double[size];
        double[] row = new double[size];
        double squares = 0;
        for (int t = longest(); t < end; t++) {
            double target = values[t] - mean;
            squares += target * target;
            for (int i = 0; i < size; i++) {
                row[i] = values[t - lags[i]] - mean;
                right[i] += row[i] * target;
                double[] line = normal[i];
                for (int j = 0; j <= i; j++) {
                    line[j] += row[i] * row[j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            normal[i][i] += RIDGE * squares + Double.MIN_NORMAL;
        }
        return Cholesky.solve(normal, right);
    }
}
