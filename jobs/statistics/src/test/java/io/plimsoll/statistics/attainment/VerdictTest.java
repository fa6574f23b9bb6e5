package io.plimsoll.statistics.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final BigDecimal TARGET = new BigDecimal("0.999");
    private static final BigDecimal COVERAGE = new BigDecimal("0.95");

    @Test
    void exactlyTheTargetIsMet() {
        assertThat(Verdict.meets(999, 1000, TARGET)).isTrue();
        assertThat(Verdict.meets(998, 1000, TARGET)).isFalse();
    }

    @Test
    void oneBadEventInFarTooManyForADoubleDecides() {
        // As doubles both quotients are 0.999.
        long total = 1_000_000_000_000_000_000L;
        long good = 999_000_000_000_000_000L;

        assertThat((good - 1) / (double) total).isEqualTo(good / (double) total);
        assertThat(Verdict.meets(good, total, TARGET)).isTrue();
        assertThat(Verdict.meets(good - 1, total, TARGET)).isFalse();
    }

    @Test
    void aMeanOfSliceRatiosIsComparedWithoutRounding() {
        // (1/3 + 2/3 + 1/2) / 3 = 0.5 exactly.
        RatioSum good = RatioSum.of(new long[] {1, 2, 1}, new long[] {3, 3, 2});
        Attainment attainment = new Attainment(good, BigInteger.valueOf(3), 3, 3);

        assertThat(attainment.meets(new BigDecimal("0.5"))).isTrue();
        assertThat(attainment.meets(new BigDecimal("0.5000000000000000000000000000000000000000000000001")))
                .isFalse();
    }

    @Test
    void theVerdictIsMetOrBreached() {
        assertThat(Verdict.of(attainment(999, 1000, 95, 100), TARGET, COVERAGE)).isEqualTo(Verdict.MET);
        assertThat(Verdict.of(attainment(998, 1000, 95, 100), TARGET, COVERAGE)).isEqualTo(Verdict.BREACHED);
    }

    @Test
    void tooLittleCoverageIsNoDataEvenWhenAllSeenWasGood() {
        assertThat(Verdict.of(attainment(1000, 1000, 94, 100), TARGET, COVERAGE))
                .isEqualTo(Verdict.NO_DATA);
        assertThat(Verdict.of(attainment(0, 0, 0, 0), TARGET, BigDecimal.ZERO)).isEqualTo(Verdict.NO_DATA);
    }

    @Test
    void noTrafficIsNeverMet() {
        assertThat(Verdict.of(attainment(0, 0, 100, 100), TARGET, COVERAGE)).isEqualTo(Verdict.NO_TRAFFIC);
    }

    @Test
    void comparingWithoutTrafficIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Verdict.meets(0, 0, TARGET))
                .withMessage("no verdict without traffic, total is 0");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> attainment(0, 0, 1, 1).meets(TARGET))
                .withMessage("no verdict without traffic");
    }

    private static Attainment attainment(long good, long total, long received, long expected) {
        return new Attainment(RatioSum.whole(BigInteger.valueOf(good)), BigInteger.valueOf(total), received, expected);
    }
}
