package io.plimsoll.gold.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.Practice;
import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.Lake;
import io.plimsoll.run.AllTables;
import io.plimsoll.run.Graph;
import io.plimsoll.testing.LocalSpark;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The maturity model as it is delivered, {@code conf/maturity.yaml}. */
class DeliveredPracticesTest {

    @Test
    void eachOfTheFortyEightPracticesHasAnIndicator() {
        List<String> ids = new ArrayList<>();
        for (int area = 1; area <= 8; area++) {
            for (int number = 1; number <= 6; number++) {
                ids.add("M" + area + "." + number);
            }
        }

        assertThat(Practice.delivered()).extracting(Practice::id).containsExactlyElementsOf(ids);
    }

    @Test
    void everyIndicatorCanBeAnsweredByThePublishedTables() {
        Graph graph = AllTables.graph(List.of());
        Lake lake = new Lake(LocalSpark.session(), "nowhere");

        assertThat(PracticeCheck.problems(
                        Practice.delivered(),
                        graph.contracts().stream().map(TableContract::name).toList(),
                        table -> lake.empty(graph.contract(table))))
                .isEmpty();
    }
}
