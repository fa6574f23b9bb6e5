package io.plimsoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class DefinitionTest {

    private static final TableContract CONTRACT = TableContract.of("silver.declared", "One row a thing")
            .withFields(Field.required("name", DataTypes.StringType, "name"));

    /** The fingerprint is compared with that of another process: an array must not count by its address. */
    @Test
    void equalRowsHaveOneFingerprintWhateverHoldsTheirValues() {
        Row array = RowFactory.create("a", new String[] {"x", "y"}, Map.of("k", RowFactory.create(1)));
        Row list = RowFactory.create("a", List.of("x", "y"), Map.of("k", RowFactory.create(1)));

        assertThat(Definition.of(CONTRACT, List.of(array))).isEqualTo(Definition.of(CONTRACT, List.of(list)));
    }

    @Test
    void theOrderOfDocumentsDoesNotMatterAndAChangedValueDoes() {
        Row a = RowFactory.create("a", 1);
        Row b = RowFactory.create("b", 2);

        assertThat(Definition.of(CONTRACT, List.of(a, b))).isEqualTo(Definition.of(CONTRACT, List.of(b, a)));
        assertThat(Definition.of(CONTRACT, List.of(a, b)))
                .isNotEqualTo(Definition.of(CONTRACT, List.of(a, RowFactory.create("b", 3))));
    }
}
