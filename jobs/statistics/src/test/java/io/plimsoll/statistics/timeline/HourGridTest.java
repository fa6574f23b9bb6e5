package io.plimsoll.statistics.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HourGridTest {

    @ParameterizedTest
    @CsvSource({
        "UTC, UTC, 3600",
        "Europe/London, America/New_York, 3600",
        "Asia/Kolkata, Asia/Kolkata, 3600",
        "UTC, Asia/Kolkata, 900",
        "Asia/Kolkata, Asia/Kathmandu, 900",
        // Summer time of half an hour.
        "Australia/Lord_Howe, Australia/Lord_Howe, 900"
    })
    void hoursAreWholeWhereTheZonesAgreeOnThem(String left, String right, long seconds) {
        assertThat(HourGrid.seconds(ZoneId.of(left), ZoneId.of(right))).isEqualTo(seconds);
    }
}
