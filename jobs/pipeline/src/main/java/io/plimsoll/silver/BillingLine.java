package io.plimsoll.silver;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.source.feed.Feeds;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a charge line of the bills as they stand. A bill's lines have no key, the file is their unit: bronze holds what each
 * path (or, with {@code replace: folder}, the newest folder) delivered last, and a line is identified by its place in it.
 */
public final class BillingLine implements Table {

    public static final String NAME = "silver.billing_line";

    public static final Field SOURCE = Field.required("source", StringType, "the source that delivered it");
    public static final Field PATH = Field.required("path", StringType, "the file that it stands in");
    public static final Field ROW_NUMBER = Field.required("row_number", LongType, "its place in the file");
    public static final Field DAY = Field.required("day", DateType, "UTC", "day of ChargePeriodStart");

    private static final TableContract CONTRACT = TableContract.of(NAME, "One row a charge line of the bills as they stand")
            .withFields(Feeds.BILLING.fields())
            .withFields(SOURCE, PATH, ROW_NUMBER, DAY)
            .withKey(SOURCE, PATH, ROW_NUMBER)
            .withChecks(Feeds.BILLING.checks())
            .withPartitions(DAY);

    private static final String DELIVERIES = "bronze.billing";

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
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        return inputs.table(DELIVERIES)
                .where(parameters.wanted(DAY.col()))
                .select(CONTRACT.fields().stream().map(Field::col).toArray(Column[]::new));
    }
}
