package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class YamlFileTest {

    private static Loaded<List<YamlDocument>> read(String file, String text) {
        return YamlFile.read(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static YamlMap only(String text) {
        return read("a.yaml", text).value().get(0).root().asMap().orElseThrow();
    }

    @Test
    void everyValueKnowsItsLineAndColumn() {
        YamlNode target = only("spec:\n  target: 0.999\n")
                .map("spec")
                .flatMap(spec -> spec.get("target"))
                .orElseThrow();

        assertThat(target.line()).isEqualTo(2);
        assertThat(target.column()).isEqualTo(11);
        assertThat(target.field()).isEqualTo("spec.target");
    }

    @Test
    void aFileHoldsSeveralDocuments() {
        assertThat(read("a.yaml", "a: 1\n---\nb: 2\n").value())
                .extracting(YamlDocument::line)
                .containsExactly(1, 3);
    }

    @Test
    void elementsOfAListAreDocuments() {
        assertThat(read("a.yaml", "- a: 1\n- b: 2\n").value())
                .extracting(YamlDocument::line)
                .containsExactly(1, 2);
    }

    @Test
    void emptyDocumentsAreNone() {
        assertThat(read("a.yaml", "---\n# nothing\n---\n").value()).isEmpty();
    }

    @Test
    void whatComesBeforeBrokenYamlIsKept() {
        Loaded<List<YamlDocument>> read = read("a.yaml", "a: 1\n---\nb: [1, 2\nc: 3\n");

        assertThat(read.value()).hasSize(1);
        assertThat(read.problems())
                .singleElement()
                .hasToString("a.yaml:4: is not YAML: while parsing a flow sequence, expected ',' or ']', but got :");
    }

    @Test
    void aKeyStandsOnce() {
        List<YamlDocument> documents =
                read("a.yaml", "a:\n  b: 1\n  c: 2\n  b: 3\n").value();

        assertThat(documents.get(0).problems().view())
                .singleElement()
                .hasToString("a.yaml:4: a.b: key 'b' stands twice, first on line 2; keep one");
    }

    @Test
    void bytesThatAreNotUtf8AreOneProblem() {
        byte[] latin = "name: Zürich".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(YamlFile.read("a.yaml", latin).problems())
                .singleElement()
                .hasToString("a.yaml:1: is not UTF-8 text; save it as UTF-8");
    }

    @Test
    void aControlCharacterIsOneProblemOnItsLine() {
        assertThat(read("a.yaml", "a: 1\nb: \u0001\n").problems())
                .singleElement()
                .extracting(Problem::line)
                .isEqualTo(2);
    }

    @Test
    void aByteOrderMarkDoesNotMatter() {
        assertThat(only("\uFEFFa: 1\n").text("a")).contains("1");
    }

    @Test
    void jsonIsYaml() {
        YamlMap map = read("a.json", "{\n\t\"a\": \"x\\/y\\\\/ \\u20ac \\ud83d\\udea2\",\n\t\"b\": [1, 2]\n}\n")
                .value()
                .get(0)
                .root()
                .asMap()
                .orElseThrow();

        assertThat(map.text("a")).contains("x/y\\/ € 🚢");
        assertThat(map.values("b", Forms.INTEGER)).containsExactly(1L, 2L);
    }

    @Test
    void anAliasStandsForWhatItNames() {
        assertThat(only("a: &zone Europe/London\nb: *zone\n").text("b")).contains("Europe/London");
    }

    @Test
    void aMergedKeyGivesWayToTheMappingsOwn() {
        YamlMap map = only("base: &base {a: 1, b: 2}\nown:\n  <<: *base\n  b: 3\n")
                .map("own")
                .orElseThrow();

        assertThat(map.text("a")).contains("1");
        assertThat(map.text("b")).contains("3");
    }

    @Test
    void anAliasInItselfIsOneProblem() {
        assertThat(read("a.yaml", "a: &self [*self]\n").problems())
                .singleElement()
                .hasToString("a.yaml:1: an alias refers to what it stands in; write it out");
    }

    @Test
    void aFieldThatIsMissingHasTheLineOfWhatHoldsIt() {
        YamlDocument document = read("a.yaml", "spec:\n  objectives:\n    - target: 1\n")
                .value()
                .get(0);

        assertThat(document.line("spec.objectives[0].target")).isEqualTo(3);
        assertThat(document.line("spec.objectives[0].op")).isEqualTo(3);
        assertThat(document.line("spec.service")).isEqualTo(1);
        assertThat(document.has("spec.objectives[0].target")).isTrue();
        assertThat(document.has("spec.objectives[1].target")).isFalse();
    }

    @Test
    void canonicalTextDoesNotDependOnPlaceAndOrder() {
        Optional<YamlNode> block = only("a:\n  x: 1\n  y: [b, c]\n").get("a");
        Optional<YamlNode> flow = only("a: {y: [b, c], x: '1'}\n").get("a");

        assertThat(block.map(YamlNode::canonical))
                .isEqualTo(flow.map(YamlNode::canonical))
                .contains("{x=1,y=[b,c]}");
    }
}
