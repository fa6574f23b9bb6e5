package io.plimsoll.gold.objectives;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.BillingLine;
import io.plimsoll.silver.KeyedFeed;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.silver.catalogue.SourceTable;
import io.plimsoll.testing.Rows;
import io.plimsoll.testing.TestWorkspace;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/**
 * Three services in January 2026. Checkout missed its promise: 10 % of 3,100 USD. Search missed two, 25 % and 10 % of 1,000 EUR
 * under a cap of 30 %, so 250 and 50. Ledger kept its promise. Credits can be claimed for thirty days, until 2 March.
 */
class SlaCreditTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
    private static final List<Map<String, Object>> CLAIMS =
            List.of(claim("c1", "search", "180"), claim("c2", "search", "120"));
    private static final List<Map<String, Object>> CREDITS = List.of(
            credit(1, "search", "EUR", "-120", Map.of("sla_agreement", "search-sla", "sla_period", "2026-01-01")),
            credit(2, "ledger", "USD", "-20", Map.of()));

    @Test
    void dueClaimableClaimedAndReceivedStandApart() {
        assertThat(ledger(LocalDate.of(2026, 3, 2), CLAIMS, CREDITS))
                .containsExactly(
                        "checkout-sla | USD | 3100 | 310 | 2026-03-03 | 310 | 0 | 0 | 0 | CLAIMABLE",
                        "ledger-sla | USD | 400 | 0 | 2026-03-03 | 0 | 0 | 0 | 20 | NOTHING_DUE",
                        "search-sla | EUR | 1000 | 300 | 2026-03-03 | 0 | 300 | 120 | 0 | CLAIMED");
    }

    @Test
    void whatWasNotClaimedInTimeHasLapsed() {
        assertThat(ledger(LocalDate.of(2026, 3, 3), CLAIMS, CREDITS).get(0))
                .isEqualTo("checkout-sla | USD | 3100 | 310 | 2026-03-03 | 0 | 0 | 0 | 0 | LAPSED");
    }

    @Test
    void theOrderOfTheRecordsChangesNothing() {
        List<Map<String, Object>> claims = new ArrayList<>(CLAIMS);
        Collections.reverse(claims);
        List<Map<String, Object>> credits = new ArrayList<>(CREDITS);
        Collections.reverse(credits);

        assertThat(ledger(FEBRUARY, claims, credits)).isEqualTo(ledger(FEBRUARY, CLAIMS, CREDITS));
    }

    private static List<String> ledger(
            LocalDate asOf, List<Map<String, Object>> claims, List<Map<String, Object>> credits) {
        Rows inputs = new Rows()
                .with(
                        new AgreementScope().contract(),
                        List.of(
                                scope("checkout", "o1"),
                                scope("ledger", "o1"),
                                scope("search", "o1"),
                                scope("search", "o2")))
                .with(
                        new SlaCompliance().contract(),
                        List.of(
                                judged("checkout", "o1", "BREACHED", "10"),
                                judged("ledger", "o1", "MET", "0"),
                                judged("search", "o1", "BREACHED", "5"),
                                judged("search", "o2", "BREACHED", "25")))
                .with(
                        new ServiceCostDay().contract(),
                        List.of(
                                charge("checkout", 1, "USD", "3000", "0"),
                                charge("checkout", 31, "USD", "80", "-20"),
                                charge("ledger", 5, "USD", "380", "-20"),
                                charge("search", 9, "EUR", "1000", "0")))
                .with(new BillingLine().contract(), credits)
                .with(claimTable(), claims)
                .with(SourceTable.CONTRACT, Map.of("source", "desk", "feed", "credit_claim", "position", 0));
        Dataset<Row> ledger =
                new SlaCredit().build(inputs.inputs(), new Parameters(asOf, ZoneOffset.UTC, Optional.empty()));
        return TestWorkspace.text(
                ledger,
                "agreement_id",
                "currency",
                "int(charges)",
                "int(due)",
                "claim_before",
                "int(claimable)",
                "int(claimed)",
                "int(received)",
                "int(other_credits)",
                "finding");
    }

    private static TableContract claimTable() {
        return KeyedFeed.all().stream()
                .map(table -> table.contract())
                .filter(contract -> contract.name().equals("silver.credit_claim"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> scope(String service, String objective) {
        Map<String, Object> scope = period(service, objective);
        scope.put("in_force_to", FEBRUARY);
        scope.put("credit_tiers", List.of(RowFactory.create(new BigDecimal("0.999"), new BigDecimal("10"))));
        scope.put("claim_within_days", 30);
        return scope;
    }

    private static Map<String, Object> judged(String service, String objective, String status, String percent) {
        Map<String, Object> judged = period(service, objective);
        judged.put("is_closed", true);
        judged.put("status", status);
        judged.put("credit_percent", new BigDecimal(percent));
        return judged;
    }

    private static Map<String, Object> period(String service, String objective) {
        Map<String, Object> period = new HashMap<>();
        period.put("agreement_id", service + "-sla");
        period.put("objective_id", objective);
        period.put("service_id", service);
        period.put("period_start", JANUARY);
        period.put("period_end", FEBRUARY);
        period.put("in_force_from", JANUARY);
        return period;
    }

    private static Map<String, Object> charge(
            String service, int day, String currency, String billed, String credited) {
        return Map.of(
                "day",
                JANUARY.withDayOfMonth(day),
                "service_id",
                service,
                "allocation",
                "tag",
                "currency",
                currency,
                "billed_cost",
                new BigDecimal(billed),
                "credited_cost",
                new BigDecimal(credited),
                "tax_cost",
                BigDecimal.ZERO);
    }

    private static Map<String, Object> claim(String id, String service, String amount) {
        return Map.of(
                "claim_id",
                id,
                "agreement_id",
                service + "-sla",
                "period_start",
                JANUARY,
                "claimed_at",
                Instant.parse("2026-02-05T09:00:00Z"),
                "amount",
                new BigDecimal(amount),
                "currency",
                "EUR");
    }

    /** A credit line of a bill: on the day of the service's own credit, or on next month's bill when it names its agreement. */
    private static Map<String, Object> credit(
            long row, String service, String currency, String amount, Map<String, String> tags) {
        return Map.of(
                "ChargeCategory",
                "Credit",
                "service_id",
                service,
                "BillingCurrency",
                currency,
                "BilledCost",
                new BigDecimal(amount),
                "Tags",
                tags,
                "source",
                "bills",
                "path",
                "bill.csv",
                "row_number",
                row,
                "day",
                tags.isEmpty() ? JANUARY.withDayOfMonth(5) : FEBRUARY);
    }
}
