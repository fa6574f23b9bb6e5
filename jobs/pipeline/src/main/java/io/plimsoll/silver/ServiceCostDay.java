package io.plimsoll.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.catalogue.ResourceTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a UTC day, service, way in which it was found, and currency: what the bills charge. A charge belongs to exactly one
 * service: the one that its {@code service} tag names, else the one of the catalogue's resource that its ResourceId names, else
 * the one of the first resource (by name) whose billing selector it fulfils. A charge without a service stands under
 * {@code service_id = null}, allocation {@code unallocated}: nothing is dropped, so the rows add up to the bill. A charge that
 * lasts over several days counts on the day on which it starts.
 */
public final class ServiceCostDay implements Table {

    public static final String NAME = "silver.service_cost_day";

    public static final Field DAY = BillingLine.DAY;
    public static final Field SERVICE_ID =
            Field.optional("service_id", StringType, "the service that pays; null for what is not allocated");
    public static final Field ALLOCATION =
            Field.required("allocation", StringType, "how the service was found: tag, resource, selector or unallocated");
    public static final Field CURRENCY = Field.required("currency", StringType, "currency of the bill, ISO 4217");
    public static final Field BILLED_COST = cost("billed_cost", "what is invoiced");
    public static final Field EFFECTIVE_COST =
            cost("effective_cost", "cost with commitments amortised; the invoiced cost where the bill has none");
    public static final Field LINES = Field.required("lines", LongType, "lines", "charge lines summed");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a UTC day, service, way in which it was found, and currency: what the bills charge")
            .withFields(DAY, SERVICE_ID, ALLOCATION, CURRENCY, BILLED_COST, EFFECTIVE_COST, LINES)
            .withKey(DAY, SERVICE_ID, ALLOCATION, CURRENCY)
            .withPartitions(DAY);

    private static final String TAG = "service";

    private static Field cost(String name, String meaning) {
        return Field.required(name, createDecimalType(38, 18), "see currency", meaning);
    }

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(BillingLine.NAME, ServiceTable.NAME, ResourceTable.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.byDay();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> lines = inputs.table(BillingLine.NAME).where(parameters.wanted(DAY.col()));
        Dataset<Row> resources = inputs.table(ResourceTable.NAME);
        return allocated(withCandidates(lines, inputs.table(ServiceTable.NAME), resources))
                .groupBy(DAY.col(), SERVICE_ID.col(), ALLOCATION.col(), col("BillingCurrency").as(CURRENCY.name()))
                .agg(
                        sum("BilledCost").cast(BILLED_COST.type()).as(BILLED_COST.name()),
                        sum(coalesce(col("EffectiveCost"), col("BilledCost")))
                                .cast(EFFECTIVE_COST.type())
                                .as(EFFECTIVE_COST.name()),
                        count(lit(1)).as(LINES.name()))
                .select(CONTRACT.fields().stream().map(Field::col).toArray(Column[]::new));
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
            service = when(expr(selector.getString(0)), lit(selector.getString(1))).otherwise(service);
        }
        return service;
    }

    private static Dataset<Row> allocated(Dataset<Row> lines) {
        return lines.withColumn(
                        SERVICE_ID.name(), coalesce(col("by_tag"), col("by_resource"), col("by_selector")))
                .withColumn(
                        ALLOCATION.name(),
                        when(col("by_tag").isNotNull(), "tag")
                                .when(col("by_resource").isNotNull(), "resource")
                                .when(col("by_selector").isNotNull(), "selector")
                                .otherwise("unallocated"));
    }
}
