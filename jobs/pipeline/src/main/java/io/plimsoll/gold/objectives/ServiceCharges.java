package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.contract.Names;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.silver.catalogue.AgreementTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;

/**
 * What a credit is a percentage of: what the bills charge for the agreement's service on the days of the period on which its
 * terms are in force. Credits are left out, lest a credit that was given lower the next; taxes too, which are levied on the charges
 * and are not the provider's. The bill's days are UTC days; those count that bear the dates of the agreement's local days.
 */
final class ServiceCharges {

    /** Money of a statement: four decimals, rounded half up once, at the end. */
    static final DataType MONEY = createDecimalType(18, 4);

    static final String CHARGES = "charges";
    static final String CURRENCY = ServiceCostDay.CURRENCY.name();

    private ServiceCharges() {}

    /**
     * A row an agreement, period, day on which its terms come into force, and currency in which the service is billed; none
     * where no bill names the service.
     *
     * @param scopes rows of {@link AgreementScope}
     * @param costDays rows of {@link ServiceCostDay}
     */
    static Dataset<Row> of(Dataset<Row> scopes, Dataset<Row> costDays) {
        Dataset<Row> cycles = scopes.where(
                        size(AgreementTable.CREDIT_TIERS.col()).gt(0))
                .select(
                        AgreementScope.AGREEMENT_ID.col(),
                        AgreementScope.SERVICE_ID.col(),
                        AgreementScope.PERIOD_START.col(),
                        AgreementScope.IN_FORCE_FROM.col(),
                        AgreementScope.IN_FORCE_TO.col())
                .distinct();
        Column billed = ServiceCostDay.BILLED_COST
                .col()
                .minus(ServiceCostDay.CREDITED_COST.col())
                .minus(ServiceCostDay.TAX_COST.col());
        return cycles.join(costDays, Names.of(AgreementScope.SERVICE_ID), "inner")
                .where(ServiceCostDay.DAY
                        .col()
                        .geq(AgreementScope.IN_FORCE_FROM.col())
                        .and(ServiceCostDay.DAY.col().lt(AgreementScope.IN_FORCE_TO.col())))
                .groupBy(
                        AgreementScope.AGREEMENT_ID.col(),
                        AgreementScope.PERIOD_START.col(),
                        AgreementScope.IN_FORCE_FROM.col(),
                        ServiceCostDay.CURRENCY.col())
                .agg(sum(billed).cast(ServiceCostDay.BILLED_COST.type()).as(CHARGES));
    }
}
