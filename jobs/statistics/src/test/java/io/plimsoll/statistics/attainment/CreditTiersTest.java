package io.plimsoll.statistics.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.statistics.attainment.CreditTiers.Tier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreditTiersTest {
    private static final CreditTiers TIERS = CreditTiers.of(List.of(tier("99.0", "25"), tier("99.9", "10")));

    @Test
    void exactlyTheBoundEarnsNothing() {
        assertThat(TIERS.percent(Ratio.of(999, 1000))).isZero();
    }

    @Test
    void aFigureThatOnlyRoundsToTheBoundEarnsTheCredit() {
        assertThat(TIERS.percent(Ratio.of(998_999_999_999L, 1_000_000_000_000L)))
                .isEqualByComparingTo("10");
    }

    @Test
    void theLowestBoundAboveTheFigureDecides() {
        assertThat(TIERS.percent(Ratio.of(99, 100))).isEqualByComparingTo("10");
        assertThat(TIERS.percent(Ratio.ZERO)).isEqualByComparingTo("25");
    }

    @Test
    void aSumOfSliceRatiosIsComparedWithoutBeingDivided() {
        RatioSum sum = RatioSum.of(new long[] {2, 1}, new long[] {3, 1});

        assertThat(TIERS.percent(new Attainment(sum, BigInteger.TWO, 2, 2))).isEqualByComparingTo("25");
        assertThat(TIERS.percent(
                        new Attainment(RatioSum.whole(BigInteger.valueOf(999)), BigInteger.valueOf(1000), 1, 1)))
                .isZero();
    }

    @Test
    void twoTiersOfOneBoundAreAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditTiers.of(List.of(tier("99.9", "10"), tier("99.90", "20"))))
                .withMessage("two credit tiers below 99.90: keep one");
    }

    @Test
    void aTierBeyondAHundredPercentIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tier("99.9", "110"))
                .withMessage("credit tier must lie within 0 and 100 percent: below 99.9, percent 110");
    }

    private static Tier tier(String below, String percent) {
        return new Tier(new BigDecimal(below), new BigDecimal(percent));
    }
}
