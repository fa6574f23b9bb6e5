package io.plimsoll.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.ContractViolation;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import io.plimsoll.testing.LocalSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeVersionTest {

    private static final TableContract NUMBERS = TableContract.of("silver.number", "One row a number")
            .withFields(Field.required("number", DataTypes.IntegerType, "the number"));

    @Test
    void theVersionIsTheOneThatDeltaSays(@TempDir Path root) throws Exception {
        Lake lake = new Lake(LocalSpark.session(), root.toString());
        Dataset<Row> rows = LocalSpark.session().createDataFrame(List.of(RowFactory.create(1)), NUMBERS.schema());

        assertThat(lake.version("silver.number")).isEqualTo(Lake.ABSENT);
        assertThat(lake.append(NUMBERS, rows)).isZero();
        assertThat(lake.append(NUMBERS, rows)).isEqualTo(1);
        assertThat(lake.version("silver.number"))
                .isEqualTo(DeltaLog.forTable(LocalSpark.session(), lake.path("silver.number"))
                        .update(false, scala.Option.empty(), scala.Option.empty())
                        .version());
    }

    @Test
    void theSizeOfSomeDaysIsThatOfTheirLiveFiles(@TempDir Path root) {
        Field day = Field.required("day", DataTypes.DateType, "the day");
        TableContract days = TableContract.of("silver.day", "One row a day")
                .withFields(Field.required("number", DataTypes.IntegerType, "the number"), day)
                .withPartitions(day);
        LocalDate first = LocalDate.of(2026, 1, 1);
        Lake lake = new Lake(LocalSpark.session(), root.toString());
        lake.append(
                days,
                LocalSpark.session()
                        .createDataFrame(
                                List.of(RowFactory.create(1, first), RowFactory.create(2, first.plusDays(1))),
                                days.schema()));

        long one = lake.sizeInBytes(days, new TreeSet<>(List.of(first)));
        long other = lake.sizeInBytes(days, new TreeSet<>(List.of(first.plusDays(1), first.plusDays(2))));

        assertThat(one).isPositive();
        assertThat(one + other).isEqualTo(lake.sizeInBytes("silver.day"));
        assertThat(lake.sizeInBytes(days, new TreeSet<>(List.of(first.plusDays(3)))))
                .isZero();
    }

    /** A process that was killed may leave a half-written commit or a stray file beside the commits. */
    @Test
    void onlyCommitsCount(@TempDir Path root) throws Exception {
        Path log = Files.createDirectories(root.resolve("silver/number/_delta_log"));
        Files.createFile(log.resolve("00000000000000000003.json"));
        Files.createFile(log.resolve(".00000000000000000007.json.crc"));
        Files.createFile(log.resolve("00000000000000000005.checkpoint.parquet"));
        Files.createFile(log.resolve("_last_checkpoint"));

        assertThat(new Lake(LocalSpark.session(), root.toString()).version("silver.number"))
                .isEqualTo(3);
    }

    @Test
    void aRowThatBreaksACheckIsTheContractsWordInOneLine(@TempDir Path root) {
        Lake lake = new Lake(LocalSpark.session(), root.toString());
        TableContract positive = NUMBERS.withChecks(new Check("positive", "number > 0", "numbers are positive"));
        Dataset<Row> rows = LocalSpark.session().createDataFrame(List.of(RowFactory.create(-1)), NUMBERS.schema());

        assertThatThrownBy(() -> lake.append(positive, rows))
                .isInstanceOf(ContractViolation.class)
                .hasMessage(
                        "silver.number: CHECK constraint positive (number > 0) violated by row with values: - number : -1");
    }
}
