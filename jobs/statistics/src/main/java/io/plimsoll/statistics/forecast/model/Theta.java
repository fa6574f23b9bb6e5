package io.plimsoll.statistics.forecast.model;

/**
 * The Theta method: the mean of the regression line (θ = 0) and of simple exponential smoothing of the line with doubled curvature (θ = 2).
 *
 * <p>Source: Assimakopoulos, Nikolopoulos (2000), The theta model, International Journal of Forecasting 16; the form that the M4 competition
 * used as a benchmark. Meant for values without season.
 */
public record Theta() implements Model {
    private static final double CURVATURE = 2;

    @Override
    public String name() {
        return "theta";
    }

    @Override
    public int shortest() {
        return 5;
    }

    @Override
    public FittedModel fit(double[] values, int end) {
        Line line = Line.of(values, end);
        SmoothingFit smoothing = ExponentialSmoothing.simple().fit(curved(values, end, line), end);
        return (series, origins, horizon) -> {
            int last = origins[origins.length - 1];
            double[][] forecasts = smoothing.forecast(curved(series, last, line), origins, horizon);
            for (int i = 0; i < origins.length; i++) {
                for (int step = 0; step < horizon; step++) {
                    forecasts[i][step] = (forecasts[i][step] + line.at(origins[i] + step)) / 2;
                }
            }
            return forecasts;
        };
    }

    private static double[] curved(double[] values, int end, Line line) {
        double[] curved = new double[end];
        for (int i = 0; i < end; i++) {
            curved[i] = CURVATURE * values[i] + (1 - CURVATURE) * line.at(i);
        }
        return curved;
    }
}
