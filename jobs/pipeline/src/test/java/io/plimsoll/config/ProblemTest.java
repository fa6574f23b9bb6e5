package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProblemTest {

    @Test
    void isOneLineWithFileLineFieldAndMessage() {
        Problem problem = new Problem(
                "catalog/a.yaml",
                12,
                "spec.objectives[0].target",
                "'1.2' is not in [0,1]; write a ratio such as 0.999");

        assertThat(problem)
                .hasToString(
                        "catalog/a.yaml:12: spec.objectives[0].target: '1.2' is not in [0,1]; write a ratio such as 0.999");
    }

    @Test
    void ofAFileNamesNoField() {
        assertThat(new Problem("plimsoll.yaml", 1, "", "is not UTF-8 text"))
                .hasToString("plimsoll.yaml:1: is not UTF-8 text");
    }
}
