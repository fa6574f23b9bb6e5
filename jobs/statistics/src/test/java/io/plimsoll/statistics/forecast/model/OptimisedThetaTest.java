package io.plimsoll.statistics.forecast.model;

import static io.plimsoll.statistics.forecast.ReferenceSeries.column;
import static io.plimsoll.statistics.forecast.ReferenceSeries.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.statistics.attainment.ReferenceFolder;
import io.plimsoll.statistics.forecast.seasonal.ClassicalDecomposition;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R's forecTheta on AirPassengers: reference/statistics/theta, with the tolerances given there. */
class OptimisedThetaTest {
    private static final int HORIZON = 5;

    @ParameterizedTest
    @CsvSource({"STM, false, false", "OTM, true, false", "DSTM, false, true", "DOTM, true, true"})
    void agreesWithRAtFixedParameters(String name, boolean optimised, boolean dynamic) throws IOException {
        double[] values = passengers();
        JsonNode r = expected().get("fixed_params_l0_56_alpha_0.5_theta_2");

        ThetaFit fit = new OptimisedTheta(optimised, dynamic).at(values, values.length, 56, 0.5, 2);

        assertThat(fit.forecast(values, values.length, HORIZON)).containsExactly(numbers(r.get(name)), within(5e-4));
    }

    @ParameterizedTest
    @CsvSource({"STM, false", "DSTM, true"})
    void fitsWhatRFits(String name, boolean dynamic) throws IOException {
        double[] values = passengers();
        double[] r =
                numbers(expected().get("fixed_params_l0_56_alpha_0.5_theta_2").get("fitted_first_second_last_" + name));

        double[] fitted = new OptimisedTheta(false, dynamic)
                .at(values, values.length, 56, 0.5, 2)
                .fitted(values, values.length);

        assertThat(new double[] {fitted[0], fitted[1], fitted[values.length - 1]})
                .containsExactly(r, within(5e-3));
    }

    @ParameterizedTest
    @CsvSource({"STM, false, false, 0.01", "OTM, true, false, 1.5", "DSTM, false, true, 0.01", "DOTM, true, true, 1.5"})
    void findsTheParametersOfR(String name, boolean optimised, boolean dynamic, double tolerance) throws IOException {
        double[] values = passengers();

        double[] forecasts = new OptimisedTheta(optimised, dynamic)
                .fit(values, values.length)
                .forecast(values, values.length, HORIZON);

        assertThat(forecasts)
                .containsExactly(numbers(expected().get("optimised_m1").get(name)), within(tolerance));
    }

    @ParameterizedTest
    @CsvSource({"STM, false, false", "OTM, true, false", "DSTM, false, true", "DOTM, true, true"})
    void findsTheParametersOfRWithAMultiplicativeSeason(String name, boolean optimised, boolean dynamic)
            throws IOException {
        double[] values = passengers();
        ClassicalDecomposition season = ClassicalDecomposition.of(values, values.length, 12, true);
        double[] adjusted = season.adjust(values, values.length);

        double[] forecasts = new OptimisedTheta(optimised, dynamic)
                .fit(adjusted, adjusted.length)
                .forecast(adjusted, 144, HORIZON);
        season.restore(forecasts, 144);

        assertThat(forecasts)
                .containsExactly(
                        numbers(expected().get("optimised_m12_multiplicative").get(name)), within(1.5));
    }

    private static double[] passengers() throws IOException {
        return column("statistics/theta/AirPassengers.csv", 2);
    }

    private static JsonNode expected() throws IOException {
        return ReferenceFolder.json("statistics/theta/expected.json");
    }
}
