package io.plimsoll.source.feed;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import org.apache.spark.sql.types.DataType;

/**
 * A bill in the columns of FOCUS 1.0 to 1.2 (FinOps Open Cost and Usage Specification). Required is only what cost arithmetic
 * cannot do without; what the specification demands beyond that, real bills do not always keep.
 */
final class BillingFeed {

    /** Money and quantities: 18 decimals and 20 digits before the point; what a bill prints beyond is rounded half up. */
    static final DataType AMOUNT = createDecimalType(38, 18);

    private static final DataType KEY_VALUES = createMapType(StringType, StringType);

    static final Feed BILLING = Feed.of("billing", "One row a charge line of a FOCUS bill", columns())
            .withChecks(
                    FeedColumns.endsAfter("ChargePeriodEnd", "ChargePeriodStart"),
                    FeedColumns.endsAfter("BillingPeriodEnd", "BillingPeriodStart"),
                    FeedColumns.oneOf("ChargeCategory", "Usage", "Purchase", "Tax", "Credit", "Adjustment"),
                    new Check(
                            "currency_code",
                            "length(BillingCurrency) = 3 AND BillingCurrency = upper(BillingCurrency)",
                            "BillingCurrency is an ISO 4217 code"))
            .partitionedByDayOf("ChargePeriodStart");

    private BillingFeed() {}

    private static Field[] columns() {
        return new Field[] {
            text("AvailabilityZone", "zone within the region"),
            Field.required("BilledCost", AMOUNT, "see BillingCurrency", "what is invoiced for the charge"),
            text("BillingAccountId", "account that is billed"),
            text("BillingAccountName", "name of the account that is billed"),
            text("BillingAccountType", "kind of the account that is billed (1.2)"),
            Field.required("BillingCurrency", StringType, "currency of the bill, ISO 4217"),
            Field.required("BillingPeriodEnd", TimestampType, "UTC", "end of the billing period, not included"),
            Field.required("BillingPeriodStart", TimestampType, "UTC", "start of the billing period"),
            text("CapacityReservationId", "capacity reservation used (1.1)"),
            text("CapacityReservationStatus", "Used or Unused (1.1)"),
            Field.required("ChargeCategory", StringType, "Usage, Purchase, Tax, Credit or Adjustment"),
            text("ChargeClass", "Correction when the charge corrects an earlier bill"),
            text("ChargeDescription", "the charge in words"),
            text("ChargeFrequency", "One-Time, Recurring or Usage-Based"),
            Field.required("ChargePeriodEnd", TimestampType, "UTC", "end of the charge, not included"),
            Field.required("ChargePeriodStart", TimestampType, "UTC", "start of the charge"),
            text("CommitmentDiscountCategory", "Spend or Usage"),
            text("CommitmentDiscountId", "commitment applied"),
            text("CommitmentDiscountName", "name of the commitment applied"),
            amount("CommitmentDiscountQuantity", "CommitmentDiscountUnit", "commitment used or bought (1.1)"),
            text("CommitmentDiscountStatus", "Used or Unused"),
            text("CommitmentDiscountType", "the provider's name of the kind of commitment"),
            text("CommitmentDiscountUnit", "unit of CommitmentDiscountQuantity (1.1)"),
            amount("ConsumedQuantity", "ConsumedUnit", "amount used"),
            text("ConsumedUnit", "unit of ConsumedQuantity"),
            amount("ContractedCost", "BillingCurrency", "cost at the contracted unit price"),
            amount("ContractedUnitPrice", "BillingCurrency", "negotiated price of a pricing unit"),
            amount("EffectiveCost", "BillingCurrency", "cost with commitments amortised"),
            text("InvoiceId", "invoice that the charge stands on (1.2)"),
            text("InvoiceIssuerName", "who issues the invoice"),
            amount("ListCost", "BillingCurrency", "cost at the list price"),
            amount("ListUnitPrice", "BillingCurrency", "list price of a pricing unit"),
            text("PricingCategory", "Standard, Dynamic, Committed or Other"),
            text("PricingCurrency", "currency that prices are stated in (1.2)"),
            amount("PricingCurrencyContractedUnitPrice", "PricingCurrency", "contracted price of a pricing unit (1.2)"),
            amount("PricingCurrencyEffectiveCost", "PricingCurrency", "cost with commitments amortised (1.2)"),
            amount("PricingCurrencyListUnitPrice", "PricingCurrency", "list price of a pricing unit (1.2)"),
            amount("PricingQuantity", "PricingUnit", "amount priced"),
            text("PricingUnit", "unit of PricingQuantity"),
            text("ProviderName", "who made the service available"),
            text("PublisherName", "who produced the service"),
            text("RegionId", "the provider's id of the region"),
            text("RegionName", "name of the region"),
            text("ResourceId", "the provider's id of the resource"),
            text("ResourceName", "name of the resource"),
            text("ResourceType", "kind of the resource"),
            text("ServiceCategory", "what the service is for, in the words of FOCUS"),
            text("ServiceName", "the provider's name of the service"),
            text("ServiceSubcategory", "second level of ServiceCategory (1.1)"),
            text("SkuId", "what is sold"),
            text("SkuMeter", "what is metered (1.1)"),
            Field.optional("SkuPriceDetails", KEY_VALUES, "properties of the price; null when not delivered (1.1)"),
            text("SkuPriceId", "price within the SKU"),
            text("SubAccountId", "account within the billed account"),
            text("SubAccountName", "name of the account within the billed account"),
            text("SubAccountType", "kind of the account within the billed account (1.2)"),
            Field.optional("Tags", KEY_VALUES, "tags by name; null when not delivered"),
        };
    }

    private static Field text(String name, String meaning) {
        return Field.optional(name, StringType, meaning + "; null when not delivered");
    }

    private static Field amount(String name, String unitColumn, String meaning) {
        return Field.optional(name, AMOUNT, "see " + unitColumn, meaning + "; null when not delivered");
    }
}
