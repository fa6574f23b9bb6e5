package io.plimsoll.demo.export;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a bill.
 *
 * @param provider who charges; also the invoice issuer and publisher
 * @param day first day that is charged, UTC
 * @param days how many days are charged
 * @param category FOCUS charge category: Usage, Purchase, Tax or Credit
 * @param product what the provider calls it
 * @param productCategory FOCUS service category
 * @param resourceId null when the charge is for no single resource
 * @param account the sub-account, null when the provider has none
 * @param tag the value of the tag {@code service}, null when the line has no tags
 * @param service the service that pays, null when nobody can say; never written to the bill
 */
record Charge(
        String provider,
        String currency,
        LocalDate day,
        int days,
        String category,
        String product,
        String productCategory,
        @Nullable String resourceId,
        @Nullable String account,
        @Nullable String tag,
        BigDecimal cost,
        @Nullable String service) {

    static final String HEADER = "AvailabilityZone,BilledCost,BillingAccountId,BillingAccountName,BillingCurrency,"
            + "BillingPeriodEnd,BillingPeriodStart,ChargeCategory,ChargeClass,ChargeDescription,ChargeFrequency,"
            + "ChargePeriodEnd,ChargePeriodStart,CommitmentDiscountCategory,CommitmentDiscountId,"
            + "CommitmentDiscountName,CommitmentDiscountStatus,CommitmentDiscountType,ConsumedQuantity,ConsumedUnit,"
            + "ContractedCost,ContractedUnitPrice,EffectiveCost,InvoiceIssuerName,ListCost,ListUnitPrice,"
            + "PricingCategory,PricingQuantity,PricingUnit,ProviderName,PublisherName,RegionId,RegionName,ResourceId,"
            + "ResourceName,ResourceType,ServiceCategory,ServiceName,SkuId,SkuPriceId,SubAccountId,SubAccountName,"
            + "Tags,x_CostCentre";

    /** The line as FOCUS 1.0 has it; an amount nobody can know is empty. */
    String row() {
        LocalDate month = day.withDayOfMonth(1);
        boolean usage = category.equals("Usage");
        String amount = cost.toPlainString();
        return Csv.row(
                null,
                amount,
                provider.toLowerCase(Locale.ROOT).replace(' ', '-') + "-001",
                "Halyard Group",
                currency,
                midnight(month.plusMonths(1)),
                midnight(month),
                category,
                null,
                product + " charged to Halyard Group",
                usage ? "Usage-Based" : category.equals("Purchase") ? "Recurring" : "One-Time",
                midnight(day.plusDays(days)),
                midnight(day),
                null,
                null,
                null,
                null,
                null,
                usage ? "24" : null,
                usage ? "Hours" : null,
                amount,
                null,
                amount,
                provider,
                amount,
                null,
                usage || category.equals("Purchase") ? "Standard" : null,
                usage ? "24" : null,
                usage ? "Hours" : null,
                provider,
                provider,
                usage ? "eu-west-1" : null,
                usage ? "Europe (Ireland)" : null,
                resourceId,
                resourceId,
                resourceId == null ? null : productCategory + " resource",
                productCategory,
                product,
                product.replace(' ', '-'),
                product.replace(' ', '-') + "-eu",
                account,
                account,
                tag == null ? null : JsonText.line(Map.of("service", tag)),
                "CC-1042");
    }

    private static String midnight(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
