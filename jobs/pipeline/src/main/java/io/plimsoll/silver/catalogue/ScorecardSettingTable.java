package io.plimsoll.silver.catalogue;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One row a weight or limit of the scorecards. */
public final class ScorecardSettingTable {

    public static final String NAME = "silver.scorecard_setting";

    public static final Field SETTING = Field.required(
            "setting", StringType, "path of the weight or limit in scorecards.yaml, such as vendor.weights.cost");
    public static final Field VALUE =
            Field.required("value", createDecimalType(18, 6), "its value, in the unit that its name tells");

    /** The table's declaration. */
    public static final TableContract CONTRACT = TableContract.of(NAME, "One row a weight or limit of the scorecards")
            .withFields(SETTING, VALUE)
            .withKey(SETTING);

    private ScorecardSettingTable() {}

    /** The settings' scorecards as rows of this table. */
    public static List<Row> rows(Map<String, BigDecimal> scorecards) {
        List<Row> rows = new ArrayList<>();
        new TreeMap<>(scorecards).forEach((setting, value) -> rows.add(RowFactory.create(setting, value)));
        return rows;
    }
}
