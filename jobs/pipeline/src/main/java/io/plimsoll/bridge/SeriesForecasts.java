package io.plimsoll.bridge;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.plimsoll.statistics.forecast.Domain;
import io.plimsoll.statistics.forecast.Forecast;
import io.plimsoll.statistics.forecast.ForecastOptions;
import io.plimsoll.statistics.forecast.Forecaster;
import io.plimsoll.statistics.forecast.LastRegime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts of many series, each by {@link Forecaster} on what follows its last level shift ({@link LastRegime}).
 *
 * <p>The result has the key columns and those of {@link #FIGURES}: a row for each step of the horizon,
 * whether the series could be forecast or not; figures are null where it could not, and {@value #STATUS} says why.
 *
 * @param horizon steps ahead
 * @param periods seasons to look for, in steps, ascending
 * @param end first step to be forecast, for all series; null for the step after each one's last point. Points from there on are not looked
 *     at, steps without a point before it are missing values
 */
public record SeriesForecasts(
        int horizon, List<Integer> periods, @Nullable Long end) {

    /** The key column that names the narrowest domain which the values are expected to keep to: a {@link Domain} in lower case. */
    public static final String DOMAIN = "domain";

    public static final String STEP = "step";
    public static final String VALUE = "value";
    public static final String STATUS = "status";

    /** The step ahead, on the grid of the points, and what is said of it; see {@link Forecast}. */
    public static final StructType FIGURES = new StructType()
            .add(STEP, LongType, false)
            .add("mean", DoubleType, true)
            .add("lo80", DoubleType, true)
            .add("hi80", DoubleType, true)
            .add("lo95", DoubleType, true)
            .add("hi95", DoubleType, true)
            .add("model", StringType, true)
            .add("backtest_mase", DoubleType, true)
            .add("backtest_coverage95", DoubleType, true)
            .add(STATUS, StringType, false)
            .add("last_step", LongType, true)
            .add("observations", LongType, false)
            .add("regime_step", LongType, true);

    /** Copies the periods. */
    public SeriesForecasts {
        periods = List.copyOf(periods);
    }

    /**
     * Forecasts every series.
     *
     * @param points rows with the key columns, {@value #STEP} (LONG, not null) and {@value #VALUE} (DOUBLE); one a key and step
     * @param key columns that name a series, {@value #DOMAIN} among them
     */
    public Dataset<Row> of(Dataset<Row> points, List<String> key) {
        StructType output = SeriesFanOut.keyed(points, key, FIGURES);
        int domain = key.indexOf(DOMAIN);
        int steps = horizon;
        List<Integer> seasons = periods;
        Long common = end;
        return SeriesFanOut.of(
                points, key, STEP, List.of(VALUE), output, series -> rows(series, domain, steps, seasons, common));
    }

    private static List<Row> rows(Series series, int domain, int horizon, List<Integer> periods, @Nullable Long end) {
        long from = end == null ? series.endStep() : end;
        double[] values = series.until(0, from);
        Domain wished = Domain.valueOf(series.key().getString(domain).toUpperCase(Locale.ROOT));
        int regime = LastRegime.start(values, periods);
        Forecast forecast = new Forecaster(new ForecastOptions(horizon, periods, wished.widenedTo(values), regime))
                .forecast(values);
        List<Row> rows = new ArrayList<>(horizon);
        Told told = Told.of(series.firstStep(), values, regime);
        for (int ahead = 0; ahead < horizon; ahead++) {
            rows.add(row(series.key(), from + ahead, ahead, forecast, told));
        }
        return rows;
    }

    private static Row row(Row key, long step, int ahead, Forecast forecast, Told told) {
        @Nullable Object[] cells = new @Nullable Object[key.size() + FIGURES.size()];
        for (int i = 0; i < key.size(); i++) {
            cells[i] = key.get(i);
        }
        int at = key.size();
        cells[at++] = step;
        cells[at++] = number(forecast.mean(), ahead);
        cells[at++] = number(forecast.lo80(), ahead);
        cells[at++] = number(forecast.hi80(), ahead);
        cells[at++] = number(forecast.lo95(), ahead);
        cells[at++] = number(forecast.hi95(), ahead);
        cells[at++] = forecast.mean().length == 0 ? null : forecast.model();
        cells[at++] = known(forecast.backtestMase());
        cells[at++] = known(forecast.backtestCoverage95());
        cells[at++] = forecast.status().name().toLowerCase(Locale.ROOT);
        cells[at++] = told.lastStep();
        cells[at++] = told.observations();
        cells[at] = told.regimeStep();
        return RowFactory.create(cells);
    }

    private static @Nullable Double number(double[] figures, int ahead) {
        return figures.length == 0 ? null : Double.valueOf(figures[ahead]);
    }

    private static @Nullable Double known(double figure) {
        return Double.isNaN(figure) ? null : Double.valueOf(figure);
    }

    /** What the series itself showed. */
    private record Told(
            @Nullable Long lastStep,
            long observations,
            @Nullable Long regimeStep) {

        static Told of(long firstStep, double[] values, int regime) {
            long observations = 0;
            Long last = null;
            for (int i = 0; i < values.length; i++) {
                if (Double.isFinite(values[i])) {
                    observations++;
                    last = firstStep + i;
                }
            }
            return new Told(last, observations, regime == 0 ? null : Long.valueOf(firstStep + regime));
        }
    }
}
