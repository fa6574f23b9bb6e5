package io.plimsoll.statistics.forecast;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The forecast of one series.
 *
 * <p>Arrays hold one number for each step ahead, in the unit of the series, and are empty unless the status is {@link ForecastStatus#FORECAST} or
 * {@link ForecastStatus#CONSTANT}.
 */
public final class Forecast {
    private final ForecastStatus status;
    private final String model;
    private final double[] mean;
    private final double[][] bounds;
    private final double backtestMase;
    private final @Nullable ErrorProfile errors;
    private final Domain domain;
    private final long seed;

    private Forecast(
            ForecastStatus status,
            String model,
            double[] mean,
            double[][] bounds,
            double backtestMase,
            @Nullable ErrorProfile errors,
            Domain domain,
            long seed) {
        this.status = status;
        this.model = model;
        this.mean = mean;
        this.bounds = bounds;
        this.backtestMase = backtestMase;
        this.errors = errors;
        this.domain = domain;
        this.seed = seed;
    }

    static Forecast none(ForecastStatus status) {
        double[] empty = {};
        return new Forecast(
                status, "none", empty, new double[][] {empty, empty, empty, empty}, Double.NaN, null, Domain.REAL, 0);
    }

    static Forecast constant(double value, int horizon) {
        double[] same = new double[horizon];
        Arrays.fill(same, value);
        return new Forecast(
                ForecastStatus.CONSTANT,
                "constant",
                same,
                new double[][] {same, same, same, same},
                Double.NaN,
                null,
                Domain.REAL,
                0);
    }

    static Forecast of(
            String model, double[] mean, double backtestMase, ErrorProfile errors, Domain domain, long seed) {
        double[] centre = new double[mean.length];
        for (int step = 0; step < mean.length; step++) {
            centre[step] = domain.clamp(mean[step]);
        }
        double[][] bounds = {
            bound(centre, errors, -0.80, domain),
            bound(centre, errors, 0.80, domain),
            bound(centre, errors, -0.95, domain),
            bound(centre, errors, 0.95, domain)
        };
        return new Forecast(ForecastStatus.FORECAST, model, centre, bounds, backtestMase, errors, domain, seed);
    }

    private static double[] bound(double[] centre, ErrorProfile errors, double share, Domain domain) {
        double[] bound = new double[centre.length];
        for (int step = 0; step < bound.length; step++) {
            bound[step] = domain.clamp(errors.bound(centre[step], share, step));
        }
        return bound;
    }

    /** Whether there is a forecast, and if not why. */
    public ForecastStatus status() {
        return status;
    }

    /** The models that made it, the best first, joined by {@code &}; {@code constant}; {@code none}. */
    public String model() {
        return model;
    }

    /** The central forecast, the one whose absolute error is least: for skewed series nearer to the median than to the mean. */
    public double[] mean() {
        return mean.clone();
    }

    /** The lower bound of the 80 % interval. */
    public double[] lo80() {
        return bounds[0].clone();
    }

    /** The upper bound of the 80 % interval. */
    public double[] hi80() {
        return bounds[1].clone();
    }

    /** The lower bound of the 95 % interval. */
    public double[] lo95() {
        return bounds[2].clone();
    }

    /** The upper bound of the 95 % interval. */
    public double[] hi95() {
        return bounds[3].clone();
    }

    /**
     * The mean absolute scaled error of the backtest: the mean absolute error over that of the (seasonal) naive forecast one step ahead within the series
     * (Hyndman, Koehler, 2006). NaN where there is no backtest, or the naive forecast never errs.
     */
    public double backtestMase() {
        return backtestMase;
    }

    /** The share of outcomes inside the 95 % intervals in the backtest, each origin judged by the errors at the others; NaN where there is none. */
    public double backtestCoverage95() {
        return errors == null ? Double.NaN : errors.coverage95();
    }

    /**
     * Simulates what may come: each path is the central forecast plus errors that scatter at each step as the intervals say and persist from step to
     * step as the errors of the backtest did (a Gaussian copula of first order). The same series always gives the same paths.
     *
     * @param count of paths, at least 1
     * @return a row of {@code horizon} values for each path; no rows when there is no forecast
     */
    public double[][] paths(int count) {
        if (mean.length == 0) {
            return new double[0][];
        }
        double[][] paths = new double[count][];
        RandomGenerator random = new SplittableRandom(seed);
        for (int path = 0; path < count; path++) {
            paths[path] = errors == null ? mean.clone() : path(errors, random);
        }
        return paths;
    }

    private double[] path(ErrorProfile profile, RandomGenerator random) {
        double carried = profile.persistence();
        double fresh = Math.sqrt(1 - carried * carried);
        double[] path = new double[mean.length];
        double score = random.nextGaussian();
        for (int step = 0; step < path.length; step++) {
            if (step > 0) {
                score = carried * score + fresh * random.nextGaussian();
            }
            double share = Math.signum(score) * NormalShare.within(Math.abs(score));
            path[step] = domain.clamp(profile.bound(mean[step], share, step));
        }
        return path;
    }
}
