package io.plimsoll.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.catalogue.ResourceTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import io.plimsoll.source.feed.Feeds;
import java.util.List;
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
    public static final Field SERVICE_ID =
            Field.optional("service_id", StringType, "the service that pays; null for what is not allocated");
    public static final Field ALLOCATION = Field.required(
            "allocation", StringType, "how the service was found: tag, resource, selector or unallocated");
    public static final Field RESOURCE_ID = Field.optional(
            "resource_id",
            StringType,
            "the catalogue's resource that is charged for: the one that ResourceId names, else the first (by name) whose billing selector the line fulfils; null for none");
    public static final Field BILLING_MONTH =
            Field.required("billing_month", StringType, "month of BillingPeriodStart in UTC, yyyy-MM");
    public static final Field DAY = Field.required("day", DateType, "UTC", "day of ChargePeriodStart");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a charge line of the bills as they stand")
            .withFields(Feeds.BILLING.fields())
            .withFields(SERVICE_ID, ALLOCATION, RESOURCE_ID, BILLING_MONTH, SOURCE, PATH, ROW_NUMBER, DAY)
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
        return List.of(DELIVERIES, ServiceTable.NAME, ResourceTable.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.byDay();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> lines = inputs.table(DELIVERIES)
                .where(parameters.wanted(DAY.col()))
                .withColumn(BILLING_MONTH.name(), date_format(col("BillingPeriodStart"), "yyyy-MM"));
        return ChargeAllocation.of(lines, inputs.table(ServiceTable.NAME), inputs.table(ResourceTable.NAME))
                .select(CONTRACT.columns());
    }
}
