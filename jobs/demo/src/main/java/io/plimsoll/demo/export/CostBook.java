package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.truth.Truth;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Adds up what each service and provider was billed a month, from the charges themselves. */
final class CostBook {

    private static final String NOBODY = "";
    private static final String UNALLOCATED = "unallocated";

    private final Map<Line, Sum> byService = new TreeMap<>();
    private final Map<Line, Sum> byProvider = new TreeMap<>();
    private final Map<Line, Sum> byResource = new TreeMap<>();

    void enter(Charge charge) {
        YearMonth month = YearMonth.from(charge.day());
        String service = charge.service() == null ? NOBODY : charge.service();
        byService.merge(new Line(service, month, charge.currency()), Sum.of(charge), Sum::plus);
        byProvider.merge(new Line(charge.provider(), month, charge.currency()), Sum.of(charge), Sum::plus);
        if (charge.resourceId() != null) {
            byResource.merge(new Line(charge.resourceId(), month, charge.currency()), Sum.of(charge), Sum::plus);
        }
    }

    /** What was billed in a month for the resource that the lines name; zero for none. */
    BigDecimal resourceCharges(String resource, YearMonth month) {
        return byResource.entrySet().stream()
                .filter(line -> line.getKey().payer().equals(resource)
                        && line.getKey().month().equals(month))
                .map(line -> line.getValue().cost())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What a service was billed in a month, by currency. */
    Map<String, BigDecimal> charges(String service, YearMonth month) {
        Map<String, BigDecimal> charges = new TreeMap<>();
        byService.forEach((line, sum) -> {
            if (line.payer().equals(service) && line.month().equals(month)) {
                charges.put(line.currency(), sum.cost());
            }
        });
        return charges;
    }

    List<Truth> truths() {
        return Stream.concat(
                        byService.entrySet().stream().map(line -> serviceTruth(line.getKey(), line.getValue())),
                        byProvider.entrySet().stream().map(line -> providerTruth(line.getKey(), line.getValue())))
                .toList();
    }

    private static Truth serviceTruth(Line line, Sum sum) {
        boolean allocated = !line.payer().equals(NOBODY);
        String payer = allocated ? line.payer() : "nobody in particular";
        return new Truth(
                "cost:" + (allocated ? line.payer() : UNALLOCATED) + ":" + line.month() + ":" + line.currency(),
                "silver.billing_line",
                Ordered.map("billing_month", line.month().toString())
                        .and(allocated ? "service_id" : "allocation", allocated ? line.payer() : UNALLOCATED)
                        .and("BillingCurrency", line.currency())
                        .build(),
                sum.expect(),
                "In " + line.month() + " " + sum.cost() + " " + line.currency() + " were billed for " + payer + ".");
    }

    private static Truth providerTruth(Line line, Sum sum) {
        return new Truth(
                "bill:" + line.payer() + ":" + line.month(),
                "silver.billing_line",
                Ordered.map("ProviderName", line.payer())
                        .and("billing_month", line.month().toString())
                        .and("BillingCurrency", line.currency())
                        .build(),
                sum.expect(),
                line.payer() + " billed " + sum.cost() + " " + line.currency() + " for " + line.month() + ".");
    }

    private record Line(String payer, YearMonth month, String currency) implements Comparable<Line> {

        private static final Comparator<Line> ORDER =
                Comparator.comparing(Line::payer).thenComparing(Line::month).thenComparing(Line::currency);

        @Override
        public int compareTo(Line other) {
            return ORDER.compare(this, other);
        }
    }

    private record Sum(BigDecimal cost, long lines) {

        static Sum of(Charge charge) {
            return new Sum(charge.cost(), 1);
        }

        Sum plus(Sum other) {
            return new Sum(cost.add(other.cost), lines + other.lines);
        }

        Map<String, Object> expect() {
            return Ordered.map("BilledCost", cost).and("lines", lines).build();
        }
    }
}
