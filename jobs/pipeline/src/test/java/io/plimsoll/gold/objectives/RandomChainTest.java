package io.plimsoll.gold.objectives;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.gold.ThreeServices;
import io.plimsoll.testing.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** A month of three services that go down and up at random, with planned work here and there, against a count minute by minute. */
class RandomChainTest {

    private static final int MINUTES = 31 * 24 * 60;
    private static final List<String> SERVICES = List.of("shop", "platform", "cloud");
    private static final Map<String, String> PARTIES = Map.of("shop", "web", "platform", "base", "cloud", "nimbus");

    private final Random random = new Random(20);
    private final Map<String, boolean[]> down = new HashMap<>();
    private final boolean[] removed = new boolean[MINUTES];

    @Test
    void partiesAreThoseOfACountMinuteByMinute() {
        ThreeServices month = draw();

        List<Row> rows =
                Rows.held(month.shuffled(4).table(BreachAttribution.NAME)).collectAsList();

        Map<String, Long> found = new TreeMap<>();
        rows.forEach(row -> found.put(row.getAs("party_id"), row.getAs("bad_seconds")));
        assertThat(found).isEqualTo(counted());
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.<Long>getAs("parties_bad_seconds")).isEqualTo(row.<Long>getAs("period_bad_seconds"));
            assertThat(row.<Long>getAs("period_bad_seconds"))
                    .isEqualTo(counted().values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
        });
    }

    private Map<String, Long> counted() {
        Map<String, Long> seconds = new TreeMap<>();
        for (int minute = 0; minute < MINUTES; minute++) {
            if (isDown("shop", minute) && !removed[minute]) {
                String answering = isDown("cloud", minute) ? "cloud" : isDown("platform", minute) ? "platform" : "shop";
                seconds.merge(PARTIES.get(answering), 60L, Long::sum);
            }
        }
        return seconds;
    }

    private boolean isDown(String service, int minute) {
        boolean[] minutes = down.get(service);
        return minutes != null && minutes[minute];
    }

    private ThreeServices draw() {
        ThreeServices month = new ThreeServices()
                .withAgreement("shop-sla", "exclusions", Map.of("planned", RowFactory.create("remove", null, null)));
        for (String service : SERVICES) {
            boolean[] minutes = new boolean[MINUTES];
            for (int[] outage : stretches(80)) {
                month.down(service, outage[0] / 60.0, outage[1] / 60.0);
                Arrays.fill(minutes, outage[0], outage[1], true);
            }
            down.put(service, minutes);
        }
        for (int[] work : stretches(10)) {
            month.maintenance("w" + work[0], "shop", work[0] / 60.0, work[1] / 60.0, 1.0);
            Arrays.fill(removed, work[0], work[1], true);
        }
        return month;
    }

    /** Disjoint stretches of minutes that leave the first one alone, in order. */
    private List<int[]> stretches(int count) {
        TreeSet<Integer> edges = new TreeSet<>();
        while (edges.size() < 2 * count) {
            edges.add(1 + random.nextInt(MINUTES - 1));
        }
        List<Integer> sorted = new ArrayList<>(edges);
        List<int[]> stretches = new ArrayList<>();
        for (int index = 0; index < sorted.size(); index += 2) {
            stretches.add(new int[] {sorted.get(index), sorted.get(index + 1)});
        }
        return stretches;
    }
}
