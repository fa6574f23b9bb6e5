package io.plimsoll.statistics.forecast.model;

import io.plimsoll.statistics.forecast.seasonal.SeasonalAdjustment;
import java.util.HashMap;
import java.util.Map;

/**
 * The seasonal adjustments of one series, one for each origin, made once for all the models that forecast what they leave.
 *
 * <p>An adjustment sees the values before its origin and no more. For one series and one thread.
 */
public final class AdjustedSeries {
    private final double[] values;
    private final SeasonalAdjustment.Method method;
    private final Map<Integer, SeasonalAdjustment> byEnd = new HashMap<>();

    /** The adjustments of a series by a method. */
    public AdjustedSeries(double[] values, SeasonalAdjustment.Method method) {
        this.values = values;
        this.method = method;
    }

    SeasonalAdjustment upTo(int end) {
        return byEnd.computeIfAbsent(end, each -> method.adjust(values, each));
    }
}
