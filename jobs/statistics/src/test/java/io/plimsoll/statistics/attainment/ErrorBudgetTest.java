package io.plimsoll.statistics.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErrorBudgetTest {
    private static final BigDecimal TARGET = new BigDecimal("0.999");

    @Test
    void theBudgetIsWhatTheTargetLeaves() {
        ErrorBudget budget = ErrorBudget.of(TARGET, 10_000, 4);

        assertThat(budget.budget()).isEqualByComparingTo("10");
        assertThat(budget.consumed()).contains(Ratio.of(4, 10));
        assertThat(budget.remaining()).contains(Ratio.of(6, 10));
        assertThat(budget.remainingAmount()).isEqualByComparingTo("6");
    }

    @Test
    void exactlyTheBudgetIsNoViolation() {
        assertThat(ErrorBudget.of(TARGET, 10_000, 10).isViolated()).isFalse();
        assertThat(ErrorBudget.of(TARGET, 10_000, 11).isViolated()).isTrue();
    }

    @Test
    void anOverspentBudgetIsNegative() {
        assertThat(ErrorBudget.of(TARGET, 10_000, 25).remaining()).contains(Ratio.of(-3, 2));
    }

    @Test
    void aTargetOfOneHasNoBudgetAndAnyBadViolatesIt() {
        assertThat(ErrorBudget.of(BigDecimal.ONE, 10_000, 1).consumed()).isEmpty();
        assertThat(ErrorBudget.of(BigDecimal.ONE, 10_000, 1).isViolated()).isTrue();
        assertThat(ErrorBudget.of(BigDecimal.ONE, 10_000, 0).isViolated()).isFalse();
    }

    @Test
    void withoutTrafficThereIsNoBudget() {
        assertThat(ErrorBudget.of(TARGET, 0, 0).remaining()).isEmpty();
    }

    @Test
    void figuresThatNoWindowCanHaveAreErrors() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErrorBudget.of(new BigDecimal("99.9"), 100, 1))
                .withMessage("target must lie in [0, 1]: 99.9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ErrorBudget.of(TARGET, 100, 101))
                .withMessage("error budget must have 0 <= bad <= total: bad 101, total 100");
    }

    @Test
    void aBurnRateOfOneSpendsTheBudgetInTheWindow() {
        BurnRate burn = BurnRate.of(TARGET, 10_000, 10).orElseThrow();

        assertThat(burn.value()).isEqualTo(Ratio.ONE);
        assertThat(burn.budgetConsumed(30, 30)).isEqualTo(Ratio.ONE);
    }

    @Test
    void aWindowWithoutTrafficOrBudgetHasNoBurnRate() {
        assertThat(BurnRate.of(TARGET, 0, 0)).isEmpty();
        assertThat(BurnRate.of(BigDecimal.ONE, 10, 1)).isEmpty();
    }

    @Test
    void anAlertNeedsBothWindowsAboveTheThreshold() {
        BurnAlert hourly = BurnAlert.STANDARD.get(0);
        long month = 30 * 86_400L;
        Optional<BurnRate> at = Optional.of(new BurnRate(hourly.threshold(month)));
        Optional<BurnRate> above = Optional.of(new BurnRate(Ratio.of(15, 1)));

        assertThat(hourly.fires(above, above, month)).isTrue();
        assertThat(hourly.fires(above, at, month)).isFalse();
        assertThat(hourly.fires(above, Optional.empty(), month)).isFalse();
    }

    @Test
    void anAlertThatCannotHoldIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BurnAlert(BigDecimal.ZERO, 3600))
                .withMessage("budget share must be above 0: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BurnAlert(TARGET, 100))
                .withMessage("long window must be a positive multiple of 12 seconds: 100");
    }
}
