package io.plimsoll.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.testing.LocalSpark;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.columnar.InMemoryRelation;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;

class HeldRowsTest {

    private final LongAccumulator computed = LocalSpark.session().sparkContext().longAccumulator();
    private final Dataset<Row> numbers = numbers(computed);

    private static Dataset<Row> numbers(LongAccumulator computed) {
        MapFunction<Long, Long> counted = number -> {
            computed.add(1);
            return number;
        };
        return LocalSpark.session().range(3).map(counted, Encoders.LONG()).toDF("number");
    }

    @Test
    void rowsAreComputedOnceHoweverOftenTheyAreAsked() {
        try (HeldRows held = HeldRows.of(numbers)) {
            assertThat(held.rows().count()).isEqualTo(3);
            assertThat(held.rows().where("number > 0").count()).isEqualTo(2);
        }
        assertThat(computed.value()).isEqualTo(3);
    }

    @Test
    void aQuestionIsPlannedOnTheHeldRowsAlone() {
        try (HeldRows held = HeldRows.of(numbers)) {
            var rows = (org.apache.spark.sql.classic.Dataset<Row>) held.rows();
            assertThat(rows.queryExecution().analyzed()).isInstanceOf(InMemoryRelation.class);
        }
    }

    @Test
    void whatIsClosedIsNoLongerHeld() {
        HeldRows.of(numbers).close();

        assertThat(numbers.storageLevel()).isEqualTo(StorageLevel.NONE());
    }
}
