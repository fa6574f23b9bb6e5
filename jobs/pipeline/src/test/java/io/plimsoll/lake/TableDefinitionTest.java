package io.plimsoll.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.ContractViolation;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import io.plimsoll.testing.LocalSpark;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of numbers, 1 and 2 on record, whose contract changes. */
class TableDefinitionTest {

    private static final Field NUMBER = Field.required("number", DataTypes.IntegerType, "the number");
    private static final Field DAY = Field.required("day", DataTypes.DateType, "the day");
    private static final Check POSITIVE = new Check("positive", "number > 0", "numbers are positive");
    private static final TableContract NUMBERS = numbers(NUMBER).withChecks(POSITIVE);

    @TempDir
    private Path root;

    private Lake lake;

    @BeforeEach
    void numbersOnRecord() {
        lake = new Lake(LocalSpark.session(), root.toString());
        lake.replaceAll(NUMBERS, rows(NUMBERS, RowFactory.create(1), RowFactory.create(2)));
    }

    @Test
    void aTableThatIsAsItsContractSaysGetsNoVersion() {
        long before = lake.version(NUMBERS.name());

        assertThat(lake.align(NUMBERS)).isTrue();
        assertThat(lake.version(NUMBERS.name())).isEqualTo(before);
    }

    /** Delta does not hold the parts of an array's elements to NOT NULL, and forgets that it was declared. */
    @Test
    void nestedPartsThatAreNeverNullMakeNoDifference() {
        StructType part = new StructType().add("name", DataTypes.StringType, false);
        TableContract nested = TableContract.of("gold.nested", "One row a number")
                .withFields(NUMBER, Field.required("parts", DataTypes.createArrayType(part, false), "its parts"));

        assertThat(lake.align(nested)).isTrue();
        assertThat(lake.align(nested)).isTrue();

        assertThat(lake.version("gold.nested")).isZero();
    }

    @Test
    void aChangedCommentAndACheckReachATableInACommitOfTheirOwn() {
        long before = lake.version(NUMBERS.name());
        TableContract changed = numbers(Field.required("number", DataTypes.IntegerType, "a natural number"))
                .withChecks(new Check("below_ten", "number < 10", "numbers are small"));

        assertThat(lake.align(changed)).isTrue();
        assertThat(lake.align(changed)).isTrue();

        assertThat(lake.version(NUMBERS.name())).isEqualTo(before + 1);
        assertThat(lake.read(changed).schema().apply("number").getComment().get())
                .isEqualTo("a natural number");
        assertThat(numbers(changed)).containsExactly(1, 2);
        lake.append(changed, rows(changed, RowFactory.create(-3)));
        assertThatThrownBy(() -> lake.append(changed, rows(changed, RowFactory.create(10))))
                .isInstanceOf(ContractViolation.class)
                .hasMessageContaining("CHECK constraint below_ten (number < 10) violated");
    }

    /** What has been published stays: snapshots are not computed again. */
    @Test
    void aNewColumnThatMayBeNullLeavesTheRowsOnRecord() {
        TableContract wider = numbers(NUMBER, Field.optional("name", DataTypes.StringType, "in words"));

        assertThat(lake.align(wider)).isTrue();
        lake.append(wider, rows(wider, RowFactory.create(3, "three")));

        assertThat(lake.read(wider).orderBy("number").collectAsList())
                .extracting(row -> row.<String>getAs("name"))
                .containsExactly(null, null, "three");
    }

    @Test
    void rowsThatBreakANewCheckAreReplacedInOneCommit() {
        long before = lake.version(NUMBERS.name());
        TableContract even = NUMBERS.withChecks(new Check("even", "number % 2 = 0", "numbers are even"));

        assertThat(lake.align(even)).isFalse();
        assertThatThrownBy(() -> lake.append(even, rows(even, RowFactory.create(4))))
                .isInstanceOf(ContractViolation.class)
                .hasMessage(
                        "silver.number: the rows on record do not fit its contract, which has changed; nothing was added");
        assertThat(lake.version(NUMBERS.name())).isEqualTo(before);

        assertThat(lake.replaceAll(even, rows(even, RowFactory.create(4)))).isEqualTo(before + 1);
        assertThat(numbers(even)).containsExactly(4);
        assertThat(lake.rowsOfLastCommit(even)).isEqualTo(1);
    }

    @Test
    void anotherTypeAndOtherPartitionsComeWithTheirRowsInOneCommit() {
        long before = lake.version(NUMBERS.name());
        TableContract longs = numbers(Field.required("number", DataTypes.LongType, "the number"), DAY)
                .withPartitions(DAY)
                .withChecks(POSITIVE);
        LocalDate day = LocalDate.of(2026, 3, 1);

        assertThat(lake.replaceAll(longs, rows(longs, RowFactory.create(3L, day))))
                .isEqualTo(before + 1);

        assertThat(lake.read(longs).collectAsList()).containsExactly(RowFactory.create(3L, day));
        assertThat(lake.readAt(NUMBERS, before).collectAsList())
                .containsExactlyInAnyOrder(RowFactory.create(1), RowFactory.create(2));
        assertThat(lake.read(longs).schema().apply("day").nullable()).isFalse();
        assertThat(lake.align(longs)).isTrue();
        assertThat(lake.version(NUMBERS.name())).isEqualTo(before + 1);
    }

    /** As when the process dies in the middle of it. */
    @Test
    void aReplacementThatFailsLeavesWhatWasThere() {
        long before = lake.version(NUMBERS.name());
        TableContract longs = numbers(Field.required("number", DataTypes.LongType, "the number"))
                .withChecks(POSITIVE);

        assertThatThrownBy(() -> lake.replaceAll(longs, rows(longs, RowFactory.create(5L), RowFactory.create(-5L))))
                .isInstanceOf(ContractViolation.class)
                .hasMessageContaining("CHECK constraint positive (number > 0) violated");

        assertThat(lake.version(NUMBERS.name())).isEqualTo(before);
        assertThat(numbers(NUMBERS)).containsExactly(1, 2);
    }

    private static TableContract numbers(Field... fields) {
        return TableContract.of("silver.number", "One row a number").withFields(fields);
    }

    private static Dataset<Row> rows(TableContract contract, Row... rows) {
        return LocalSpark.session().createDataFrame(List.of(rows), contract.schema());
    }

    private List<Integer> numbers(TableContract contract) {
        return lake.read(contract).orderBy("number").collectAsList().stream()
                .map(row -> row.<Integer>getAs("number"))
                .toList();
    }
}
