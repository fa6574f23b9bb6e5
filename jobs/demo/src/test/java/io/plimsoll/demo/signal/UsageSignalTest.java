package io.plimsoll.demo.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Resource;
import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.story.Stories;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageSignalTest {

    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    private static final History HISTORY = new History(END.minusDays(99), END, Zones.LONDON);

    /** Days after the run's date on which the stories say that the last of it is used. */
    @ParameterizedTest
    @CsvSource({"data-platform-lake,storage,40", "booking-api-pool,connections,35"})
    void whatGrowsIsFullAboutWhenTheStorySays(String resource, String metric, int days) {
        World world = world(3);
        UsageSignal usage = world.usage(world.company().resource(resource), metric);
        LocalDate full = HISTORY.asOf();
        while (highest(usage, full) < 1) {
            full = full.plusDays(1);
        }
        assertThat(full)
                .isBetween(HISTORY.asOf().plusDays(days - 2), HISTORY.asOf().plusDays(days + 2));
    }

    @Test
    void whatNobodyPlantedStaysWithinWhatMayBeUsed() {
        World world = world(5);
        for (Resource resource : world.company().resources()) {
            for (String metric : resource.metrics()) {
                assertThat(highest(world.usage(resource, metric), END))
                        .as(resource.name() + " " + metric)
                        .isLessThan(0.9 * resource.usableShare());
            }
        }
    }

    @Test
    void aJumpHasTwoLevels() {
        World world = world(1);
        UsageSignal usage = world.usage(world.company().resource("label-printing-fleet"), "cpu");
        double usable = 11 / 12.0;
        assertThat(usage.shareAt(Instant.parse("2026-05-19T10:00:00Z"))).isCloseTo(0.36 * usable, within(0.015));
        assertThat(usage.shareAt(Instant.parse("2026-05-20T10:00:00Z"))).isCloseTo(0.61 * usable, within(0.015));
    }

    private static double highest(UsageSignal usage, LocalDate day) {
        double highest = 0;
        for (int hour = 0; hour < 24; hour++) {
            highest = Math.max(highest, usage.shareAt(HISTORY.at(day, "00:00").plusSeconds(hour * 3_600L)));
        }
        return highest;
    }

    private static World world(long seed) {
        Company company = Company.of(HISTORY, Company.CAST);
        Noise noise = new Noise(seed);
        return Stories.fitting(company, HISTORY, noise).tell(company, HISTORY, noise);
    }
}
