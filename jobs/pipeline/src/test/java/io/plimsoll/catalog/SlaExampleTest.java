package io.plimsoll.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.Loaded;
import io.plimsoll.config.Workspace;
import org.junit.jupiter.api.Test;

/** The catalogue of the example workspace, reference/sla-example. */
final class SlaExampleTest {

    private static Loaded<Catalog> load() {
        return Catalog.load(
                new Workspace(Reference.path("sla-example/workspace").toString()));
    }

    @Test
    void loadsWithoutProblems() {
        assertThat(load().problems()).isEmpty();
    }

    @Test
    void everyAgreementHasItsObjective() {
        Catalog catalog = load().value();

        assertThat(catalog.agreements())
                .hasSize(6)
                .allSatisfy(agreement -> assertThat(agreement.objectives())
                        .singleElement()
                        .satisfies(promised ->
                                assertThat(promised.objectiveId()).isEqualTo(agreement.service() + "-sli-slo")));
    }
}
