package io.plimsoll.statistics.forecast;

import io.plimsoll.statistics.forecast.seasonal.SeasonalAdjustment;
import java.util.Arrays;

/**
 * Fills gaps: without a season by a line between the neighbours, with one by a line between the seasonally adjusted neighbours plus the season.
 *
 * <p>The same as R's {@code forecast::na.interp}.
 */
final class MissingValues {
    private static final int CYCLES = 3;

    private MissingValues() {}

    /**
     * Fills the gaps of a series.
     *
     * @param values NaN where missing; the first and the last is not
     * @param periods seasons to keep; those without three cycles are left aside
     */
    static double[] filled(double[] values, int[] periods) {
        double[] filled = values.clone();
        if (!interpolate(values, filled)) {
            return filled;
        }
        int[] usable = Arrays.stream(periods)
                .filter(period -> CYCLES * period <= values.length)
                .toArray();
        if (usable.length == 0) {
            return filled;
        }
        double[] adjusted =
                SeasonalAdjustment.mstl(usable).adjust(filled, filled.length).adjusted();
        double[] gapped = adjusted.clone();
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                gapped[i] = Double.NaN;
            }
        }
        double[] bridged = gapped.clone();
        interpolate(gapped, bridged);
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                filled[i] += bridged[i] - adjusted[i];
            }
        }
        return filled;
    }

    /** Fills by lines; false when nothing was missing. */
    private static boolean interpolate(double[] values, double[] filled) {
        boolean any = false;
        int last = 0;
        for (int i = 1; i < values.length; i++) {
            if (!Double.isNaN(values[i])) {
                for (int gap = last + 1; gap < i; gap++) {
                    filled[gap] = values[last] + (values[i] - values[last]) * (gap - last) / (i - last);
                    any = true;
                }
                last = i;
            }
        }
        return any;
    }
}
