package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PracticeReaderTest {

    private static final String DELIVERED = """
            defaults: {minimumEvidence: 3, staleDays: 90, partially: 0.15, largely: 0.50, fully: 0.85}
            practices:
              - {id: M1.1, name: One, level: 2, effort: 1, evidence: SELECT 1}
              - {id: M1.2, name: Two, level: 3, effort: 1, scopes: [enterprise], evidence: SELECT 2}
            """;

    @Test
    void aPracticeIsAskedOfEverythingUnlessItSaysOtherwise() {
        assertThat(read(DELIVERED))
                .extracting(Practice::scopes)
                .containsExactly(List.of("enterprise", "business_unit", "team"), List.of("enterprise"));
    }

    @Test
    void aWorkspaceChangesWhatItSaysAndKeepsTheRest() {
        List<Practice> practices =
                read(DELIVERED, "practices: [{id: M1.2, level: 4, scopes: [team]}, {id: M1.1, staleDays: 30}]");

        assertThat(practices).extracting(Practice::level).containsExactly(2, 4);
        assertThat(practices).extracting(Practice::staleDays).containsExactly(30, 90);
        assertThat(practices.get(1).scopes()).containsExactly("team");
        assertThat(practices).extracting(Practice::evidence).containsExactly("SELECT 1", "SELECT 2");
    }

    @Test
    void aScopeThatIsNoneIsNamedWithThoseThatAre() {
        YamlDocument own = document("practices: [{id: M1.1, scopes: [unit]}]");
        read(document(DELIVERED), own);

        assertThat(own.problems().view())
                .singleElement()
                .asString()
                .startsWith("maturity.yaml:1: ")
                .contains("'unit'", "enterprise, business_unit, team");
    }

    private static List<Practice> read(String... files) {
        return read(Stream.of(files).map(PracticeReaderTest::document).toArray(YamlDocument[]::new));
    }

    private static List<Practice> read(YamlDocument... documents) {
        PracticeReader reader = new PracticeReader();
        Stream.of(documents).forEach(reader::add);
        return reader.read();
    }

    private static YamlDocument document(String text) {
        return YamlFile.read("maturity.yaml", text.getBytes(StandardCharsets.UTF_8))
                .value()
                .get(0);
    }
}
