package io.plimsoll.statistics.baseline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The standard profile of the Numenta Anomaly Benchmark (Lavin and Ahmad 2015): a window counts once, by its earliest alert and the more the earlier; a false alert costs 0.11, less
 * shortly after a window; a window missed costs 1. The first 15 % of a series (at most 750 rows) do not count.
 */
final class NabScore {
    private static final double FALSE_ALERT = 0.11;
    private static final double PROBATION = 0.15;
    private static final int PROBATION_ROWS = 5_000;
    private static final double FAR = 3;

    private NabScore() {}

    /** Score of one series: 1 a window at best, −1 a window when nothing is found. */
    static double of(NabSeries series, List<Integer> alerts) {
        int rows = series.values().size();
        int probation = (int) Math.min(PROBATION * rows, PROBATION * PROBATION_ROWS);
        List<Double> best = new ArrayList<>(Collections.nCopies(series.windows().size(), -1.0));
        double falseAlerts = 0;
        for (int alert : alerts) {
            if (alert < probation) {
                continue;
            }
            int window = windowBeginningUpTo(series, alert);
            if (window >= 0 && alert <= series.windows().get(window)[1]) {
                best.set(window, Math.max(best.get(window), hit(series.windows().get(window), alert)));
            } else {
                falseAlerts += FALSE_ALERT
                        * (window < 0 ? -1 : afterWindow(series.windows().get(window), alert));
            }
        }
        return falseAlerts + best.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** 100 finds everything at once, 0 finds nothing and alerts never. */
    static double normalised(double score, int windows) {
        return 100 * (score + windows) / (2.0 * windows);
    }

    private static int windowBeginningUpTo(NabSeries series, int row) {
        int window = -1;
        while (window + 1 < series.windows().size() && series.windows().get(window + 1)[0] <= row) {
            window++;
        }
        return window;
    }

    private static double hit(int[] window, int alert) {
        double width = window[1] - window[0] + 1;
        return sigmoid(-(window[1] - alert + 1) / width) / sigmoid(-1);
    }

    private static double afterWindow(int[] window, int alert) {
        return sigmoid((alert - window[1]) / (double) (window[1] - window[0]));
    }

    private static double sigmoid(double position) {
        return position > FAR ? -1 : 2 / (1 + Math.exp(5 * position)) - 1;
    }
}
