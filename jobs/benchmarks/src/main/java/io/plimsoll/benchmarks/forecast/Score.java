package io.plimsoll.benchmarks.forecast;

import io.plimsoll.statistics.forecast.Forecast;

/**
 * The scores of the M4 competition over many cases.
 *
 * <p>Source: Makridakis, Spiliotis, Assimakopoulos (2020), The M4 Competition, International Journal of Forecasting 36, section 2: sMAPE, MASE, OWA
 * (the mean of both, each relative to Naive2), MSIS of 95 % intervals.
 */
final class Score {
    private static final double PENALTY = 2 / 0.05;

    private double smape;
    private double mase;
    private double msis;
    private double inside95;
    private double inside80;
    private int cases;

    void add(Case each, double[] forecast) {
        double relative = 0;
        double absolute = 0;
        double[] actual = each.actual();
        for (int i = 0; i < actual.length; i++) {
            double error = Math.abs(actual[i] - forecast[i]);
            double size = Math.abs(actual[i]) + Math.abs(forecast[i]);
            relative += size > 0 ? 200 * error / size : 0;
            absolute += error;
        }
        smape += relative / actual.length;
        mase += absolute / actual.length / each.scale();
        cases++;
    }

    void add(Case each, Forecast forecast) {
        add(each, forecast.mean());
        double[] actual = each.actual();
        double[] low = forecast.lo95();
        double[] high = forecast.hi95();
        double[] low80 = forecast.lo80();
        double[] high80 = forecast.hi80();
        double width = 0;
        for (int i = 0; i < actual.length; i++) {
            width += high[i] - low[i] + PENALTY * Math.max(0, Math.max(low[i] - actual[i], actual[i] - high[i]));
            inside95 += (actual[i] >= low[i] && actual[i] <= high[i] ? 1.0 : 0) / actual.length;
            inside80 += (actual[i] >= low80[i] && actual[i] <= high80[i] ? 1.0 : 0) / actual.length;
        }
        msis += width / actual.length / each.scale();
    }

    int cases() {
        return cases;
    }

    double smape() {
        return smape / cases;
    }

    double mase() {
        return mase / cases;
    }

    double owa(Score naive2) {
        return (smape() / naive2.smape() + mase() / naive2.mase()) / 2;
    }

    double msis() {
        return msis / cases;
    }

    double coverage95() {
        return inside95 / cases;
    }

    double coverage80() {
        return inside80 / cases;
    }
}
