package io.plimsoll.gold.monitoring;

import static io.plimsoll.gold.monitoring.WatchedIndicator.FIRST;
import static io.plimsoll.gold.monitoring.WatchedIndicator.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Forty days of hours: work on day 30 from 10:00 to 12:00 makes them slow, a fault on day 33 at 12:00 too. */
class SliAnomalyTest {

    private static final int WORK = 30 * 24 + 10;
    private static final int FAULT = 33 * 24 + 12;
    private static final LocalDate AS_OF = FIRST.plusDays(40);

    private static List<Row> rows;

    @BeforeAll
    static void judge() {
        rows = disturbed().anomalies(AS_OF, Optional.empty());
    }

    private static WatchedIndicator disturbed() {
        return undisturbed().with(WORK, 900).with(WORK + 1, 900).maintenance("w1", "shop/database", WORK, WORK + 1.5);
    }

    private static WatchedIndicator undisturbed() {
        return new WatchedIndicator(40).with(FAULT, 500);
    }

    @Test
    void aFaultIsToldAndAnnouncedWorkIsNeitherJudgedNorLearnt() {
        List<Row> without = undisturbed().anomalies(AS_OF, Optional.empty());

        Row fault = rows.get(FAULT);
        assertThat(fault.<Double>getAs("expected")).isCloseTo(220, within(2.0));
        assertThat(fault.<Double>getAs("hi")).isLessThan(240);
        assertThat(fault.<Boolean>getAs("is_anomaly")).isTrue();
        assertThat(times("is_alert")).containsExactly(at(FAULT));
        assertThat(times("is_static_alert")).containsExactly(at(FAULT));
        // The work ends within the second hour, which it disturbed all the same.
        assertThat(rows.subList(WORK, WORK + 3))
                .extracting(row -> row.<String>getAs("excluded_by"), row -> row.<Boolean>getAs("is_anomaly"))
                .containsExactly(tuple("w1", null), tuple("w1", null), tuple(null, false));
        assertThat(rows.get(WORK + 24).<Double>getAs("hi"))
                .isEqualTo(without.get(WORK + 24).<Double>getAs("hi"));
        assertThat(rows.get(499).<Boolean>getAs("is_anomaly"))
                .as("of 500 values nothing is judged")
                .isNull();
    }

    @Test
    void aNightGivesTheDaysOfAFullRunInAnyOrderOfTheRecords() {
        TreeSet<LocalDate> night =
                new TreeSet<>(List.of(FIRST.plusDays(33), FIRST.plusDays(39), AS_OF, AS_OF.plusDays(9)));

        List<Row> full = rows.stream()
                .filter(row -> night.contains(row.<LocalDate>getAs("day")))
                .toList();

        assertThat(full).hasSize(48);
        assertThat(disturbed().shuffled().anomalies(AS_OF, Optional.of(night))).isEqualTo(full);
    }

    @Test
    void whatComesLaterChangesNothing() {
        LocalDate before = FIRST.plusDays(34);

        List<Row> then = disturbed().anomalies(before, Optional.empty());

        assertThat(disturbed()
                        .with(35 * 24, 1e6)
                        .anomalies(AS_OF, Optional.empty())
                        .subList(0, then.size()))
                .isEqualTo(then);
    }

    private static List<Instant> times(String column) {
        return rows.stream()
                .filter(row -> row.<Boolean>getAs(column))
                .map(row -> row.<Instant>getAs("slot_at"))
                .toList();
    }
}
