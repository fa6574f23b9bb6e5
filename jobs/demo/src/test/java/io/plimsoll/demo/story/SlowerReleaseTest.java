package io.plimsoll.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.signal.World;
import io.plimsoll.statistics.baseline.BaselineRule;
import io.plimsoll.statistics.baseline.DynamicBaseline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowerReleaseTest {

    @Test
    void theStepIsToldOnceOnItsDay() {
        LocalDate endsOn = LocalDate.of(2026, 6, 30);
        History history = new History(endsOn.minusDays(99), endsOn, Zones.LONDON);
        Company company = Company.of(history, 12);
        Noise noise = new Noise(1);
        World world = Stories.fitting(company, history, noise).tell(company, history, noise);
        Indicator latency = company.indicators().stream()
                .filter(indicator -> indicator.name().equals(SlowerRelease.INDICATOR))
                .findFirst()
                .orElseThrow();
        LocalDate released = SlowerRelease.day(history);
        DynamicBaseline baseline = new DynamicBaseline(BaselineRule.DEFAULT);
        List<Instant> told = new ArrayList<>();
        world.forEachReceived(latency, latency.record(), history.span(), start -> {
            double millis = world.values(latency, latency.record()).tenthsAt(start) / 10.0;
            boolean alert = baseline.next(start, millis).alert();
            Instant at = Instant.ofEpochSecond(start);
            if (alert && at.atZone(ZoneOffset.UTC).toLocalDate().equals(released)) {
                told.add(at);
            }
        });

        assertThat(told)
                .singleElement()
                .satisfies(at -> assertThat(at).isAfterOrEqualTo(history.at(released, "09:00")));
    }
}
