package io.plimsoll.silver.catalogue;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.Strategy;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One row a strategy and version of it: what matters how much. */
public final class StrategyTable {

    public static final String NAME = "silver.strategy";

    public static final Field STRATEGY_ID = Field.required("strategy_id", StringType, "the strategy's name");
    public static final Field THEME_WEIGHTS = weights("theme_weights", "theme");
    public static final Field BUSINESS_UNIT_WEIGHTS = weights("business_unit_weights", "business unit");
    public static final Field JOURNEY_STAGE_WEIGHTS =
            weights("journey_stage_weights", "stage of the customer's journey");
    public static final Field EFFECTIVE_FROM =
            Field.optional("effective_from", DateType, "first day on which this version is in force; null for always");
    public static final Field EFFECTIVE_TO = Field.optional(
            "effective_to", DateType, "first day on which it no longer is; null for until further notice");

    /** The table's declaration. */
    public static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a strategy and version: what matters how much")
            .withFields(
                    STRATEGY_ID,
                    THEME_WEIGHTS,
                    BUSINESS_UNIT_WEIGHTS,
                    JOURNEY_STAGE_WEIGHTS,
                    EFFECTIVE_FROM,
                    EFFECTIVE_TO)
            .withKey(STRATEGY_ID, EFFECTIVE_FROM);

    private StrategyTable() {}

    private static Field weights(String name, String what) {
        return Field.required(
                name,
                createMapType(StringType, createDecimalType(18, 6), false),
                "weight by " + what + "; empty for none");
    }

    /** The catalogue's strategies as rows of this table. */
    public static List<Row> rows(Catalog catalog) {
        return catalog.entries(Strategy.class).stream().map(StrategyTable::row).toList();
    }

    private static Row row(Strategy strategy) {
        return RowFactory.create(
                strategy.name(),
                strategy.themes(),
                strategy.businessUnits(),
                strategy.journeyStages(),
                strategy.effective().from().orElse(null),
                strategy.effective().to().orElse(null));
    }
}
