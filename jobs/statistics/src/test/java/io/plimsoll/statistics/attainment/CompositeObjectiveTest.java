package io.plimsoll.statistics.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.statistics.attainment.CompositeObjective.Member;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompositeObjectiveTest {
    @Test
    void aMemberWithoutDataLeavesTheWeightedMean() {
        Member seen = new Member(BigDecimal.ONE, Optional.of(Ratio.of(9, 10)));
        Member unseen = new Member(BigDecimal.TEN, Optional.empty());

        assertThat(CompositeObjective.weighted(List.of(seen, unseen))).contains(Ratio.of(9, 10));
        assertThat(CompositeObjective.weighted(List.of(unseen))).isEmpty();
    }

    @Test
    void aMemberWithoutWeightIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Member(BigDecimal.ZERO, Optional.empty()))
                .withMessage("weight must be above 0: 0");
    }

    @Test
    void aCompositeOfNothingIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompositeObjective.independentParallel(List.of()))
                .withMessage("a composite needs at least one member");
    }
}
