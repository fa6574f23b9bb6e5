package io.plimsoll.statistics.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RatioSumTest {
    @Test
    void threeThirdsAreExactlyOne() {
        RatioSum sum = RatioSum.of(new long[] {1, 1, 1}, new long[] {3, 3, 3});

        assertThat(sum.compareTo(BigDecimal.ONE)).isZero();
        assertThat(sum.exact()).isEqualTo(Ratio.ONE);
    }

    @Test
    void aTieOfDifferentDenominatorsIsATie() {
        // 1/2 + 1/3 + 1/6 = 1, which no decimal expansion of a third shows.
        RatioSum sum = RatioSum.of(new long[] {1, 1, 1}, new long[] {2, 3, 6});

        assertThat(sum.compareTo(BigDecimal.ONE)).isZero();
    }

    @Test
    void aDifferenceBeyondFortyDecimalPlacesIsSeen() {
        BigDecimal third = BigDecimal.ONE.divide(BigDecimal.valueOf(3), 60, RoundingMode.FLOOR);
        RatioSum sum = RatioSum.of(new long[] {1}, new long[] {3});

        assertThat(sum.compareTo(third)).isPositive();
        assertThat(sum.compareTo(third.add(new BigDecimal("1e-60")))).isNegative();
    }

    @Test
    void theOrderOfTheFractionsDoesNotMatterAndSumsAddUp() {
        RatioSum parts =
                RatioSum.of(new long[] {1, 2}, new long[] {7, 9}).plus(RatioSum.of(new long[] {3}, new long[] {7}));

        assertThat(parts.exact())
                .isEqualTo(
                        RatioSum.of(new long[] {3, 1, 2}, new long[] {7, 7, 9}).exact());
        assertThat(parts.toBigDecimal(9)).isEqualByComparingTo("0.793650794");
    }

    @Test
    void theComparisonAgreesWithTheCommonDenominator() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            long[] total = random.longs(1 + random.nextInt(6), 1, 12).toArray();
            long[] good = new long[total.length];
            for (int slice = 0; slice < total.length; slice++) {
                good[slice] = random.nextLong(total[slice] + 1);
            }
            RatioSum sum = RatioSum.of(good, total);
            BigDecimal target = BigDecimal.valueOf(random.nextInt(20), 1).multiply(BigDecimal.valueOf(total.length));

            assertThat(Integer.signum(sum.compareTo(target)))
                    .isEqualTo(sum.exact().compareTo(Ratio.of(target)));
        }
    }

    @Test
    void anEmptySumIsZero() {
        assertThat(RatioSum.of(Map.of()).compareTo(BigDecimal.ZERO)).isZero();
        assertThat(RatioSum.of(Map.of()).exact()).isEqualTo(Ratio.ZERO);
    }

    @Test
    void aDenominatorOfZeroIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatioSum.of(Map.of(0L, BigInteger.ONE)))
                .withMessage("denominator must be positive: 0");
    }

    @Test
    void numeratorsWithoutDenominatorsAreAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RatioSum.of(new long[] {1, 2}, new long[] {3}))
                .withMessage("as many numerators as denominators: 2, 1");
    }
}
