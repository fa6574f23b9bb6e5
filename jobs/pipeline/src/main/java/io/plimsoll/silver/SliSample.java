package io.plimsoll.silver;

import io.plimsoll.bridge.Neighbours;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * One row a slot of an indicator as one tool measured it. Of several deliveries of a slot the latest stands: by
 * {@code updated_at} where rows carry it, else by arrival (batch, then path, then row). Recomputed by day from the accepted
 * deliveries of that day; files are sorted by indicator, tool and time.
 */
public final class SliSample implements Table {

    public static final String NAME = "silver.sli_sample";

    public static final Field SLI_ID =
            Field.required("sli_id", DataTypes.StringType, "the indicator's name in the catalogue");
    public static final Field TOOL = Field.required(
            "tool", DataTypes.StringType, "the tool that measured it: the source's name, or what the row says");
    public static final Field MEASURED_AT =
            Field.required("measured_at", DataTypes.TimestampType, "UTC", "start of the slot");
    public static final Field DURATION_S = Field.optional(
            "duration_s",
            DataTypes.IntegerType,
            "s",
            "length of the slot; null when the tool leaves it to the indicator's resolution");
    public static final Field GOOD = Field.optional(
            "good",
            DataTypes.LongType,
            "events",
            "good events in the slot; null for an indicator that measures a value");
    public static final Field TOTAL = Field.optional(
            "total",
            DataTypes.LongType,
            "events",
            "all events in the slot; null for an indicator that measures a value");
    public static final Field VALUE = Field.optional(
            "value", DataTypes.DoubleType, "the measured value; null for an indicator that counts events");
    public static final Field ENVIRONMENT = Field.optional(
            "environment", DataTypes.StringType, "where it was measured; null when the tool does not say");
    public static final Field DAY = Field.required("day", DataTypes.DateType, "UTC", "day of measured_at");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a slot of an indicator as one tool measured it, latest delivery")
            .withFields(SLI_ID, TOOL, MEASURED_AT, DURATION_S, GOOD, TOTAL, VALUE, ENVIRONMENT, DAY)
            .withKey(SLI_ID, TOOL, MEASURED_AT)
            .withChecks(new Check(
                    "counts_or_value",
                    "value IS NOT NULL OR (good IS NOT NULL AND total IS NOT NULL AND good >= 0 AND good <= total)",
                    "a slot has 0 <= good <= total, or a value"))
            .withPartitions(DAY);

    private static final String DELIVERIES = "bronze.sli_measurement";

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(DELIVERIES);
    }

    @Override
    public Recompute recompute() {
        return Recompute.byDay();
    }

    @Override
    public boolean isLarge() {
        return true;
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        return latest(inputs.table(DELIVERIES).where(parameters.wanted(DAY.col())))
                .select(CONTRACT.columns());
    }

    /** The same sort brings the delivery that stands before the others and leaves the files sorted. */
    private static Dataset<Row> latest(Dataset<Row> deliveries) {
        List<Column> order = new ArrayList<>(List.of(DAY.col(), SLI_ID.col(), TOOL.col(), MEASURED_AT.col()));
        order.addAll(List.of(Deliveries.latestFirst()));
        Dataset<Row> sorted = deliveries.repartition(DAY.col()).sortWithinPartitions(order.toArray(Column[]::new));
        return Neighbours.firstOfEach(sorted, SLI_ID.col(), TOOL.col(), MEASURED_AT.col());
    }
}
