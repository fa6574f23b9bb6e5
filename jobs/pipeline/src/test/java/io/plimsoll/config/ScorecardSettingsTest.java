package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScorecardSettingsTest {

    private static Loaded<Settings> load(String scorecards) {
        return new SettingsReader(
                        new Workspace("/ws"),
                        TextFiles.of(Settings.FILE, "zone: UTC\n", Settings.SCORECARDS, scorecards),
                        name -> Optional.empty())
                .read("zone: UTC\n".getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(String scorecards) {
        return load(scorecards).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void aWorkspaceChangesWhatItNames() {
        Loaded<Settings> loaded = load("vendor: {weights: {cost: 20}}\nretirement: {periods: 10}\n");

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value().scorecards())
                .containsEntry("vendor.weights.cost", new BigDecimal("20"))
                .containsEntry("vendor.weights.attainment", new BigDecimal("30"))
                .containsEntry("retirement.periods", new BigDecimal("10"))
                .containsEntry("retirement.noticeDays", new BigDecimal("90"));
    }

    @Test
    void anUnknownDimensionIsAProblem() {
        assertThat(problems("vendor: {weights: {costs: 20}}\n"))
                .containsExactly("scorecards.yaml:1: vendor.weights.costs: unknown key 'costs'; did you mean 'cost'?"
                        + " known keys: attainment, restoration, recurrence, punctuality, accuracy, disclosure,"
                        + " credits, cost, trend");
    }

    @Test
    void aWeightIsNotNegative() {
        assertThat(problems("vendor:\n  weights: {trend: -1}\n"))
                .containsExactly(
                        "scorecards.yaml:2: vendor.weights.trend: '-1' is not a weight; write a number from 0 to"
                                + " 1000");
    }

    @Test
    void costIsNeverTheScore() {
        assertThat(problems("vendor: {weights: {cost: 100}}\n"))
                .containsExactly(
                        "scorecards.yaml:1: vendor.weights.cost: weighs 100 of 190 in all; cost is one dimension,"
                                + " never the score: give it at most half");
    }

    @Test
    void someDimensionWeighs() {
        assertThat(problems("""
                        vendor:
                          weights: {attainment: 0, restoration: 0, recurrence: 0, punctuality: 0, accuracy: 0,
                            disclosure: 0, credits: 0, cost: 0, trend: 0}
                        """))
                .containsExactly("scorecards.yaml:2: vendor.weights: every weight is 0; give at least one dimension a"
                        + " weight");
    }

    @Test
    void noMorePeriodsAreBreachedThanThereAre() {
        assertThat(problems("retirement: {periods: 3}\n"))
                .containsExactly("scorecards.yaml:1: retirement.breachedPeriods: 9 breached periods of 3 can never be;"
                        + " write at most as many as periods");
    }
}
