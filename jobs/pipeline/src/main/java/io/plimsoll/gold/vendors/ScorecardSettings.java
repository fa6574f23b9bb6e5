package io.plimsoll.gold.vendors;

import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import io.plimsoll.silver.catalogue.ScorecardSettingTable;
import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Weights and limits of {@code scorecards.yaml} as one row, to be joined to what they judge. */
final class ScorecardSettings {

    static final String WEIGHTS = "weights";

    private static final String VENDOR_WEIGHTS = "vendor.weights.";

    private ScorecardSettings() {}

    /** One row: each of the named settings as a DECIMAL column of its last word; null where it is not set. */
    static Dataset<Row> of(Dataset<Row> settings, String section, String... names) {
        Column[] columns = new Column[names.length];
        for (int i = 0; i < names.length; i++) {
            Column isIt = ScorecardSettingTable.SETTING.col().equalTo(section + "." + names[i]);
            columns[i] = max(when(isIt, ScorecardSettingTable.VALUE.col())).as(names[i]);
        }
        return settings.groupBy().agg(columns[0], Arrays.copyOfRange(columns, 1, columns.length));
    }

    /** One row: the weights of a vendor's dimensions as a map from the dimension's word. */
    static Dataset<Row> weights(Dataset<Row> settings) {
        Column dimension = substring_index(ScorecardSettingTable.SETTING.col(), ".", -1);
        Column weight = ScorecardSettingTable.VALUE.col().cast(DataTypes.DoubleType);
        return settings.where(ScorecardSettingTable.SETTING.col().startsWith(lit(VENDOR_WEIGHTS)))
                .groupBy()
                .agg(map_from_entries(collect_list(struct(dimension, weight))).as(WEIGHTS));
    }
}
