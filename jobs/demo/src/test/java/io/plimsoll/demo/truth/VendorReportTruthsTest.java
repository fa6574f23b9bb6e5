package io.plimsoll.demo.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.story.Stories;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VendorReportTruthsTest {

    private static final YearMonth APRIL = YearMonth.of(2026, Month.APRIL);

    private static World world() {
        History history = new History(LocalDate.of(2026, 3, 23), LocalDate.of(2026, 6, 30), Zones.LONDON);
        Company company = Company.of(history, 12);
        Noise noise = new Noise(1);
        return Stories.fitting(company, history, noise).tell(company, history, noise);
    }

    /** Of the quarter's reports those for April and May are in by 1 July. */
    @Test
    void oneVendorIsFoundOutAndTheOtherIsNotAccused() {
        Map<String, Truth> truths = new VendorReportTruths(world())
                .all().stream().collect(Collectors.toMap(Truth::id, Function.identity()));

        assertThat(truths)
                .hasEntrySatisfying(
                        "vendor-accuracy:customslink",
                        truth -> assertThat(truth.expect())
                                .containsEntry("numerator", 1)
                                .containsEntry("denominator", 2))
                .hasEntrySatisfying(
                        "vendor-accuracy:payharbor",
                        truth -> assertThat(truth.expect())
                                .containsEntry("numerator", 2)
                                .containsEntry("denominator", 2));
    }

    @Test
    void theOutageIsOnRecordAndNotDisclosed() {
        World world = world();
        Service gateway = world.company().service("customs-gateway");
        VendorClaims claims = new VendorClaims(world);

        assertThat(claims.incidents(gateway, APRIL)).isPositive();
        assertThat(claims.disclosed(gateway, "customslink", APRIL)).isZero();
        assertThat(claims.availability("customslink", world.company().indicator("customs-gateway-availability"), APRIL))
                .hasValueSatisfying(claimed -> assertThat(claimed).isEqualByComparingTo("0.9995"));
    }
}
