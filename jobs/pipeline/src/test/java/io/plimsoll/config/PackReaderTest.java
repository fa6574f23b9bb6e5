package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackReaderTest {
    private static final String SECTION = """
            sections:
              - title: Breaches
                says: What was
                  promised.
                none: None.
                rows: SELECT 1
            """;

    @Test
    void theDeliveredPackHasNoProblem() {
        Loaded<List<PackSection>> delivered = PackSection.load(new TextFiles(Map.of()));

        assertThat(delivered.problems()).isEmpty();
        assertThat(delivered.value()).extracting(PackSection::title).contains("Capacity to order");
    }

    @Test
    void aPackOfTheWorkspaceTakesItsPlace() {
        assertThat(read(SECTION).value()).singleElement().satisfies(section -> {
            assertThat(section.says()).isEqualTo("What was promised.");
            assertThat(section.file()).isEqualTo("pack.yaml");
            assertThat(section.line()).isEqualTo(6);
        });
    }

    @Test
    void everythingThatIsWrongIsToldWithItsLine() {
        Loaded<List<PackSection>> read = read(SECTION + """
                  - title: Breaches
                    says: again
                    none: None.
                    rows: SELECT 1
                  - title: No question
                    says: nothing
                    none: None.
                    colour: red
                  - title: Two pictures
                    says: both
                    none: None.
                    rows: SELECT 1
                    series: {unit: h, seen: SELECT 1, ahead: SELECT 1, demand: true}
                  - title: A limit named like the forecast
                    says: both
                    none: None.
                    rows: SELECT 1
                    series: {unit: h, seen: SELECT 1, limit: forecast}
                """);

        assertThat(read.value()).extracting(PackSection::title).containsExactly("Breaches");
        assertThat(read.problems())
                .extracting(problem -> problem.line() + " " + problem.message())
                .containsExactlyInAnyOrder(
                        "7 the title 'Breaches' stands twice, first on line 2; the manifest names sections by their titles",
                        "14 unknown key 'colour'; known keys: title, says, none, rows, bars, series",
                        "11 is required",
                        "19 stands beside demand: what is ahead is one of the two",
                        "24 'forecast' is a name that the picture's legend has already; write another, such as usable");
    }

    private static Loaded<List<PackSection>> read(String pack) {
        return PackSection.load(new TextFiles(Map.of(PackSection.FILE, pack)));
    }
}
