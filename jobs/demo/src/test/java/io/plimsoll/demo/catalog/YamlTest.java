package io.plimsoll.demo.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.demo.company.Ordered;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain words",
                "no",
                "N",
                "2026-05-01",
                "300",
                "08:00-18:30",
                "a: b",
                "# c",
                "",
                "say \"so\"",
                "x\ny",
                "metric['sli']",
                "-",
                "null",
                "1e3"
            })
    void anyTextComesBackAsItself(String text) {
        assertThat(new org.yaml.snakeyaml.Yaml().<Object>load(Yaml.document(Map.of("key", text))))
                .isEqualTo(Map.of("key", text));
    }

    @Test
    void listsOfMapsNest() {
        Map<String, Object> document = Ordered.map(
                        "tiers", List.of(Map.of("below", new BigDecimal("0.999")), Map.of("below", 1)))
                .and("empty", List.of())
                .and("deep", Map.of("deeper", List.of("a", "b")))
                .build();
        assertThat(Yaml.document(document)).isEqualTo("""
                        tiers:
                          - below: 0.999
                          - below: 1
                        empty: []
                        deep:
                          deeper:
                            - a
                            - b
                        """);
    }
}
