package io.plimsoll.testing;

import io.plimsoll.contract.Conform;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Table;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Tables built from rows that a test shows, each from what it declares, and none twice. */
public final class BuiltTables implements Inputs {

    private final Inputs given;
    private final Parameters parameters;
    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, Dataset<Row>> built = new HashMap<>();

    /** @param tables the tables that are built; all others are given */
    public BuiltTables(Inputs given, Parameters parameters, Table... tables) {
        this.given = given;
        this.parameters = parameters;
        for (Table table : tables) {
            this.tables.put(table.contract().name(), table);
        }
    }

    @Override
    public Dataset<Row> table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            return given.table(name);
        }
        Dataset<Row> known = built.get(name);
        if (known != null) {
            return known;
        }
        Dataset<Row> rows = Rows.held(Conform.to(table.contract(), table.build(declared(table), parameters)));
        built.put(name, rows);
        return rows;
    }

    /** The given inputs of a table, and no others. */
    private Inputs declared(Table table) {
        return name -> {
            if (!table.inputs().contains(name)) {
                throw new IllegalArgumentException(table.contract().name() + " does not declare " + name);
            }
            return table(name);
        };
    }
}
