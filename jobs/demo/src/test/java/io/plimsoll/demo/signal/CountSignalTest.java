package io.plimsoll.demo.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.demo.company.Load;
import io.plimsoll.demo.company.Rhythm;
import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.history.Span;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CountSignalTest {

    private static final Load BUSY = Load.events(500, 0.01, Rhythm.STEADY);
    private static final long SLOT = 300;
    private static final Span FIRST_HOUR = new Span(Instant.EPOCH, Instant.ofEpochSecond(3_600));

    @Test
    void aTotalOutageLeavesNoGoodEvent() {
        CountSignal signal = signal(BUSY, List.of(new Fault("i", FIRST_HOUR, 1)), List.of());
        assertThat(signal.at(300).good()).isZero();
        assertThat(signal.at(300).total()).isPositive();
    }

    @Test
    void aFaultEndsBeforeItsEnd() {
        CountSignal signal = signal(BUSY, List.of(new Fault("i", FIRST_HOUR, 1)), List.of());
        assertThat(signal.at(3_600).good()).isPositive();
    }

    @Test
    void aFaultOfAThirdOfASlotStrikesAThirdOfItsEvents() {
        Load steady = new Load(300, 0, Rhythm.STEADY, 1, true);
        Span hundredSeconds = new Span(Instant.ofEpochSecond(250), Instant.ofEpochSecond(400));
        CountSignal signal = signal(steady, List.of(new Fault("i", hundredSeconds, 1)), List.of());
        assertThat(signal.at(0).good()).isEqualTo(250);
        assertThat(signal.at(300).good()).isEqualTo(200);
        assertThat(signal.at(600).good()).isEqualTo(300);
    }

    @Test
    void aQuietSlotIsEmpty() {
        assertThat(signal(BUSY, List.of(), List.of(FIRST_HOUR)).at(300)).isEqualTo(new Slot(300, 0, 0));
    }

    @Test
    void aShareOfThousandsIsExact() {
        Load thousands = Load.thousands(8000, 0.0002, Rhythm.STEADY);
        CountSignal signal = signal(thousands, List.of(new Fault("i", FIRST_HOUR, 0.001)), List.of());
        Slot slot = signal.at(300);
        assertThat((slot.total() - slot.good()) * 1000).isEqualTo(slot.total());
    }

    @Test
    void goodNeverExceedsTotal() {
        CountSignal signal = signal(Load.events(1, 0.9, Rhythm.OFFICE), List.of(), List.of());
        assertThat(LongStream.range(0, 2_000).mapToObj(i -> signal.at(i * 60)))
                .allSatisfy(slot -> assertThat(slot.good()).isBetween(0L, slot.total()));
    }

    private static CountSignal signal(Load load, List<Fault> faults, List<Span> quiets) {
        return new CountSignal(load, SLOT, Zones.LONDON, new Noise(1), faults, quiets);
    }
}
