package io.plimsoll.gold.vendors;

import io.plimsoll.config.Settings;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.objectives.AgreementScope;
import io.plimsoll.gold.objectives.SlaCompliance;
import io.plimsoll.gold.objectives.SlaCredit;
import io.plimsoll.silver.KeyedFeed;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.OrganisationTable;
import io.plimsoll.silver.catalogue.ScorecardSettingTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import io.plimsoll.testing.BuiltTables;
import io.plimsoll.testing.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The first quarter of 2026 in UTC: each vendor provides one service under the contract {@code <vendor>-uc}, judged by the month on
 * the state history {@code <vendor>-up}.
 */
final class VendorRows {

    static final Parameters PARAMETERS = new Parameters(LocalDate.of(2026, 4, 1), ZoneOffset.UTC, Optional.empty());

    private final Map<TableContract, List<Map<String, Object>>> tables = new HashMap<>();

    VendorRows() {
        for (TableContract contract : contracts()) {
            tables.put(contract, new ArrayList<>());
        }
        Settings.deliveredScorecards()
                .forEach((setting, value) ->
                        add(ScorecardSettingTable.CONTRACT, Map.of("setting", setting, "value", value)));
    }

    private static List<TableContract> contracts() {
        return List.of(
                OrganisationTable.VENDOR.contract(),
                ServiceTable.CONTRACT,
                AgreementTable.CONTRACT,
                ObjectiveTable.CONTRACT,
                ScorecardSettingTable.CONTRACT,
                new AgreementScope().contract(),
                new SlaCompliance().contract(),
                new SlaCredit().contract(),
                new ServiceCostDay().contract(),
                feed("incident"),
                feed("vendor_report"));
    }

    private static TableContract feed(String name) {
        return KeyedFeed.all().stream()
                .map(Table::contract)
                .filter(contract -> contract.table().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void add(TableContract contract, Map<String, Object> row) {
        tables.computeIfAbsent(contract, each -> new ArrayList<>()).add(row);
    }

    /** A vendor with its service, contract and indicator; nothing is on record yet. */
    VendorRows vendor(String vendor) {
        add(OrganisationTable.VENDOR.contract(), Map.of("vendor_id", vendor));
        add(ServiceTable.CONTRACT, Map.of("service_id", vendor + "-service", "vendor_id", vendor));
        add(
                AgreementTable.CONTRACT,
                Map.of("agreement_id", vendor + "-uc", "service_id", vendor + "-service", "provider", vendor));
        add(
                ObjectiveTable.CONTRACT,
                Map.of("objective_id", vendor + "-up", "sli_id", vendor + "-up", "service_id", vendor + "-service"));
        return this;
    }

    /** A month's verdict: hours up, of hours watched. */
    VendorRows month(String vendor, int month, String status, int upHours, int hours) {
        Map<String, Object> head = new HashMap<>(Map.of(
                "agreement_id",
                vendor + "-uc",
                "objective_id",
                vendor + "-up",
                "service_id",
                vendor + "-service",
                "period_start",
                first(month),
                "period_end",
                first(month + 1),
                "in_force_from",
                first(month),
                "is_closed",
                true,
                "method",
                "State"));
        Map<String, Object> scope = new HashMap<>(head);
        scope.putAll(Map.of("in_force_to", first(month + 1), "sli_id", vendor + "-up"));
        add(new AgreementScope().contract(), scope);
        head.put("status", status);
        head.put("good", BigDecimal.valueOf(upHours * 3_600L));
        head.put("total", BigDecimal.valueOf(hours * 3_600L));
        head.put("attained_net", (double) upHours / hours);
        head.put("attained_gross", (double) upHours / hours);
        add(new SlaCompliance().contract(), head);
        return this;
    }

    /** An incident that names the vendor, at noon. */
    VendorRows incident(String id, String vendor, LocalDate day, int hours, String cause) {
        Instant opened = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        add(
                feed("incident"),
                Map.of(
                        "incident_id",
                        id,
                        "vendor_id",
                        vendor,
                        "service_id",
                        vendor + "-service",
                        "opened_at",
                        opened,
                        "resolved_at",
                        opened.plusSeconds(hours * 3_600L),
                        "cause",
                        cause));
        return this;
    }

    /** A month's report, due on the tenth of the next and received on a day of it. */
    VendorRows report(String vendor, int month, String availability, int disclosed, String offered, int receivedOn) {
        add(
                feed("vendor_report"),
                Map.of(
                        "vendor_id",
                        vendor,
                        "sli_id",
                        vendor + "-up",
                        "period_start",
                        first(month),
                        "period_end",
                        first(month + 1),
                        "due_at",
                        first(month + 1).plusDays(9).atStartOfDay().toInstant(ZoneOffset.UTC),
                        "received_at",
                        first(month + 1)
                                .withDayOfMonth(receivedOn)
                                .atStartOfDay()
                                .toInstant(ZoneOffset.UTC),
                        "reported_availability",
                        new BigDecimal(availability),
                        "incidents_disclosed",
                        disclosed,
                        "credits_offered",
                        new BigDecimal(offered)));
        return this;
    }

    /** What a month's contract owes, in euros. */
    VendorRows credit(String vendor, int month, String due, String received) {
        add(
                new SlaCredit().contract(),
                Map.of(
                        "agreement_id",
                        vendor + "-uc",
                        "service_id",
                        vendor + "-service",
                        "period_start",
                        first(month),
                        "period_end",
                        first(month + 1),
                        "currency",
                        "EUR",
                        "due",
                        new BigDecimal(due),
                        "received",
                        new BigDecimal(received)));
        return this;
    }

    /** What a month's bill charges on its first day, in euros. */
    VendorRows charge(String vendor, int month, String amount) {
        add(
                new ServiceCostDay().contract(),
                Map.of(
                        "day",
                        first(month),
                        "service_id",
                        vendor + "-service",
                        "currency",
                        "EUR",
                        "billed_cost",
                        new BigDecimal(amount),
                        "credited_cost",
                        BigDecimal.ZERO));
        return this;
    }

    Dataset<Row> table(String name) {
        Rows rows = new Rows();
        tables.forEach(rows::with);
        Inputs inputs = rows.inputs();
        return new BuiltTables(inputs, PARAMETERS, new VendorScorecardDetail(), new VendorScorecard()).table(name);
    }

    static LocalDate first(int month) {
        return LocalDate.of(2026, 1, 1).plusMonths(month - 1L);
    }
}
