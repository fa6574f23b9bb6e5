package io.plimsoll.statistics.capacity;

import io.plimsoll.statistics.forecast.Domain;
import io.plimsoll.statistics.forecast.Forecast;
import io.plimsoll.statistics.forecast.ForecastOptions;
import io.plimsoll.statistics.forecast.Forecaster;
import io.plimsoll.statistics.forecast.LastRegime;
import io.plimsoll.statistics.interval.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a resource's daily peaks may become, as {@value Exhaustion#FEWEST_PATHS} simulated paths of its {@link Forecast}.
 *
 * <p>Demand is forecast as a share of the raw capacity there is, so that the same resource in another unit has the same dates. It is not negative and has no upper
 * bound: a forecast that bends before the capacity would never reach it.
 */
public final class DemandOutlook {
    /** Digits of a share: more are noise of the unit's conversion. */
    private static final double PARTS = 1e9;

    /** Days after a jump of the level from which on they alone are learnt from: a jump is not a trend that goes on. */
    private static final int FEWEST_OF_REGIME = 28;

    private static final List<Integer> WEEK_AND_YEAR = List.of(7, 365);

    private final double raw;
    private final double last;
    private final Forecast forecast;
    private final List<double[]> paths;

    private DemandOutlook(double raw, double last, Forecast forecast) {
        this.raw = raw;
        this.last = last;
        this.forecast = forecast;
        this.paths = List.of(forecast.paths(Exhaustion.FEWEST_PATHS));
    }

    /**
     * The outlook of a daily series.
     *
     * @param peaks one a day up to the last full day, in the capacity's unit; NaN is a day without a value
     * @param raw capacity there is, positive
     * @param horizonDays days ahead, at least 1
     */
    public static DemandOutlook of(double[] peaks, double raw, int horizonDays) {
        if (!(raw > 0) || Double.isInfinite(raw)) {
            throw new IllegalArgumentException("raw capacity " + raw + ": expected a positive number");
        }
        double[] shares = Arrays.stream(peaks)
                .map(peak -> Double.isFinite(peak) ? Math.rint(peak / raw * PARTS) / PARTS : Double.NaN)
                .toArray();
        int regime = LastRegime.start(shares, WEEK_AND_YEAR);
        double[] learnt =
                shares.length - regime >= FEWEST_OF_REGIME ? Arrays.copyOfRange(shares, regime, shares.length) : shares;
        ForecastOptions options = new ForecastOptions(horizonDays, WEEK_AND_YEAR, Domain.NON_NEGATIVE, 0);
        Forecast forecast = new Forecaster(options).forecast(learnt);
        return new DemandOutlook(raw, lastOf(shares), forecast);
    }

    /** The forecast that the paths scatter around, as a share of the raw capacity. */
    public Forecast forecast() {
        return forecast;
    }

    /**
     * When a usable capacity runs out under a scenario; {@link Exhaustion#INSUFFICIENT} where the series could not be forecast. Step 1 is the day after the last of the
     * series.
     *
     * @param scenario what changes, amounts in the capacity's unit; {@link CapacityScenario#AS_IS} for nothing
     * @param capacity under the scenario
     * @param leadDays days from an order to its use, not negative
     */
    public Exhaustion exhaustion(CapacityScenario scenario, UsableCapacity capacity, int leadDays) {
        CapacityScenario inShares = inShares(scenario);
        double now = inShares.fromStep() > 1
                ? last
                : inShares.demand(List.of(new double[] {last})).get(0)[0];
        return Exhaustion.of(now, inShares.demand(paths), capacity.usable() / raw, leadDays);
    }

    /**
     * The quantile over the paths of their highest day, in the capacity's unit; empty where the series could not be forecast.
     *
     * @param level in [0, 1]
     */
    public OptionalDouble peak(CapacityScenario scenario, double level) {
        double[] highest = inShares(scenario).demand(paths).stream()
                .mapToDouble(path -> Arrays.stream(path).max().orElseThrow())
                .toArray();
        return Sample.of(highest)
                .map(sample -> OptionalDouble.of(sample.quantile(level) * raw))
                .orElse(OptionalDouble.empty());
    }

    private CapacityScenario inShares(CapacityScenario scenario) {
        return new CapacityScenario(
                scenario.growth(), scenario.launched() / raw, scenario.fromStep(), scenario.units());
    }

    private static double lastOf(double[] shares) {
        double last = Double.NaN;
        for (double share : shares) {
            last = Double.isNaN(share) ? last : share;
        }
        return last;
    }
}
