package io.plimsoll.silver.catalogue;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.Resource;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One row a resource (what capacity is planned of) and version of it. */
public final class ResourceTable {

    public static final String NAME = "silver.resource";

    public static final Field RESOURCE_ID = Field.required("resource_id", StringType, "the resource's name");
    public static final Field SERVICE_ID =
            Field.optional("service_id", StringType, "the service that runs on it; null when undeclared");
    public static final Field METRICS =
            Field.required("metrics", createArrayType(StringType, false), "what is measured of it: cpu, memory, ...");
    public static final Field UNIT = Field.optional("unit", StringType, "unit of its capacity; null when undeclared");
    public static final Field CAPACITY =
            Field.optional("capacity", DoubleType, "see unit", "what there is of it; null when undeclared");
    public static final Field LEAD_TIME_DAYS =
            Field.optional("lead_time_days", IntegerType, "d", "days from an order to its use; null when undeclared");
    public static final Field ORDER_STEP = Field.optional(
            "order_step", DoubleType, "see unit", "smallest amount that can be ordered; null when undeclared");
    public static final Field UNIT_COST = Field.optional(
            "unit_cost", createDecimalType(18, 6), "see currency", "cost of a unit a month; null when undeclared");
    public static final Field CURRENCY =
            Field.optional("currency", StringType, "currency of unit_cost, ISO 4217; null when undeclared");
    public static final Field TARGET_UTILISATION = Field.optional(
            "target_utilisation", Field.RATIO, "ratio", "share of the capacity to plan for; null when undeclared");
    public static final Field REDUNDANCY =
            Field.optional("redundancy", StringType, "N, N+1 or 2N; null when undeclared");
    public static final Field UNITS = Field.optional(
            "units",
            IntegerType,
            "units",
            "alike units that make up the capacity, spare ones among them; null when undeclared");
    public static final Field BUFFER = Field.optional(
            "buffer_ratio", Field.RATIO, "ratio", "share of the capacity that is kept free; null when undeclared");
    public static final Field BILLING_SELECTOR = Field.optional(
            "billing_selector",
            StringType,
            "Spark SQL condition over FOCUS columns that finds its charges; null when its id or a tag does");
    public static final Field EFFECTIVE_FROM =
            Field.optional("effective_from", DateType, "first day on which this version is in force; null for always");
    public static final Field EFFECTIVE_TO = Field.optional(
            "effective_to", DateType, "first day on which it no longer is; null for until further notice");

    /** The table's declaration. */
    public static final TableContract CONTRACT = TableContract.of(NAME, "One row a resource and version")
            .withFields(
                    RESOURCE_ID,
                    SERVICE_ID,
                    METRICS,
                    UNIT,
                    CAPACITY,
                    LEAD_TIME_DAYS,
                    ORDER_STEP,
                    UNIT_COST,
                    CURRENCY,
                    TARGET_UTILISATION,
                    REDUNDANCY,
                    UNITS,
                    BUFFER,
                    BILLING_SELECTOR,
                    EFFECTIVE_FROM,
                    EFFECTIVE_TO)
            .withKey(RESOURCE_ID, EFFECTIVE_FROM);

    /** The catalogue's resources as rows of this table. */
    public static List<Row> rows(Catalog catalog) {
        return catalog.resources().stream().map(ResourceTable::row).toList();
    }

    private static Row row(Resource resource) {
        return RowFactory.create(
                resource.name(),
                resource.service().orElse(null),
                resource.metrics(),
                resource.unit().orElse(null),
                resource.capacity().map(BigDecimal::doubleValue).orElse(null),
                resource.leadTimeDays().orElse(null),
                resource.orderStep().map(BigDecimal::doubleValue).orElse(null),
                resource.unitCost().orElse(null),
                resource.currency().orElse(null),
                resource.targetUtilisation().orElse(null),
                resource.redundancy().toString(),
                resource.units().orElse(null),
                resource.buffer().orElse(null),
                resource.billingSelector().orElse(null),
                resource.effective().from().orElse(null),
                resource.effective().to().orElse(null));
    }

    private ResourceTable() {}
}
