package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.bridge.CreditPercents;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Names;
import io.plimsoll.silver.catalogue.AgreementTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What a promise that was not kept costs. The tier is judged on the unrounded net figure. Where the promises of one agreement
 * together earn more than its cap, the dearest tier is served first, equal ones by objective.
 */
final class ServiceCredit {

    static final Field PERCENT = Field.optional(
            "credit_percent",
            CreditPercents.PERCENT,
            "percent",
            "credit in percent of the service's charges, under the agreement's cap; to date while the period is open; null without a verdict or without credits");
    static final Field DUE = Field.optional(
            "credit_due",
            ServiceCharges.MONEY,
            "see credit_currency",
            "credit_percent of the service's charges in the period; null like it, while the period is open, and where no bill or bills in several currencies name the service (see gold.sla_credit)");
    static final Field CURRENCY = Field.optional(
            "credit_currency",
            StringType,
            "currency of the service's charges, ISO 4217; null where no bill or bills in several currencies name the service");

    private static final String TIER_PERCENT = "tier_percent";
    private static final String CHARGES = ServiceCharges.CHARGES;

    private ServiceCredit() {}

    /**
     * Judged rows with what their figure costs.
     *
     * @param judged rows of {@link AgreementScope} with status, good and total, unique by the key of {@link SlaCompliance}
     * @param slices column of slice ratios whose sum is good, or null where good is whole
     * @param whole what is good beside the slices
     * @param charges rows of {@link ServiceCharges}
     */
    static Dataset<Row> withCredit(Dataset<Row> judged, Column slices, Column whole, Dataset<Row> charges) {
        Column earns = CreditPercents.of(
                AgreementTable.CREDIT_TIERS.col(),
                slices,
                whole.cast(LongType),
                SlaCompliance.TOTAL.col().cast(LongType));
        Column hasVerdict = SlaCompliance.STATUS.col().isin("MET", "BREACHED");
        Dataset<Row> tiers = judged.withColumn(
                TIER_PERCENT,
                when(hasVerdict.and(size(AgreementTable.CREDIT_TIERS.col()).gt(0)), earns));
        return withAmount(tiers.withColumn(PERCENT.name(), underCap()), charges);
    }

    private static Column underCap() {
        WindowSpec dearestFirst = Window.partitionBy(
                        AgreementScope.AGREEMENT_ID.col(),
                        AgreementScope.PERIOD_START.col(),
                        AgreementScope.IN_FORCE_FROM.col())
                .orderBy(col(TIER_PERCENT).desc_nulls_last(), AgreementScope.OBJECTIVE_ID.col())
                .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column before =
                sum(coalesce(col(TIER_PERCENT), lit(0))).over(dearestFirst).minus(col(TIER_PERCENT));
        Column left = greatest(AgreementTable.CREDIT_CAP_PERCENT.col().minus(before), lit(0));
        Column capped = when(AgreementTable.CREDIT_CAP_PERCENT.col().isNotNull(), least(col(TIER_PERCENT), left))
                .otherwise(col(TIER_PERCENT));
        return when(col(TIER_PERCENT).isNotNull(), capped).cast(PERCENT.type());
    }

    private static Dataset<Row> withAmount(Dataset<Row> judged, Dataset<Row> charges) {
        Dataset<Row> oneCurrency = charges.groupBy(
                        AgreementScope.AGREEMENT_ID.col(),
                        AgreementScope.PERIOD_START.col(),
                        AgreementScope.IN_FORCE_FROM.col())
                .agg(
                        max(col(CHARGES)).as(CHARGES),
                        max(col(ServiceCharges.CURRENCY)).as(CURRENCY.name()),
                        count(lit(1)).as("currencies"))
                .where(col("currencies").equalTo(1));
        Column due = when(AgreementScope.IS_CLOSED.col(), amount(col(CHARGES), PERCENT.col()));
        return judged.join(
                        oneCurrency,
                        Names.of(
                                AgreementScope.AGREEMENT_ID, AgreementScope.PERIOD_START, AgreementScope.IN_FORCE_FROM),
                        "left")
                .withColumn(DUE.name(), due)
                .withColumn(CURRENCY.name(), when(PERCENT.col().isNotNull(), col(CURRENCY.name())));
    }

    /** A percentage of charges, rounded half up to four decimals; nothing is due of unknown charges when the percentage is 0. */
    static Column amount(Column charges, Column percent) {
        Column share = percent.cast(createDecimalType(9, 4)).divide(lit(100)).cast(createDecimalType(9, 6));
        Column exact = charges.cast(createDecimalType(28, 12)).multiply(share);
        return when(percent.equalTo(0), lit(0)).otherwise(round(exact, 4)).cast(ServiceCharges.MONEY);
    }
}
