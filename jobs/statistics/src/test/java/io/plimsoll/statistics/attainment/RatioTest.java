package io.plimsoll.statistics.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RatioTest {
    @Test
    void aFractionIsKeptInLowestTermsWithAPositiveDenominator() {
        assertThat(Ratio.of(6, -8)).isEqualTo(Ratio.of(-3, 4));
    }

    @Test
    void aDecimalIsTakenAsWritten() {
        assertThat(Ratio.of(new BigDecimal("0.9990"))).isEqualTo(Ratio.of(999, 1000));
        assertThat(Ratio.of(new BigDecimal("3e2"))).isEqualTo(Ratio.of(300, 1));
    }

    @Test
    void arithmeticIsExact() {
        assertThat(Ratio.of(1, 3).plus(Ratio.of(1, 6))).isEqualTo(Ratio.of(1, 2));
        assertThat(Ratio.of(1, 3).minus(Ratio.of(1, 2))).isEqualTo(Ratio.of(-1, 6));
        assertThat(Ratio.of(2, 3).times(Ratio.of(3, 4))).isEqualTo(Ratio.of(1, 2));
        assertThat(Ratio.of(2, 3).dividedBy(Ratio.of(-4, 3))).isEqualTo(Ratio.of(-1, 2));
    }

    @Test
    void fractionsThatADoubleCannotTellApartAreOrdered() {
        Ratio smaller = Ratio.of(Long.MAX_VALUE - 2, Long.MAX_VALUE - 1);
        Ratio larger = Ratio.of(Long.MAX_VALUE - 1, Long.MAX_VALUE);

        assertThat(smaller.doubleValue()).isEqualTo(larger.doubleValue());
        assertThat(smaller).isLessThan(larger);
    }

    @Test
    void displayRoundsHalfToEven() {
        assertThat(Ratio.of(1, 8).toBigDecimal(2)).isEqualByComparingTo("0.12");
        assertThat(Ratio.of(3, 8).toBigDecimal(2)).isEqualByComparingTo("0.38");
    }

    @Test
    void aFractionOverNothingIsAnError() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Ratio.of(1, 0))
                .withMessage("ratio without a denominator: 1/0");
    }
}
