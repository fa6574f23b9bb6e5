package io.plimsoll.statistics.forecast.seasonal;

import static io.plimsoll.statistics.forecast.ReferenceSeries.column;
import static io.plimsoll.statistics.forecast.ReferenceSeries.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.statistics.forecast.seasonal.StlOptions.Smoother;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The authors' Fortran (netlib) on monthly carbon dioxide, and R's mstl on hourly demand of Victoria: reference/statistics/stl. */
class StlTest {
    private static final Offset<Double> FORTRAN = within(1e-10);
    private static final Offset<Double> R = within(1e-9);

    @ParameterizedTest
    @CsvSource({
        "baseline, 4, 2, 2, 348",
        "nljump-1, 4, 2, 1, 348",
        "ntjump-1, 4, 1, 2, 348",
        "nljump-1-ntjump-1, 4, 1, 1, 348",
        "short, 4, 2, 2, 347"
    })
    void agreesWithTheFortranOfItsAuthors(String scenario, int seasonJump, int trendJump, int lowPassJump, int count)
            throws IOException {
        double[] values = Arrays.copyOf(column("statistics/stl/stl_co2.csv", 0), count);
        StlOptions options = new StlOptions(
                12,
                new Smoother(35, 1, seasonJump),
                new Smoother(19, 1, trendJump),
                new Smoother(13, 1, lowPassJump),
                1,
                2);

        Decomposition found = new Stl(options, count).decompose(values);

        assertThat(found.seasonal()[0]).containsExactly(expected(scenario, 2), FORTRAN);
        assertThat(found.trend()).containsExactly(expected(scenario, 3), FORTRAN);
        assertThat(found.robustness()).containsExactly(expected(scenario, 4), FORTRAN);
    }

    @Test
    void mstlAgreesWithR() throws IOException {
        double[] values = column("statistics/stl/mstl_elec_vic.csv", 1);
        String results = "statistics/stl/mstl_test_results.csv";

        Decomposition found = Mstl.decompose(
                values,
                values.length,
                Stream.of(StlOptions.of(24, 11), StlOptions.of(168, 15))
                        .map(StlOptions::withoutJumps)
                        .toList());

        assertThat(found.trend()).containsExactly(column(results, 1), R);
        assertThat(found.seasonal()[0]).containsExactly(column(results, 2), R);
        assertThat(found.seasonal()[1]).containsExactly(column(results, 3), R);
        assertThat(found.remainder()).containsExactly(column(results, 4), R);
    }

    @Test
    void thePartsAddUpToTheSeries() {
        double[] values = new double[60];
        Arrays.setAll(values, i -> 100 + i + 10 * Math.sin(i * Math.PI / 6) + (i % 7));

        Decomposition parts = Mstl.decompose(values, 60, 12);

        for (int i = 0; i < 60; i++) {
            assertThat(parts.trend()[i] + parts.seasonal()[0][i] + parts.remainder()[i])
                    .isCloseTo(values[i], R);
        }
    }

    @Test
    void lessThanTwoCyclesIsAnError() {
        assertThatThrownBy(() -> new Stl(StlOptions.of(12, 7), 23))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("STL needs two cycles: period 12, values 23");
    }

    private static double[] expected(String scenario, int column) throws IOException {
        return rows("statistics/stl/stl_test_results.csv").stream()
                .map(row -> row.split(","))
                .filter(cells -> cells[0].strip().equals(scenario))
                .mapToDouble(cells -> Double.parseDouble(cells[column]))
                .toArray();
    }
}
