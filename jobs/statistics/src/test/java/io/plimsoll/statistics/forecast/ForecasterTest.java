package io.plimsoll.statistics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecasterTest {
    private static final double NONE = Double.NaN;
    private static final List<Domain> DOMAINS = List.of(Domain.REAL, Domain.NON_NEGATIVE, Domain.UNIT);

    @Test
    void followsSeasonAndTrend() {
        double[] sales = series(120, month -> 100 + month + 20 * Math.sin(month * Math.PI / 6) + noise(month));

        Forecast forecast = new Forecaster(ForecastOptions.monthly(12)).forecast(sales);

        assertThat(forecast.status()).isEqualTo(ForecastStatus.FORECAST);
        for (int step = 0; step < 12; step++) {
            double truth = 100 + 120 + step + 20 * Math.sin((120 + step) * Math.PI / 6);
            assertThat(forecast.mean()[step]).isCloseTo(truth, within(6.0));
            assertThat(forecast.lo95()[step]).isLessThan(truth);
            assertThat(forecast.hi95()[step]).isGreaterThan(truth);
        }
        assertThat(forecast.backtestMase()).isLessThan(0.5);
    }

    @Test
    void findsTheDayAndTheWeekOfHourlyDemand() {
        double[] demand = series(840, ForecasterTest::hourly);

        Forecast forecast = new Forecaster(ForecastOptions.hourly(48)).forecast(demand);

        double[] mean = forecast.mean();
        for (int step = 0; step < 48; step++) {
            assertThat(mean[step]).isCloseTo(hourly(840 + step), within(6.0));
        }
    }

    @Test
    void aDiskThatFillsSteadilyIsFullOnItsDay() {
        // 1 a day and a little noise: from 160 at the last step to 200 in 40 days.
        double[] gigabytes = series(120, day -> 41 + day + noise(day) / 6);

        Forecast forecast = new Forecaster(ForecastOptions.daily(60)).forecast(gigabytes);

        assertThat(forecast.mean()[39]).isCloseTo(200, within(1.5));
        assertThat(forecast.lo95()[39]).isLessThan(200);
        assertThat(forecast.hi95()[39]).isGreaterThan(200);
    }

    @Test
    void beyondTheStepsTestedIntervalsGoOnWidening() {
        // 40 values: no more than 20 steps ahead can be tested.
        Forecast forecast = new Forecaster(ForecastOptions.of(30)).forecast(randomWalk(40));

        assertThat(width(forecast, 29)).isGreaterThan(width(forecast, 19));
    }

    @Test
    void intervalsNest() {
        Forecast forecast = new Forecaster(ForecastOptions.weekly(13)).forecast(randomWalk(150));

        for (int step = 0; step < 13; step++) {
            assertThat(new double[] {
                        forecast.lo95()[step],
                        forecast.lo80()[step],
                        forecast.mean()[step],
                        forecast.hi80()[step],
                        forecast.hi95()[step]
                    })
                    .isSorted();
        }
    }

    @Test
    void intervalsOfARandomWalkWiden() {
        Forecast forecast = new Forecaster(ForecastOptions.of(10)).forecast(randomWalk(200));

        assertThat(width(forecast, 9)).isGreaterThan(width(forecast, 0));
    }

    @Test
    void theSameSeriesGivesTheSameForecastAndPaths() {
        double[] values = randomWalk(80);
        Forecaster forecaster = new Forecaster(ForecastOptions.of(5));

        Forecast first = forecaster.forecast(values);
        Forecast second = forecaster.forecast(values.clone());

        assertThat(second.mean()).containsExactly(first.mean());
        assertThat(second.hi95()).containsExactly(first.hi95());
        assertThat(second.paths(3)).isDeepEqualTo(first.paths(3));
    }

    @Test
    void leavesItsInputAlone() {
        double[] values = {3, NONE, 5, 6, 4, 7, 8, 6, 9, 10};
        double[] before = values.clone();

        new Forecaster(ForecastOptions.of(2)).forecast(values);

        assertThat(values).containsExactly(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "               | ALL_MISSING",
                "NaN, NaN       | ALL_MISSING",
                "7              | INSUFFICIENT_DATA",
                "7, 8, 9        | INSUFFICIENT_DATA",
                "1, NaN, NaN, NaN, NaN, 2, NaN, NaN, 3, NaN, 4 | INSUFFICIENT_DATA",
                "5, 5, NaN, 5, 5, 5 | CONSTANT",
                "1, 2, 3, 5     | FORECAST",
                "1, 0, 1, 0, 1, 0, 0, 1 | FORECAST"
            })
    void seriesThatCannotBeModelledGetAStatus(String values, ForecastStatus expected) {
        double[] series = values == null
                ? new double[0]
                : Arrays.stream(values.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray();

        Forecast forecast = new Forecaster(ForecastOptions.monthly(3)).forecast(series);

        assertThat(forecast.status()).isEqualTo(expected);
        boolean hasFigures = expected == ForecastStatus.FORECAST || expected == ForecastStatus.CONSTANT;
        assertThat(forecast.mean()).hasSize(hasFigures ? 3 : 0);
        assertThat(forecast.hi95()).hasSize(hasFigures ? 3 : 0);
        assertThat(forecast.paths(2)).hasDimensions(hasFigures ? 2 : 0, hasFigures ? 3 : 0);
    }

    @Test
    void aConstantSeriesStaysWhereItIs() {
        Forecast forecast = new Forecaster(ForecastOptions.of(2)).forecast(new double[] {4, 4, 4, 4, 4});

        assertThat(forecast.mean()).containsExactly(4, 4);
        assertThat(forecast.lo95()).containsExactly(4, 4);
        assertThat(forecast.hi95()).containsExactly(4, 4);
        assertThat(forecast.backtestMase()).isNaN();
    }

    @Test
    void countsAndTheirBoundsAreNeverNegative() {
        double[] incidents = series(60, day -> Math.max(0, Math.round(6 - day * 0.1 + noise(day))));

        Forecast forecast = new Forecaster(ForecastOptions.of(30).withDomain(Domain.NON_NEGATIVE)).forecast(incidents);

        assertThat(Arrays.stream(forecast.lo95()).min().orElseThrow()).isZero();
        assertThat(forecast.mean())
                .satisfies(mean ->
                        assertThat(Arrays.stream(mean).min().orElseThrow()).isGreaterThanOrEqualTo(0));
        for (double[] path : forecast.paths(50)) {
            assertThat(Arrays.stream(path).min().orElseThrow()).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void utilisationStaysBelowOne() {
        double[] utilisation = series(90, day -> Math.min(1, 0.5 + day * 0.0055 + noise(day) / 100));

        Forecast forecast = new Forecaster(ForecastOptions.of(60).withDomain(Domain.UNIT)).forecast(utilisation);

        assertThat(forecast.mean()[59]).isBetween(0.9, 1.0);
        assertThat(Arrays.stream(forecast.hi95()).max().orElseThrow()).isLessThanOrEqualTo(1);
    }

    @Test
    void aValueOutsideTheDomainIsSaid() {
        Forecaster forecaster = new Forecaster(ForecastOptions.of(2).withDomain(Domain.UNIT));

        assertThat(forecaster.forecast(new double[] {0.2, 0.4, 1.2, 0.5, 0.6}).status())
                .isEqualTo(ForecastStatus.OUT_OF_DOMAIN);
    }

    @Test
    void missingValuesAreBridgedWithTheSeason() {
        double[] whole = series(840, ForecasterTest::hourly);
        double[] gapped = whole.clone();
        Arrays.fill(gapped, 300, 312, NONE);
        Forecaster forecaster = new Forecaster(ForecastOptions.hourly(24));

        double[] mean = forecaster.forecast(gapped).mean();

        assertThat(mean).containsExactly(forecaster.forecast(whole).mean(), within(3.0));
    }

    @Test
    void bridgedValuesAreNoProofOfAccuracy() {
        // Each second value is missing: between 8 or 12 and 8 or 12 the bridge is near to every forecast, the values
        // are not.
        double[] gapped = series(121, day -> day % 2 == 1 ? NONE : noise(day) < 0 ? 8 : 12);

        Forecast forecast = new Forecaster(ForecastOptions.of(4)).forecast(gapped);

        assertThat(forecast.backtestMase() * bridgedStep(gapped)).isGreaterThan(1.6);
    }

    /** The mean absolute step of the series with its gaps bridged: half of that between neighbours two steps apart. */
    private static double bridgedStep(double[] gapped) {
        double sum = 0;
        for (int i = 2; i < gapped.length; i += 2) {
            sum += Math.abs(gapped[i] - gapped[i - 2]);
        }
        return sum / (gapped.length - 1);
    }

    @Test
    void stepsMissingAtTheEndAreForecastToo() {
        double[] trend = series(40, day -> 10 + 2 * day + noise(day) / 10);
        double[] late = Arrays.copyOf(trend, 43);
        Arrays.fill(late, 40, 43, NONE);

        double[] mean = new Forecaster(ForecastOptions.of(2)).forecast(late).mean();

        assertThat(mean).hasSize(2);
        assertThat(mean[0]).isCloseTo(10 + 2 * 43, within(1.5));
    }

    @Test
    void aSeriesThatEndedLongAgoIsNotForecast() {
        double[] silent = Arrays.copyOf(series(40, ForecasterTest::noise), 51);
        Arrays.fill(silent, 40, 51, NONE);

        assertThat(new Forecaster(ForecastOptions.of(10)).forecast(silent).status())
                .isEqualTo(ForecastStatus.ENDED);
        assertThat(new Forecaster(ForecastOptions.of(11)).forecast(silent).status())
                .isEqualTo(ForecastStatus.FORECAST);
    }

    @Test
    void afterALevelShiftOnlyTheLastRegimeCounts() {
        double[] values = series(200, day -> (day < 150 ? 500 : 20) + noise(day));

        Forecast forecast = new Forecaster(ForecastOptions.of(5).withRegimeStart(150)).forecast(values);

        assertThat(forecast.mean()[4]).isCloseTo(20, within(4.0));
        assertThat(width(forecast, 4)).isLessThan(40);
    }

    @Test
    void aRegimeTooShortToLearnFromIsNotTakenAlone() {
        double[] values = randomWalk(100);

        assertThat(new Forecaster(ForecastOptions.of(5).withRegimeStart(97))
                        .forecast(values)
                        .mean())
                .containsExactly(
                        new Forecaster(ForecastOptions.of(5)).forecast(values).mean());
    }

    @Test
    void pathsScatterAsTheIntervalsSay() {
        Forecast forecast = new Forecaster(ForecastOptions.of(12)).forecast(randomWalk(150));

        double[][] paths = forecast.paths(4_000);

        for (int step : new int[] {0, 11}) {
            double low = forecast.lo95()[step];
            double high = forecast.hi95()[step];
            long inside = Arrays.stream(paths)
                    .filter(path -> path[step] >= low && path[step] <= high)
                    .count();
            assertThat(inside / 4_000.0).isCloseTo(0.95, within(0.015));
        }
    }

    @Test
    void infiniteValuesAreMissing() {
        double[] values = randomWalk(60);
        double[] broken = values.clone();
        broken[20] = Double.POSITIVE_INFINITY;
        double[] gapped = values.clone();
        gapped[20] = NONE;
        Forecaster forecaster = new Forecaster(ForecastOptions.of(5));

        assertThat(forecaster.forecast(broken).mean())
                .containsExactly(forecaster.forecast(gapped).mean());
    }

    @Test
    void noSeriesIsAnException() {
        Random random = new Random(11);
        for (int round = 0; round < 400; round++) {
            double[] odd = odd(random, 1 + random.nextInt(90));
            Domain domain = DOMAINS.get(random.nextInt(DOMAINS.size()));
            ForecastOptions options =
                    ForecastOptions.of(1 + random.nextInt(40), 5, 24).withDomain(domain);

            Forecast forecast = new Forecaster(options).forecast(odd);

            for (double bound : forecast.hi95()) {
                assertThat(bound).as("%s of %s", domain, Arrays.toString(odd)).isFinite();
            }
        }
    }

    /** Zeros, few levels, steps, extremes, gaps. */
    private static double[] odd(Random random, int count) {
        double size = Math.pow(10, random.nextInt(24) - 12);
        int levels = 1 + random.nextInt(4);
        int shift = random.nextInt(count);
        double gaps = random.nextInt(3) * 0.2;
        return series(
                count,
                step -> random.nextDouble() < gaps
                        ? NONE
                        : (random.nextInt(levels) + (step >= shift ? random.nextInt(2) * 50 : 0)) * size);
    }

    @Test
    void optionsThatNoSeriesFitsAreErrors() {
        assertThatThrownBy(() -> ForecastOptions.of(0)).hasMessage("horizon must be at least 1 step: 0");
        assertThatThrownBy(() -> ForecastOptions.of(3, 24, 7))
                .hasMessage("periods must ascend and be at least 2 steps: [24, 7]");
        assertThatThrownBy(() -> ForecastOptions.of(3).withRegimeStart(-1))
                .hasMessage("regime start must not be negative: -1");
    }

    private static double width(Forecast forecast, int step) {
        return forecast.hi95()[step] - forecast.lo95()[step];
    }

    private static double hourly(int hour) {
        boolean weekend = hour / 24 % 7 >= 5;
        return 200 + (weekend ? 20 : 60) * Math.sin(hour * Math.PI / 12) + noise(hour) / 2;
    }

    private static double[] randomWalk(int count) {
        double[] walk = new double[count];
        walk[0] = 100;
        for (int i = 1; i < count; i++) {
            walk[i] = walk[i - 1] + noise(i);
        }
        return walk;
    }

    /** A fixed noise, uniform in [−3, 3]. */
    private static double noise(int step) {
        return 6 * new Random(step * 7_919L).nextDouble() - 3;
    }

    private static double[] series(int count, IntToDoubleFunction at) {
        double[] values = new double[count];
        Arrays.setAll(values, at);
        return values;
    }

    /** Only the first origin reaches the last step tested: an odd last day is one error, not the size of errors there. */
    @Test
    void boundsOfAPositiveSeriesThatScattersWidelyAreFactors() {
        SplittableRandom random = new SplittableRandom(5);
        double[] values = IntStream.range(0, 200)
                .mapToDouble(i -> 100 * Math.exp(random.nextGaussian()))
                .toArray();

        Forecast forecast = new Forecaster(ForecastOptions.of(10)).forecast(values);

        for (int step = 0; step < 10; step++) {
            double up = forecast.hi95()[step] / forecast.mean()[step];
            assertThat(forecast.lo95()[step]).isCloseTo(forecast.mean()[step] / up, within(1e-9));
        }
    }

    @Test
    void boundsOfASeriesThatOnceWasNegativeAreDifferences() {
        SplittableRandom random = new SplittableRandom(5);
        double[] values = IntStream.range(0, 200)
                .mapToDouble(i -> i == 3 ? -1 : 100 * Math.exp(random.nextGaussian()))
                .toArray();

        Forecast forecast = new Forecaster(ForecastOptions.of(10)).forecast(values);

        double[] mean = forecast.mean();
        assertThat(forecast.hi95()[9] - mean[9]).isCloseTo(mean[9] - forecast.lo95()[9], within(1e-9));
    }

    @Test
    void oneOddDayAtTheEndDoesNotWidenWhatLiesFarAhead() {
        Random random = new Random(3);
        double[] days = random.doubles(100, 99, 101).toArray();
        days[99] = 120;

        Forecast forecast = new Forecaster(ForecastOptions.of(91)).forecast(days);

        double before = forecast.hi95()[45] - forecast.mean()[45];
        double last = forecast.hi95()[49] - forecast.mean()[49];
        assertThat(last).isLessThan(1.5 * before);
    }
}
