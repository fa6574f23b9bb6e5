package io.plimsoll.statistics.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationTest {
    /** Bad in [40, 60), unknown from 80 on. */
    private static final Observation LEFT =
            new Observation(Timeline.of(0, 40).union(Timeline.of(60, 80)), Timeline.of(40, 60));
    /** Bad in [50, 70). */
    private static final Observation RIGHT =
            new Observation(Timeline.of(0, 50).union(Timeline.of(70, 100)), Timeline.of(50, 70));

    @Test
    void aSerialCompositeIsBadWhereAnyMemberIs() {
        Observation serial = Observation.serial(List.of(LEFT, RIGHT));

        assertThat(serial.bad()).isEqualTo(Timeline.of(40, 70));
        assertThat(serial.good()).isEqualTo(Timeline.of(0, 40).union(Timeline.of(70, 80)));
    }

    @Test
    void aParallelCompositeIsBadWhereAllMembersAre() {
        Observation parallel = Observation.parallel(List.of(LEFT, RIGHT));

        assertThat(parallel.bad()).isEqualTo(Timeline.of(50, 60));
        assertThat(parallel.good()).isEqualTo(Timeline.of(0, 50).union(Timeline.of(60, 100)));
    }

    @Test
    void anUnwatchedMemberDoesNotHideABadOneInSeries() {
        Observation unwatched = new Observation(Timeline.empty(), Timeline.empty());

        assertThat(Observation.serial(List.of(unwatched, RIGHT)).bad()).isEqualTo(Timeline.of(50, 70));
        assertThat(Observation.parallel(List.of(unwatched, RIGHT)).bad().isEmpty())
                .isTrue();
    }

    @Test
    void aSecondThatIsGoodAndBadIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Observation(Timeline.of(0, 10), Timeline.of(9, 20)))
                .withMessage("a second cannot be good and bad: Timeline [9, 10)");
    }

    @Test
    void aCompositeOfNothingIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Observation.serial(List.of()))
                .withMessage("a composite needs at least one member");
    }
}
