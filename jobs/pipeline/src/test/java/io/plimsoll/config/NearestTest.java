package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestTest {

    private static final List<String> KEYS = List.of("service", "serviceHours", "objectives");

    @Test
    void findsTheWordWithTheFewestSlips() {
        assertThat(Nearest.of("serviceHour", KEYS)).contains("serviceHours");
    }

    @Test
    void doesNotMindCase() {
        assertThat(Nearest.of("SERVICE", KEYS)).contains("service");
    }

    @Test
    void findsNothingFarOff() {
        assertThat(Nearest.of("penalty", KEYS)).isEmpty();
    }

    @Test
    void countsInsertionsDeletionsAndReplacements() {
        // The textbook example: two replacements and an insertion.
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    }
}
