package io.plimsoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.Lake;
import io.plimsoll.testing.LocalSpark;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots of one figure, published night after night. */
class PublicationTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final Field AS_OF = Field.required("as_of", DataTypes.DateType, "the run's date");

    @TempDir
    private Path root;

    @Test
    void aChangedCommentReachesTheTableOnceAndItsRowsStay() {
        Lake lake = lake();
        TableContract contract = snapshots("the figure");
        publish(lake, contract, MARCH, RowFactory.create(1, MARCH));
        long before = lake.version(contract.name());

        TableContract changed = snapshots("the figure, in words that say more");
        Publication.Written first = publish(lake, changed, MARCH, RowFactory.create(1, MARCH));
        Publication.Written second = publish(lake, changed, MARCH, RowFactory.create(1, MARCH));

        assertThat(first.changed()).isFalse();
        assertThat(second.changed()).isFalse();
        assertThat(lake.version(contract.name())).isEqualTo(before + 1);
        assertThat(lake.read(changed).schema().apply("figure").getComment().get())
                .isEqualTo("the figure, in words that say more");
    }

    /** A quarter's movement is read from the snapshots before: a release that adds a column must not take them. */
    @Test
    void aNewColumnDoesNotCostTheSnapshotsBefore() {
        Lake lake = lake();
        TableContract contract = snapshots("the figure");
        publish(lake, contract, MARCH, RowFactory.create(1, MARCH));

        TableContract wider = TableContract.of("gold.figure", "One row a snapshot")
                .withFields(
                        Field.required("figure", DataTypes.IntegerType, "the figure"),
                        Field.optional("unit", DataTypes.StringType, "its unit; null before it was said"),
                        AS_OF)
                .withKey(AS_OF)
                .withPartitions(AS_OF);
        publish(lake, wider, APRIL, RowFactory.create(2, "ms", APRIL));

        assertThat(lake.read(wider).orderBy("as_of").collectAsList())
                .containsExactly(RowFactory.create(1, null, MARCH), RowFactory.create(2, "ms", APRIL));
    }

    private Lake lake() {
        return new Lake(LocalSpark.session(), root.toString());
    }

    private static TableContract snapshots(String meaning) {
        return TableContract.of("gold.figure", "One row a snapshot")
                .withFields(Field.required("figure", DataTypes.IntegerType, meaning), AS_OF)
                .withKey(AS_OF)
                .withPartitions(AS_OF);
    }

    private static Publication.Written publish(Lake lake, TableContract contract, LocalDate asOf, Row row) {
        return new Publication(lake, contract)
                .publish(
                        LocalSpark.session().createDataFrame(List.of(row), contract.schema()),
                        Optional.of(new TreeSet<>(List.of(asOf))));
    }
}
