package io.plimsoll.statistics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ErrorSizesTest {
    private static final double NONE = Double.NaN;

    @Test
    void theSizeOfAStepIsItsMeanAbsoluteError() {
        ErrorSizes sizes = ErrorSizes.of(new double[][] {{1, -4}, {-2, 5}, {3, -6}}, 2, 100);

        assertThat(sizes.at(0)).isEqualTo(2);
        assertThat(sizes.at(1)).isEqualTo(5);
    }

    @Test
    void aStepWithoutAnOutcomeDoesNotCount() {
        ErrorSizes sizes = ErrorSizes.of(new double[][] {{1}, {NONE}, {3}, {5}}, 1, 100);

        assertThat(sizes.at(0)).isEqualTo(3);
    }

    @Test
    void sizesOfStepsThatFewerThanFiveHorizonsFitIntoGrowAtLeastLikeARandomWalks() {
        double[][] alike = {{2, 2, 2, 2}, {2, 2, 2, 2}, {2, 2, 2, 2}};

        // Ten steps tested hold five horizons of two steps, but not of three.
        ErrorSizes sizes = ErrorSizes.of(alike, 4, 10);

        assertThat(sizes.at(1)).isEqualTo(2);
        assertThat(sizes.at(2)).isCloseTo(2 * Math.sqrt(3.0 / 2), within(1e-12));
        assertThat(sizes.at(3)).isCloseTo(2 * Math.sqrt(4.0 / 2), within(1e-12));
    }

    @Test
    void sizesThatManyHorizonsShowToBeFlatStayFlat() {
        double[][] alike = {{2, 2, 2, 2}, {2, 2, 2, 2}, {2, 2, 2, 2}};

        assertThat(ErrorSizes.of(alike, 4, 20).at(3)).isEqualTo(2);
    }

    @Test
    void aStepThatOneOriginReachesIsBeyondThoseTested() {
        double[][] errors = {{2, 2, 90}, {2, 2}, {2, 2}};

        assertThat(ErrorSizes.of(errors, 3, 100).at(2)).isCloseTo(2 * Math.sqrt(3.0 / 2), within(1e-12));
    }

    @Test
    void beyondTheStepsTestedSizesGrowAsTheyDid() {
        double[][] wrongSlope = {{1, 2, 3, 4}, {1, 2, 3, 4}, {1, 2, 3, 4}};

        ErrorSizes sizes = ErrorSizes.of(wrongSlope, 4, 100);

        assertThat(sizes.at(7)).isCloseTo(8, within(1e-12));
        assertThat(sizes.after(4, 2).at(0)).isCloseTo(5, within(1e-12));
    }

    @Test
    void whereNothingWasWrongNothingIsScored() {
        ErrorSizes sizes = ErrorSizes.of(new double[][] {{0}, {0}, {0}}, 1, 100);

        assertThat(sizes.score(7, 0)).isZero();
    }
}
