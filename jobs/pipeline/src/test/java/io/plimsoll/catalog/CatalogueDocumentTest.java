package io.plimsoll.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plimsoll.config.Loaded;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The example of {@code docs/catalogue.md} is true. */
final class CatalogueDocumentTest {

    private static Loaded<Catalog> example() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("plimsoll.root"), "docs", "catalogue.md"));
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();
        return Judged.catalog(page.substring(start, page.indexOf("```\n", start)));
    }

    @Test
    void itsExampleLoadsWithoutProblems() throws IOException {
        assertThat(example().problems()).isEmpty();
    }

    @Test
    void itsAgreementPromisesWhatItSays() throws IOException {
        Agreement agreement = example().value().agreements().get(0);

        assertThat(agreement.objectives())
                .containsExactly(
                        new PromisedObjective("checkout-availability/contract", Optional.of(new BigDecimal("0.9985"))));
        assertThat(agreement.underpinnedBy()).isEqualTo(List.of("payharbor-gateway"));
        assertThat(agreement.credits().orElseThrow().tiers())
                .extracting(CreditTier::belowRatio)
                .containsExactly(new BigDecimal("0.99"), new BigDecimal("0.9985"));
    }

    @Test
    void itsObjectivesHaveTheIdsThatItNames() throws IOException {
        assertThat(example().value().objectives())
                .extracting(Objective::objectiveId, Objective::target)
                .containsExactly(
                        tuple("checkout-availability/internal", new BigDecimal("0.9995")),
                        tuple("checkout-availability/contract", new BigDecimal("0.999")));
    }
}
