package io.plimsoll.statistics.forecast.model;

import static io.plimsoll.statistics.forecast.ReferenceSeries.column;
import static io.plimsoll.statistics.forecast.ReferenceSeries.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.statistics.attainment.ReferenceFolder;
import io.plimsoll.statistics.forecast.model.ExponentialSmoothing.Trend;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R's forecast::ets on the yearly oil production and the quarterly tourists of fpp2: reference/statistics/ets. */
class ExponentialSmoothingTest {
    private static final String FOLDER = "statistics/ets/";

    @ParameterizedTest
    @CsvSource({
        "nonseasonal, FALSE, ANN, NONE, 1",
        "nonseasonal, FALSE, AAN, ADDITIVE, 1",
        "nonseasonal, TRUE, AAN, DAMPED, 1",
        "seasonal, FALSE, ANA, NONE, 4",
        "seasonal, FALSE, AAA, ADDITIVE, 4",
        "seasonal, TRUE, AAA, DAMPED, 4"
    })
    void agreesWithRAtItsParametersAndFindsNoWorseOnes(
            String file, String damped, String letters, Trend trend, int period) throws IOException {
        double[] values = column(FOLDER + (period > 1 ? "austourists.csv" : "oil.csv"), 0);
        JsonNode r = ReferenceFolder.json(FOLDER + "fit_ets_results_" + file + ".json")
                .get(damped)
                .get(letters);
        ExponentialSmoothing model = new ExponentialSmoothing(trend, period);

        SmoothingFit atTheirs = model.at(values, values.length, parameters(r), initialState(r, trend));
        SmoothingFit ours = model.fit(values, values.length);

        assertThat(atTheirs.logLikelihood()).isCloseTo(r.get("loglik").get(0).doubleValue(), within(1e-6));
        assertThat(atTheirs.errors(values, values.length)).containsExactly(numbers(r.get("residuals")), within(1e-5));
        assertThat(atTheirs.forecast(values, values.length, 4))
                .containsExactly(numbers(r.get("forecast")), within(1e-5));
        assertThat(ours.logLikelihood())
                .isGreaterThanOrEqualTo(r.get("loglik").get(0).doubleValue() - 1e-3);
    }

    @Test
    void simpleSmoothingOfOilIsWhatRPrints() throws IOException {
        double[] oil = column(FOLDER + "oil.csv", 0);
        double[] since1996 = Arrays.copyOfRange(oil, oil.length - 18, oil.length);
        JsonNode r = ReferenceFolder.json(FOLDER + "expected.json").get("ses_oil_1996_2013_last18_of_oil.csv");

        SmoothingFit fit = ExponentialSmoothing.simple().fit(since1996, 18);

        assertThat(fit.forecast(since1996, 18, 1)[0]).isCloseTo(r.get("point").doubleValue(), within(5e-4));
        assertThat(Math.sqrt(fit.squaredErrors() / 18)).isCloseTo(r.get("rmse").doubleValue(), within(0.005));
    }

    @Test
    void aForecastSeesNothingAfterItsOrigin() {
        double[] values = {5, 7, 6, 8, 9, 8, 10, 12, 11, 13};
        double[] changed = {5, 7, 6, 8, 9, 8, 10, 12, -900, 900};
        FittedModel fit = ExponentialSmoothing.damped().fit(values, 8);

        assertThat(fit.forecast(changed, 8, 3)).containsExactly(fit.forecast(values, 8, 3));
    }

    @Test
    void severalOriginsGiveWhatEachGivesAlone() {
        double[] values = {5, 7, 6, 8, 9, 8, 10, 12, 11, 13};
        FittedModel fit = ExponentialSmoothing.holt().fit(values, 6);

        double[][] together = fit.forecast(values, new int[] {6, 8, 10}, 2);

        assertThat(together[1]).containsExactly(fit.forecast(values, 8, 2));
        assertThat(together[2]).containsExactly(fit.forecast(values, 10, 2));
    }

    private static SmoothingParameters parameters(JsonNode r) {
        return new SmoothingParameters(
                number(r, "alpha", 0), number(r, "beta", 0), number(r, "gamma", 0), number(r, "phi", 1));
    }

    private static double number(JsonNode r, String name, double absent) {
        JsonNode value = r.get(name).get(0);
        return value.isNumber() ? value.doubleValue() : absent;
    }

    /** R leaves the trend out of the state of a model without one. */
    private static double[] initialState(JsonNode r, Trend trend) {
        double[] theirs = numbers(r.get("initstate"));
        if (trend != Trend.NONE) {
            return theirs;
        }
        double[] state = new double[theirs.length + 1];
        state[0] = theirs[0];
        System.arraycopy(theirs, 1, state, 2, theirs.length - 1);
        return state;
    }
}
