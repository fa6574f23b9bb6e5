package io.plimsoll.statistics.change;

import io.plimsoll.statistics.interval.Sample;
import java.util.Arrays;

/** The spread of a series around its level, whatever steps the level takes. */
public final class Noise {
    private static final double MAD_TO_SIGMA = 1.4826;

    private Noise() {}

    /**
     * {@code 1.4826 · median(|d − median(d)|) / √2} over the first differences {@code d}: a level shift spoils one difference, not the figure. 0 for fewer than two values and where more than half the
     * steps are alike.
     *
     * @throws IllegalArgumentException when a value is NaN or infinite
     */
    public static double sigma(double[] values) {
        double[] steps = new double[Math.max(0, values.length - 1)];
        Arrays.setAll(steps, i -> values[i + 1] - values[i]);
        double centre = median(steps);
        double[] spread =
                Arrays.stream(steps).map(step -> Math.abs(step - centre)).toArray();
        return MAD_TO_SIGMA * median(spread) / Math.sqrt(2);
    }

    private static double median(double[] values) {
        return Sample.of(values).map(Sample::median).orElse(0.0);
    }
}
