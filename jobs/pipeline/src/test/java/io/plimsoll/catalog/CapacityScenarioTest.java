package io.plimsoll.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.Loaded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapacityScenarioTest {

    @Test
    void aScenarioSaysWhatChangesWhereAndWhen() {
        CapacityScenario scenario =
                judged("""
                  resources: [san]
                  metrics: [storage]
                  growth: 1.2
                  unitsLost: 1
                  launch: 500
                  startsOn: 2026-09-01
                """).value().entries(CapacityScenario.class).get(0);

        assertThat(scenario.resources()).isEqualTo(List.of("san"));
        assertThat(scenario.growth()).isEqualTo(new BigDecimal("1.2"));
        assertThat(scenario.unitsLost()).isEqualTo(1);
        assertThat(scenario.launch()).isEqualTo(new BigDecimal("500"));
        assertThat(scenario.retire()).isEqualTo(BigDecimal.ZERO);
        assertThat(scenario.startsOn()).contains(LocalDate.of(2026, 9, 1));
    }

    @Test
    void aMisspeltKeyIsAProblemWithASuggestion() {
        assertThat(lines("  growth: 2\n  unitLost: 1\n"))
                .singleElement()
                .asString()
                .contains("spec.unitLost: unknown key 'unitLost'", "unitsLost");
    }

    @Test
    void aScenarioThatChangesNothingIsAProblem() {
        assertThat(lines("  resources: [san]\n"))
                .singleElement()
                .asString()
                .contains(
                        "spec.growth: is required, or unitsLost, launch or retire; a scenario without any changes nothing");
    }

    @Test
    void anAmountNamesItsMetric() {
        assertThat(lines("  retire: 20\n"))
                .singleElement()
                .asString()
                .contains("spec.retire: is an amount in the unit of one metric; name it, such as metrics: [storage]");
    }

    @Test
    void aResourceThatNobodyDeclaredIsAProblem() {
        assertThat(lines("  growth: 2\n  resources: [disk]\n"))
                .singleElement()
                .asString()
                .contains("spec.resources[0]: Resource 'disk'");
    }

    @Test
    void spareUnitsAreAmongTheUnits() {
        assertThat(Judged.lines(Judged.catalog("""
                        apiVersion: plimsoll/v1
                        kind: Resource
                        metadata: {name: pair}
                        spec: {redundancy: N+2, units: 2}
                        """)))
                .singleElement()
                .asString()
                .contains(
                        "spec.units: redundancy N+2 leaves nothing of 2 units; count the spare ones too, so more than 2");
    }

    private static List<String> lines(String spec) {
        return Judged.lines(judged(spec));
    }

    private static Loaded<Catalog> judged(String spec) {
        return Judged.catalog("""
                apiVersion: plimsoll/v1
                kind: Resource
                metadata: {name: san}
                spec: {metrics: [storage]}
                ---
                apiVersion: plimsoll/v1
                kind: CapacityScenario
                metadata: {name: peak}
                spec:
                """ + spec);
    }
}
