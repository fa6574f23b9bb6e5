package io.plimsoll.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EffectiveTest {

    private static Effective days(@Nullable String from, @Nullable String to) {
        return new Effective(
                Optional.ofNullable(from).map(LocalDate::parse),
                Optional.ofNullable(to).map(LocalDate::parse));
    }

    @ParameterizedTest
    @CsvSource({
        ", , , , true",
        ", 2026-05-01, 2026-05-01, , false",
        ", 2026-05-02, 2026-05-01, , true",
        "2026-01-01, 2026-02-01, 2026-02-01, 2026-03-01, false",
        "2026-01-01, 2026-12-31, 2026-02-01, 2026-03-01, true",
        "2026-01-01, , , 2026-01-01, false"
    })
    void overlapWhenSomeDayIsInBoth(String from, String to, String otherFrom, String otherTo, boolean overlap) {
        assertThat(days(from, to).overlaps(days(otherFrom, otherTo))).isEqualTo(overlap);
        assertThat(days(otherFrom, otherTo).overlaps(days(from, to))).isEqualTo(overlap);
    }

    @Test
    void beginWithTheirFirstDayAndEndBeforeTheirLast() {
        Effective april = days("2026-04-01", "2026-05-01");

        assertThat(april.contains(LocalDate.of(2026, 4, 1))).isTrue();
        assertThat(april.contains(LocalDate.of(2026, 4, 30))).isTrue();
        assertThat(april.contains(LocalDate.of(2026, 5, 1))).isFalse();
        assertThat(april.contains(LocalDate.of(2026, 3, 31))).isFalse();
    }
}
