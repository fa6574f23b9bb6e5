package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class YamlMapTest {

    private static final class Read {

        private final YamlDocument document;

        Read(String text) {
            document = YamlFile.read("a.yaml", text.getBytes(StandardCharsets.UTF_8))
                    .value()
                    .get(0);
        }

        YamlMap map() {
            return document.root().asMap().orElseThrow();
        }

        List<String> problems() {
            return document.problems().view().stream().map(Problem::toString).toList();
        }
    }

    @Test
    void aWrongValueIsAProblemWithItsPlace() {
        Read read = new Read("\nspec:\n  objectives:\n    - target: 1.2\n");

        List<YamlNode> objectives =
                read.map().map("spec").map(spec -> spec.list("objectives")).orElseThrow();
        Optional<BigDecimal> target =
                objectives.get(0).asMap().flatMap(objective -> objective.value("target", Forms.RATIO));

        assertThat(target).isEmpty();
        assertThat(read.problems())
                .containsExactly(
                        "a.yaml:4: spec.objectives[0].target: '1.2' is not in [0,1]; write a ratio such as 0.999");
    }

    @Test
    void anUnknownKeyIsSaidWithTheNearestAndAllKnown() {
        Read read = new Read("service: a\nserviceHour: b\n");

        read.map().allow(List.of("service", "serviceHours"));

        assertThat(read.problems())
                .containsExactly("a.yaml:2: serviceHour: unknown key 'serviceHour'; did you mean 'serviceHours'?"
                        + " known keys: service, serviceHours");
    }

    @Test
    void anUnknownKeyFarFromAllIsSaidWithAllKnown() {
        Read read = new Read("penalty: 3\n");

        read.map().allow(List.of("service"));

        assertThat(read.problems()).containsExactly("a.yaml:1: penalty: unknown key 'penalty'; known keys: service");
    }

    @Test
    void aKeyWithoutAValueIsAbsent() {
        Read read = new Read("a:\nb: null\nc: ''\n");

        assertThat(read.map().has("a")).isFalse();
        assertThat(read.map().has("b")).isFalse();
        assertThat(read.map().has("c")).isFalse();
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void aRequiredKeyWithoutAValueIsAProblemOnItsLine() {
        Read read = new Read("a: 1\nb:\n");

        assertThat(read.map().required("b", Forms.TEXT)).isEmpty();
        assertThat(read.problems()).containsExactly("a.yaml:2: b: is required");
    }

    @Test
    void aMappingInPlaceOfAValueIsAProblem() {
        Read read = new Read("a: {b: 1}\n");

        assertThat(read.map().text("a")).isEmpty();
        assertThat(read.problems()).containsExactly("a.yaml:1: a: is a mapping; write one value");
    }

    @Test
    void aValueInPlaceOfAMappingIsAProblem() {
        Read read = new Read("a: 1\n");

        assertThat(read.map().map("a")).isEmpty();
        assertThat(read.problems()).containsExactly("a.yaml:1: a: is a single value; write keys and values");
    }

    @Test
    void aValueInPlaceOfAListIsAProblem() {
        Read read = new Read("a: 1\n");

        assertThat(read.map().requiredList("a")).isEmpty();
        assertThat(read.problems()).containsExactly("a.yaml:1: a: is a single value; write a list");
    }

    @Test
    void anEmptyListIsNotARequiredOne() {
        Read read = new Read("a: []\n");

        assertThat(read.map().requiredList("a")).isEmpty();
        assertThat(read.problems()).containsExactly("a.yaml:1: a: is required; write at least one element");
    }

    @Test
    void whereQuotesMatterANumberInQuotesIsAText() {
        Read read = new Read("a: '0.5'\n");

        assertThat(read.map().value("a", Forms.DECIMAL)).isPresent();
        assertThat(read.map().value("a", Forms.DECIMAL.unquoted())).isEmpty();
        assertThat(read.problems()).containsExactly("a.yaml:1: a: '0.5' is a text; write it without quotes");
    }

    @Test
    void aKeyWithPunctuationIsQuotedInTheField() {
        Read read = new Read("annotations: {plimsoll/measure: counted}\n");

        Optional<String> measure = read.map()
                .map("annotations")
                .flatMap(map -> map.value("plimsoll/measure", Forms.oneOf(List.of("counts"))));

        assertThat(measure).isEmpty();
        assertThat(read.problems())
                .containsExactly(
                        "a.yaml:1: annotations['plimsoll/measure']: 'counted' is not one of counts; did you mean"
                                + " 'counts'?");
    }

    @Test
    void keysKeepTheOrderOfTheFile() {
        assertThat(new Read("c: 1\na: 2\nb: 3\n").map().keys()).containsExactly("c", "a", "b");
    }
}
