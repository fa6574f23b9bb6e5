package io.plimsoll.statistics.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TargetLevelTest {

    @Test
    void aLevelIsReachedAtEqualityAndNotAHairBelow() {
        assertThat(reached("999", "1000")).isEqualByComparingTo("0.999");
        assertThat(reached("998.999999999", "1000")).isEqualByComparingTo("0.995");
        assertThat(reached("12345678", "12345678")).isEqualByComparingTo("0.99999");
        assertThat(reached("899", "1000")).isEqualByComparingTo(TargetLevel.NONE);
    }

    @Test
    void aTargetBetweenTwoStepsHasTheLevelOfTheLower() {
        assertThat(reached("0.998", "1")).isEqualByComparingTo("0.995");
        assertThat(reached("1", "1")).isEqualByComparingTo("0.99999");
    }

    private static BigDecimal reached(String good, String total) {
        return TargetLevel.reached(new BigDecimal(good), new BigDecimal(total));
    }
}
