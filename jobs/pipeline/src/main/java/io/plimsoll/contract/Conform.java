package io.plimsoll.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The step between a table's {@code build} and its write: the columns are exactly those of the contract, in its order and
 * of its types, or the difference is named.
 */
public final class Conform {

    private Conform() {}

    /**
     * The rows in contract order.
     *
     * @throws ContractViolation when a column is missing, not declared or of another type; all of them are named
     */
    public static Dataset<Row> to(TableContract contract, Dataset<Row> rows) {
        List<String> differences = differences(contract, rows.schema());
        if (!differences.isEmpty()) {
            throw new ContractViolation(contract.name() + ": " + String.join("; ", differences));
        }
        return rows.select(contract.columns());
    }

    private static List<String> differences(TableContract contract, StructType actual) {
        Map<String, DataType> types = new LinkedHashMap<>();
        for (StructField field : actual.fields()) {
            types.put(field.name(), field.dataType());
        }
        List<String> differences = new ArrayList<>();
        for (Field field : contract.fields()) {
            DataType type = types.remove(field.name());
            if (type == null) {
                differences.add("column " + field.name() + " is missing");
            } else if (!sameIgnoringNullability(field.type(), type)) {
                differences.add("column " + field.name() + " is " + type.sql() + ", not "
                        + field.type().sql());
            }
        }
        types.keySet().forEach(name -> differences.add("column " + name + " is not declared"));
        return differences;
    }

    private static boolean sameIgnoringNullability(DataType declared, DataType actual) {
        return DataType.equalsIgnoreNullability(declared, actual);
    }
}
