package io.plimsoll.run;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.config.Settings;
import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.Lake;
import io.plimsoll.silver.catalogue.CatalogueTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** The declarations of a workspace as tables, written only where they differ from what is published. */
public final class Declarations {

    private Declarations() {}

    /** Publishes every table of declarations. */
    public static void publish(Lake lake, Catalog catalog, Settings settings) {
        Map<TableContract, List<Row>> tables = CatalogueTables.rows(catalog, settings.sources());
        tables.forEach((contract, rows) -> new Publication(lake, contract)
                .publish(lake.session().createDataFrame(rows, contract.schema()), Optional.empty()));
    }

    /** Names of the tables of declarations that differ from what is published; nothing is written. */
    public static List<String> differing(Lake lake, Catalog catalog, Settings settings) {
        List<String> differing = new ArrayList<>();
        CatalogueTables.rows(catalog, settings.sources()).forEach((contract, rows) -> {
            if (new Publication(lake, contract).differs(lake.session().createDataFrame(rows, contract.schema()))) {
                differing.add(contract.name());
            }
        });
        return differing;
    }
}
