package io.plimsoll.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.Loaded;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardDefinitionTest {

    @Test
    void itSaysWhichObjectivesItIsForAndWhatItAsks() {
        Loaded<Catalog> loaded = Judged.catalog("""
                apiVersion: plimsoll/v1
                kind: StandardDefinition
                metadata: {name: cloud-availability}
                spec:
                  appliesTo: {measure: counts, criticality: [critical, high], environment: [cloud]}
                  requires: {budgetingMethod: Occurrences, timeWindow: 28d, windowKind: rolling, resolutionSeconds: 300, target: 0.999}
                """);

        StandardDefinition standard =
                loaded.value().entries(StandardDefinition.class).get(0);
        assertThat(loaded.problems()).isEmpty();
        assertThat(standard.criticality()).isEqualTo(List.of(Criticality.CRITICAL, Criticality.HIGH));
        assertThat(standard.outcome()).isEmpty();
        assertThat(standard.window()).contains(new DurationShorthand(28, DurationUnit.DAY));
        assertThat(standard.windowIsRolling()).contains(true);
        assertThat(standard.lowestTarget()).contains(new BigDecimal("0.999"));
    }

    @Test
    void whatItCannotMeanIsSaidTogether() {
        Loaded<Catalog> loaded = Judged.catalog("""
                apiVersion: plimsoll/v1
                kind: StandardDefinition
                metadata: {name: s}
                spec:
                  appliesTo: {criticalty: [high]}
                  requires: {timeSliceWindow: 1M, windowKind: rolling}
                ---
                {apiVersion: plimsoll/v1, kind: StandardDefinition, metadata: {name: empty}, spec: {requires: {}}}
                """);

        assertThat(loaded.value().entries(StandardDefinition.class)).isEmpty();
        assertThat(Judged.lines(loaded))
                .containsExactly(
                        "catalog/a.yaml:5: spec.appliesTo.criticalty: unknown key 'criticalty'; did you mean 'criticality'? known keys: measure, outcome, criticality, environment",
                        "catalog/a.yaml:6: spec.requires.timeSliceWindow: '1M' has no fixed length; write minutes, such as 5m",
                        "catalog/a.yaml:8: spec.requires: asks for nothing; write at least one of its keys");
    }
}
