package io.plimsoll.silver.catalogue;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.plimsoll.catalog.CapacityScenario;
import io.plimsoll.catalog.Catalog;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One row a capacity scenario and version of it. */
public final class CapacityScenarioTable {

    public static final String NAME = "silver.capacity_scenario";

    public static final Field SCENARIO_ID = Field.required("scenario_id", StringType, "the scenario's name");
    public static final Field RESOURCES = names("resources", "resources that it is about; see services");
    public static final Field SERVICES =
            names("services", "services whose resources it is about; with resources empty too it is about all of them");
    public static final Field METRICS = names("metrics", "metrics that it is about; empty for all");
    public static final Field GROWTH =
            Field.required("growth", DoubleType, "ratio", "factor on the demand there is; 1 for no growth");
    public static final Field UNITS_LOST =
            Field.required("units_lost", IntegerType, "units", "units that are lost at once");
    public static final Field LAUNCH =
            Field.required("launched_demand", DoubleType, "unit of the metric", "demand that is added");
    public static final Field RETIRE =
            Field.required("retired_demand", DoubleType, "unit of the metric", "demand that goes away");
    public static final Field STARTS_ON =
            Field.optional("starts_on", DateType, "UTC", "day from which demand changes; null for at once");
    public static final Field EFFECTIVE_FROM =
            Field.optional("effective_from", DateType, "first day on which this version is in force; null for always");
    public static final Field EFFECTIVE_TO = Field.optional(
            "effective_to", DateType, "first day on which it no longer is; null for until further notice");

    /** The table's declaration. */
    public static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a capacity scenario and version: a change that capacity should be planned for")
            .withFields(
                    SCENARIO_ID,
                    RESOURCES,
                    SERVICES,
                    METRICS,
                    GROWTH,
                    UNITS_LOST,
                    LAUNCH,
                    RETIRE,
                    STARTS_ON,
                    EFFECTIVE_FROM,
                    EFFECTIVE_TO)
            .withKey(SCENARIO_ID, EFFECTIVE_FROM);

    private CapacityScenarioTable() {}

    private static Field names(String name, String meaning) {
        return Field.required(name, createArrayType(StringType, false), meaning);
    }

    /** The catalogue's scenarios as rows of this table. */
    public static List<Row> rows(Catalog catalog) {
        return catalog.entries(CapacityScenario.class).stream()
                .map(CapacityScenarioTable::row)
                .toList();
    }

    private static Row row(CapacityScenario scenario) {
        return RowFactory.create(
                scenario.name(),
                scenario.resources(),
                scenario.services(),
                scenario.metrics(),
                scenario.growth().doubleValue(),
                scenario.unitsLost(),
                scenario.launch().doubleValue(),
                scenario.retire().doubleValue(),
                scenario.startsOn().orElse(null),
                scenario.effective().from().orElse(null),
                scenario.effective().to().orElse(null));
    }
}
