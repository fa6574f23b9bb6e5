package io.plimsoll.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a UTC day, service, way in which it was found, and currency: what the bills charge. What belongs to no service stands
 * under {@code service_id = null}, allocation {@code unallocated}: nothing is dropped, so the rows add up to the bill. A charge
 * that lasts over several days counts on the day on which it starts.
 */
public final class ServiceCostDay implements Table {

    public static final String NAME = "silver.service_cost_day";

    public static final Field DAY = BillingLine.DAY;
    public static final Field SERVICE_ID =
            Field.optional("service_id", StringType, "the service that pays; null for what is not allocated");
    public static final Field ALLOCATION = BillingLine.ALLOCATION;
    public static final Field CURRENCY = Field.required("currency", StringType, "currency of the bill, ISO 4217");
    public static final Field BILLED_COST = cost("billed_cost", "what is invoiced");
    public static final Field EFFECTIVE_COST =
            cost("effective_cost", "cost with commitments amortised; the invoiced cost where the bill has none");
    public static final Field CREDITED_COST =
            cost("credited_cost", "what of billed_cost is credit (ChargeCategory Credit): 0, or below it");
    public static final Field TAX_COST = cost("tax_cost", "what of billed_cost is tax (ChargeCategory Tax)");
    public static final Field LINES = Field.required("lines", LongType, "lines", "charge lines summed");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a UTC day, service, way in which it was found, and currency: what the bills charge")
            .withFields(
                    DAY, SERVICE_ID, ALLOCATION, CURRENCY, BILLED_COST, EFFECTIVE_COST, CREDITED_COST, TAX_COST, LINES)
            .withKey(DAY, SERVICE_ID, ALLOCATION, CURRENCY)
            .withPartitions(DAY);

    private static Field cost(String name, String meaning) {
        return Field.required(name, createDecimalType(38, 18), "see currency", meaning);
    }

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(BillingLine.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.byDay();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        return inputs.table(BillingLine.NAME)
                .where(parameters.wanted(DAY.col()))
                .groupBy(
                        DAY.col(),
                        SERVICE_ID.col(),
                        ALLOCATION.col(),
                        col("BillingCurrency").as(CURRENCY.name()))
                .agg(
                        sum("BilledCost").cast(BILLED_COST.type()).as(BILLED_COST.name()),
                        sum(coalesce(col("EffectiveCost"), col("BilledCost")))
                                .cast(EFFECTIVE_COST.type())
                                .as(EFFECTIVE_COST.name()),
                        billed("Credit").as(CREDITED_COST.name()),
                        billed("Tax").as(TAX_COST.name()),
                        count(lit(1)).as(LINES.name()))
                .select(CONTRACT.columns());
    }

    private static Column billed(String category) {
        return sum(when(col("ChargeCategory").equalTo(category), col("BilledCost"))
                        .otherwise(lit(0)))
                .cast(BILLED_COST.type());
    }
}
