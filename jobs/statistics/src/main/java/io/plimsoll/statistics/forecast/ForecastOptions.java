package io.plimsoll.statistics.forecast;

import java.util.List;

/**
 * What to forecast. Immutable; {@code with} methods give changed copies.
 *
 * @param horizon steps ahead, at least 1
 * @param periods seasons to look for, in steps, ascending; one is used only where the series shows it
 * @param domain what values are possible
 * @param regimeStart first step of the last regime, after which the level no longer shifted; 0 for the whole series. Used only when what
 *     follows has 24 steps, three horizons and three cycles of the shortest period
 */
public record ForecastOptions(int horizon, List<Integer> periods, Domain domain, int regimeStart) {
    /**
     * Rejects what no series could be forecast by.
     *
     * @throws IllegalArgumentException with a horizon below 1, a period below 2, periods that do not ascend, a negative regime start
     */
    public ForecastOptions {
        if (horizon < 1) {
            throw new IllegalArgumentException("horizon must be at least 1 step: " + horizon);
        }
        periods = List.copyOf(periods);
        int before = 1;
        for (int period : periods) {
            if (period <= before) {
                throw new IllegalArgumentException("periods must ascend and be at least 2 steps: " + periods);
            }
            before = period;
        }
        if (regimeStart < 0) {
            throw new IllegalArgumentException("regime start must not be negative: " + regimeStart);
        }
    }

    /** A forecast of any series over some steps. */
    public static ForecastOptions of(int horizon, Integer... periods) {
        return new ForecastOptions(horizon, List.of(periods), Domain.REAL, 0);
    }

    /** Hourly steps: a day of 24 and a week of 168. */
    public static ForecastOptions hourly(int horizon) {
        return of(horizon, 24, 168);
    }

    /** Daily steps: a week of 7 and a year of 365. */
    public static ForecastOptions daily(int horizon) {
        return of(horizon, 7, 365);
    }

    /** Weekly steps: a year of 52. */
    public static ForecastOptions weekly(int horizon) {
        return of(horizon, 52);
    }

    /** Monthly steps: a year of 12. */
    public static ForecastOptions monthly(int horizon) {
        return of(horizon, 12);
    }

    /** The same in another domain. */
    public ForecastOptions withDomain(Domain other) {
        return new ForecastOptions(horizon, periods, other, regimeStart);
    }

    /** The same with a regime that starts at a step. */
    public ForecastOptions withRegimeStart(int step) {
        return new ForecastOptions(horizon, periods, domain, step);
    }
}
