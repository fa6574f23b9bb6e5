package io.plimsoll.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
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

/**
 * Which service pays for a charge: exactly one, or none. The one that its {@code service} tag names, else the one of the
 * catalogue's resource that its ResourceId names, else the one of the first resource (by name) whose billing selector it
 * fulfils.
 */
final class ChargeAllocation {

    private static final String TAG = "service";

    private ChargeAllocation() {}

    /** The lines with {@code service_id} (null when nobody pays) and {@code allocation} (how it was found). */
    static Dataset<Row> of(Dataset<Row> lines, Dataset<Row> services, Dataset<Row> resources) {
        return allocated(withCandidates(lines, services, resources));
    }

    private static Dataset<Row> withCandidates(Dataset<Row> lines, Dataset<Row> services, Dataset<Row> resources) {
        Dataset<Row> tagged = services.select(ServiceTable.SERVICE_ID.col().as("by_tag"))
                .distinct()
                .withColumn("tag", col("by_tag"));
        Dataset<Row> named = resources
                .groupBy(ResourceTable.RESOURCE_ID.col().as("ResourceId"))
                .agg(max(ResourceTable.SERVICE_ID.col()).as("by_resource"));
        return lines.withColumn("tag", try_element_at(col("Tags"), lit(TAG)))
                .join(tagged, Names.of("tag"), "left")
                .join(named, Names.of("ResourceId"), "left")
                .withColumn("by_selector", selected(resources));
    }

    /** The selectors are conditions that stand in rows; a query needs them as columns, so the few rows are read here. */
    private static Column selected(Dataset<Row> resources) {
        Column service = lit(null).cast(StringType);
        List<Row> selectors = resources
                .where(ResourceTable.BILLING_SELECTOR.col().isNotNull())
                .orderBy(ResourceTable.RESOURCE_ID.col().desc())
                .select(ResourceTable.BILLING_SELECTOR.col(), ResourceTable.SERVICE_ID.col())
                .collectAsList();
        for (Row selector : selectors) {
            service = when(expr(selector.getString(0)), lit(selector.getString(1)))
                    .otherwise(service);
        }
        return service;
    }

    private static Dataset<Row> allocated(Dataset<Row> lines) {
        return lines.withColumn(
                        BillingLine.SERVICE_ID.name(), coalesce(col("by_tag"), col("by_resource"), col("by_selector")))
                .withColumn(
                        BillingLine.ALLOCATION.name(),
                        when(col("by_tag").isNotNull(), "tag")
                                .when(col("by_resource").isNotNull(), "resource")
                                .when(col("by_selector").isNotNull(), "selector")
                                .otherwise("unallocated"));
    }
}
