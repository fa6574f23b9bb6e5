package io.plimsoll.catalog;

import static io.plimsoll.catalog.Example.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.catalog.Objective.Composite;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CompositeTest {

    private static final String COMPOSITE = Example.SERVICE
            + Example.SLI
            + change(Example.SLI, "checkout-requests", "checkout-labels")
            + change(
                    change(Example.SLO, "  indicatorRef: checkout-requests\n", ""),
                    "[{target: 0.999}]",
                    "[{displayName: requests, target: 0.999, indicatorRef: checkout-requests, compositeWeight: 3},"
                            + " {displayName: labels, target: 0.99, indicatorRef: checkout-labels}]");

    @Test
    void objectivesOnIndicatorsOfTheirOwnAreWeighedUnlessTheSloSaysOtherwise() {
        assertThat(Judged.catalog(COMPOSITE).problems()).isEmpty();
        assertThat(Judged.catalog(COMPOSITE).value().objectives())
                .extracting(Objective::composite)
                .containsOnly(Optional.of(new Composite(Combination.WEIGHTED, Optional.empty())));
    }

    @Test
    void annotationsOfTheSloNameTheCombinationAndItsTarget() {
        String serial = annotated(COMPOSITE, "plimsoll/composite: serial, plimsoll/compositeTarget: \"0.998\"");

        assertThat(Judged.catalog(serial).problems()).isEmpty();
        assertThat(Judged.catalog(serial).value().objectives())
                .extracting(Objective::composite)
                .containsOnly(Optional.of(new Composite(Combination.SERIAL, Optional.of(new BigDecimal("0.998")))));
    }

    @Test
    void anSloOnOneIndicatorIsNoComposite() {
        String alone = annotated(Example.ALL, "plimsoll/composite: serial");

        assertThat(Judged.lines(Judged.catalog(alone)))
                .first()
                .asString()
                .contains(
                        "'plimsoll/composite' belongs to a composite SLO, whose objectives each name their own indicator");
        assertThat(Judged.catalog(Example.ALL).value().objectives())
                .extracting(Objective::composite)
                .containsOnly(Optional.empty());
    }

    private static String annotated(String text, String annotations) {
        return change(
                text,
                "metadata: {name: checkout-slo}",
                "metadata: {name: checkout-slo, annotations: {" + annotations + "}}");
    }
}
