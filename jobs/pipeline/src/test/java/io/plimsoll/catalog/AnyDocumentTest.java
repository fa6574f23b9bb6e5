package io.plimsoll.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.Loaded;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in place of a value is a problem at most, never an exception. */
final class AnyDocumentTest {

    private static final String REST = """
            ---
            apiVersion: openslo/v1
            kind: AlertPolicy
            metadata: {name: page}
            spec:
              conditions:
                - kind: AlertCondition
                  metadata: {name: fast}
                  spec:
                    severity: page
                    condition: {kind: burnrate, op: gte, threshold: 14.4, lookbackWindow: 1h}
              notificationTargets:
                - targetRef: on-call
            ---
            apiVersion: plimsoll/v1
            kind: Calendar
            metadata: {name: office}
            spec:
              zone: UTC
              weekly:
                mon:
                  - 08:00-18:00
              holidays:
                - 2026-12-25
            ---
            apiVersion: plimsoll/v1
            kind: Strategy
            metadata: {name: s}
            spec:
              effectiveFrom: 2026-01-01
              businessUnits:
                retail: 1
            """;

    private static Stream<String> lines() {
        return (Example.ALL + REST).lines();
    }

    /** The catalogue with the value of each line in turn replaced. */
    private static List<String> withEachValueReplaced(String replacement) {
        List<String> all = lines().toList();
        List<String> changed = new ArrayList<>();
        for (int index = 0; index < all.size(); index++) {
            String line = all.get(index);
            int colon = line.indexOf(": ");
            if (colon > 0) {
                List<String> copy = new ArrayList<>(all);
                copy.set(index, line.substring(0, colon + 2) + replacement);
                changed.add(String.join("\n", copy) + "\n");
            }
        }
        return changed;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "x y", "-1", "[]", "[[1]]", "{}", "{a: {b: [c]}}", "[{a: 1}, 2]", "\"\\u0007\""})
    void inPlaceOfAValue(String replacement) {
        for (String text : withEachValueReplaced(replacement)) {
            Loaded<Catalog> loaded = Judged.catalog(text);

            assertThat(loaded.problems()).allSatisfy(problem -> {
                assertThat(problem.line()).isPositive();
                assertThat(problem.message()).isNotBlank();
            });
        }
    }

    @Test
    void aLineLess() {
        List<String> all = lines().toList();
        for (int index = 0; index < all.size(); index++) {
            List<String> less = new ArrayList<>(all);
            less.remove(index);

            Loaded<Catalog> loaded = Judged.catalog(String.join("\n", less) + "\n");

            assertThat(loaded.problems())
                    .allSatisfy(problem -> assertThat(problem.line()).isPositive());
        }
    }

    @Test
    void whateverStandsInTheFile() {
        for (String text :
                List.of("", "x", "[1, [2]]", "- - -", "42: 1", "? [a]\n: b\n", "{{a: b}: c}", "---\n---\n", "'")) {
            assertThat(Judged.catalog(text).value().entries()).isEmpty();
        }
    }
}
