package io.plimsoll.statistics.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.statistics.promise.BreachRisk.Standing;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class BreachRiskTest {

    private static final double[] TEN_DAYS = filled(10, 1);
    private static final double[] DEMAND = days(120, day -> 1_000);

    /** 10 bad of 1,000 a day for ten days more: 300 of 30,000, against a budget of 150 (99.5 %) or 600 (98 %). */
    @Test
    void aSteadyRateIsMultipliedOut() {
        double[] bad = days(120, day -> 9 + day % 3);
        Standing tight = new Standing(200, 20_000, 0.995);

        BreachRisk risk = BreachRisk.of(bad, DEMAND, tight, TEN_DAYS).orElseThrow();

        assertThat(risk.pBreach()).isEqualTo(1);
        assertThat(risk.expectedAttained()).isCloseTo(0.99, within(0.0005));
        assertThat(risk.daysToBreach()).contains(0);
        assertThat(BreachRisk.of(bad, DEMAND, new Standing(200, 20_000, 0.98), TEN_DAYS))
                .get()
                .satisfies(easy -> {
                    assertThat(easy.pBreach()).isZero();
                    assertThat(easy.daysToBreach()).isEmpty();
                });
    }

    /** 210 left of a budget of 300, 50 a day: gone on the fifth day. */
    @Test
    void theDayOnWhichTheBudgetEndsIsForeseen() {
        double[] bad = days(120, day -> 48 + day % 5);

        assertThat(BreachRisk.of(bad, DEMAND, new Standing(90, 20_000, 0.99), TEN_DAYS)
                        .orElseThrow()
                        .daysToBreach())
                .contains(5);
    }

    /**
     * An outage of a whole day once in 60 days on average, which alone breaks the promise: within ten days it comes with a probability of about
     * 1 - (59/60)^10 = 0.155.
     */
    @Test
    void rareOutagesGiveTheirOwnProbability() {
        double[] bad = days(600, day -> day % 60 == 31 ? 1_000 : 0);

        BreachRisk risk = BreachRisk.of(bad, days(600, day -> 1_000), new Standing(0, 20_000, 0.99), TEN_DAYS)
                .orElseThrow();

        assertThat(risk.pBreach()).isCloseTo(0.155, within(0.06));
    }

    /** In 60 histories of random daily outages the promise is missed as often as was said, within what chance allows. */
    @Test
    void whatWasSaidComesTrueAsOften() {
        double said = 0;
        int missed = 0;
        for (int history = 0; history < 60; history++) {
            SplittableRandom random = new SplittableRandom(history);
            double[] bad = days(200, day -> random.nextDouble() < 0.12 ? 60 * random.nextDouble() : 0);
            double[] known = Arrays.copyOf(bad, 190);
            said += BreachRisk.of(known, days(190, day -> 1_000), new Standing(60, 20_000, 0.9966), TEN_DAYS)
                    .orElseThrow()
                    .pBreach();
            missed += 60 + Arrays.stream(bad, 190, 200).sum() > 0.0034 * 30_000 ? 1 : 0;
        }
        assertThat(said).isCloseTo(missed, within(10.0));
    }

    @Test
    void aDayThatHasBegunCountsByWhatIsLeftOfIt() {
        double[] bad = days(120, day -> 100);
        Standing standing = new Standing(0, 1_000, 0.95);

        assertThat(BreachRisk.of(bad, DEMAND, standing, new double[] {0.5})
                        .orElseThrow()
                        .expectedAttained())
                .isCloseTo(1 - 50 / 1_500.0, within(1e-9));
    }

    @Test
    void theWarningIsDatedBackToWhereItBegan() {
        // Quiet until the fault of ten days ago, which goes on.
        double[] bad = days(120, day -> day < 110 ? day % 2 : 60);
        Standing standing = new Standing(610, 20_000, 0.99);

        int ago = BreachRisk.foreseenDaysAgo(bad, DEMAND, standing, TEN_DAYS, 0.5, 20)
                .orElseThrow();

        assertThat(ago).isBetween(4, 9);
        assertThat(BreachRisk.foreseenDaysAgo(bad, DEMAND, new Standing(610, 20_000, 0.5), TEN_DAYS, 0.5, 20))
                .isEmpty();
    }

    @Test
    void tooLittleSaysNothing() {
        assertThat(BreachRisk.of(filled(13, 1), filled(13, 10), new Standing(0, 10, 0.9), TEN_DAYS))
                .isEmpty();
        assertThat(BreachRisk.of(filled(90, Double.NaN), filled(90, Double.NaN), new Standing(0, 0, 0.9), TEN_DAYS))
                .isEmpty();
        assertThat(BreachRisk.of(filled(90, 1), filled(90, 10), new Standing(0, 10, 0.9), new double[0]))
                .as("nothing is left")
                .isEmpty();
    }

    @Test
    void anImpossibleStandingIsNamed() {
        assertThatThrownBy(() -> new Standing(5, 4, 0.9))
                .hasMessage("bad 5.0 of 4.0, target 0.9: expected 0 <= bad <= total and a ratio");
    }

    private static double[] filled(int days, double value) {
        return days(days, day -> value);
    }

    private static double[] days(int days, IntToDoubleFunction at) {
        double[] values = new double[days];
        Arrays.setAll(values, at);
        return values;
    }
}
