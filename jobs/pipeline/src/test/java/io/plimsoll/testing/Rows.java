package io.plimsoll.testing;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.TableContract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Inputs of a build as rows that a test shows. */
public final class Rows {

    private final Map<String, Dataset<Row>> tables = new HashMap<>();

    /** A table of one row; columns that the row does not name are null. */
    public Rows with(TableContract contract, Map<String, Object> row) {
        return with(contract, List.of(row));
    }

    /** A table by its contract; each row a map from column to value, columns that a row does not name are null. */
    public Rows with(TableContract contract, List<Map<String, Object>> rows) {
        return with(contract.name(), contract.schema().asNullable(), rows);
    }

    /** A table by name and schema. */
    public Rows with(String name, StructType schema, List<Map<String, Object>> rows) {
        List<Row> created = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            @Nullable Object[] values = new Object[schema.size()];
            for (String column : row.keySet()) {
                values[schema.fieldIndex(column)] = row.get(column);
            }
            created.add(RowFactory.create(values));
        }
        tables.put(name, LocalSpark.session().createDataFrame(created, schema));
        return this;
    }

    /** A table by its contract without rows. */
    public static Dataset<Row> none(TableContract contract) {
        return LocalSpark.session().createDataFrame(List.of(), contract.schema().asNullable());
    }

    /** What a build reads. */
    public Inputs inputs() {
        return name -> Objects.requireNonNull(tables.get(name), () -> "the test gives no " + name);
    }

    /** The row of a name, which must be there. */
    public static Row row(Map<String, Row> rows, String name) {
        return Objects.requireNonNull(rows.get(name), name);
    }

    /** The rows as they are now, without the plan that made them: what is built on them starts from here, as from a table. */
    public static Dataset<Row> held(Dataset<Row> rows) {
        return LocalSpark.session().createDataFrame(rows.collectAsList(), rows.schema());
    }

    /** The values of some fields of the rows, in the fields' order. */
    public static List<List<@Nullable Object>> values(Dataset<Row> rows, Field... fields) {
        List<List<@Nullable Object>> values = new ArrayList<>();
        for (Row row : rows.collectAsList()) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (Field field : fields) {
                cells.add(row.getAs(field.name()));
            }
            values.add(cells);
        }
        return values;
    }
}
