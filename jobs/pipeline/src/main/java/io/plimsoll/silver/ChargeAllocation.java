package io.plimsoll.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.plimsoll.contract.Names;
import io.plimsoll.silver.catalogue.ResourceTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Which service pays for a charge: exactly one, or none. The one that its {@code service} tag names, else the one of the
 * catalogue's resource that its ResourceId names, else the one of the first resource (by name) whose billing selector it
 * fulfils.
 */
final class ChargeAllocation {

    private static final String TAG = "service";
    private static final StructType SELECTED =
            new StructType().add("service", StringType, true).add("resource", StringType, true);

    private ChargeAllocation() {}

    /** The lines with {@code service_id} (null when nobody pays), {@code allocation} (how it was found) and {@code resource_id}. */
    static Dataset<Row> of(Dataset<Row> lines, Dataset<Row> services, Dataset<Row> resources) {
        return allocated(withCandidates(lines, services, resources));
    }

    private static Dataset<Row> withCandidates(Dataset<Row> lines, Dataset<Row> services, Dataset<Row> resources) {
        Dataset<Row> tagged = services.select(ServiceTable.SERVICE_ID.col().as("by_tag"))
                .distinct()
                .withColumn("tag", col("by_tag"));
        Dataset<Row> named = resources
                .groupBy(ResourceTable.RESOURCE_ID.col().as("ResourceId"))
                .agg(max(ResourceTable.SERVICE_ID.col()).as("by_resource"))
                .withColumn("named", col("ResourceId"));
        return lines.withColumn("tag", try_element_at(col("Tags"), lit(TAG)))
                .join(tagged, Names.of("tag"), "left")
                .join(named, Names.of("ResourceId"), "left")
                .withColumn("selected", selected(resources))
                .withColumn("by_selector", col("selected.service"));
    }

    /** The selectors are conditions that stand in rows; a query needs them as columns, so the few rows are read here. */
    private static Column selected(Dataset<Row> resources) {
        Column found = lit(null).cast(SELECTED);
        List<Row> selectors = resources
                .where(ResourceTable.BILLING_SELECTOR.col().isNotNull())
                .orderBy(ResourceTable.RESOURCE_ID.col().desc())
                .select(
                        ResourceTable.BILLING_SELECTOR.col(),
                        ResourceTable.SERVICE_ID.col(),
                        ResourceTable.RESOURCE_ID.col())
                .collectAsList();
        for (Row selector : selectors) {
            Column resource = struct(
                    lit(selector.getString(1)).cast(StringType).as("service"),
                    lit(selector.getString(2)).as("resource"));
            found = when(expr(selector.getString(0)), resource).otherwise(found);
        }
        return found;
    }

    private static Dataset<Row> allocated(Dataset<Row> lines) {
        return lines.withColumn(BillingLine.RESOURCE_ID.name(), coalesce(col("named"), col("selected.resource")))
                .withColumn(
                        BillingLine.SERVICE_ID.name(), coalesce(col("by_tag"), col("by_resource"), col("by_selector")))
                .withColumn(
                        BillingLine.ALLOCATION.name(),
                        when(col("by_tag").isNotNull(), "tag")
                                .when(col("by_resource").isNotNull(), "resource")
                                .when(col("by_selector").isNotNull(), "selector")
                                .otherwise("unallocated"));
    }
}
