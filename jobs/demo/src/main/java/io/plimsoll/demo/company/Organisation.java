package io.plimsoll.demo.company;

import io.plimsoll.demo.history.History;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who works with whom: units, teams, vendors, customers, stages of the journey, paths, runbooks, automations, strategy. */
final class Organisation {

    private Organisation() {}

    static List<Entry> entries(History history) {
        List<Entry> entries = new ArrayList<>();
        entries.addAll(businessUnits());
        entries.addAll(teams());
        entries.addAll(vendors());
        entries.addAll(customers());
        entries.addAll(journeyStages());
        entries.addAll(escalationPaths());
        entries.addAll(runbooks());
        entries.addAll(automations());
        entries.addAll(strategies(history));
        entries.addAll(Standards.entries());
        return entries;
    }

    private static List<Entry> businessUnits() {
        return List.of(
                new Entry("BusinessUnit", "parcel", "Parcel", Map.of("owner", "Aoife Brennan")),
                new Entry("BusinessUnit", "freight", "Freight", Map.of("owner", "Marek Zielinski")),
                new Entry("BusinessUnit", "group-it", "Group IT", Map.of("owner", "Ingrid Solberg")));
    }

    private static List<Entry> teams() {
        return List.of(
                team("booking", "Booking", "parcel"),
                team("tracking", "Tracking", "parcel"),
                team("payments", "Payments", "parcel"),
                team("last-mile", "Last mile", "parcel"),
                team("depot-systems", "Depot systems", "freight"),
                team("customs", "Customs", "freight"),
                team("integration", "Integration", "freight"),
                team("platform", "Platform", "group-it"),
                team("finance-systems", "Finance systems", "group-it"));
    }

    private static Entry team(String name, String title, String businessUnit) {
        return new Entry("Team", name, title, Map.of("businessUnit", businessUnit));
    }

    private static List<Entry> vendors() {
        return List.of(
                new Entry("Vendor", "payharbor", "PayHarbor Inc.", Map.of("owner", "payments")),
                new Entry("Vendor", "customslink", "CustomsLink sp. z o.o.", Map.of("owner", "customs")),
                new Entry("Vendor", "quickping", "QuickPing Ltd.", Map.of("owner", "last-mile")),
                new Entry("Vendor", "kleinpost", "Kleinpost GmbH", Map.of("owner", "booking")));
    }

    private static List<Entry> customers() {
        return List.of(
                customer("brightline-retail", "Brightline Retail", "confidential"),
                customer("marketplace-union", "Marketplace Union", "internal"),
                customer("atlantic-freight", "Atlantic Freight Partners", "internal"),
                customer("courier-cooperative", "Courier Cooperative", "internal"),
                customer("ferryline", "Ferryline", "internal"),
                customer("nordmarkt", "Nordmarkt", "confidential"),
                customer("motorwerk", "Motorwerk", "internal"),
                customer("group-treasury", "Group Treasury", "internal"));
    }

    private static Entry customer(String name, String title, String sensitivity) {
        return new Entry("Customer", name, title, Map.of("sensitivity", sensitivity));
    }

    private static List<Entry> journeyStages() {
        return List.of(
                stage("sign-in", "Sign in", "0.10"),
                stage("book", "Book", "0.20"),
                stage("pay", "Pay", "0.15"),
                stage("hand-over", "Hand over", "0.10"),
                stage("store", "Store", "0.05"),
                stage("clear-customs", "Clear customs", "0.10"),
                stage("deliver", "Deliver", "0.15"),
                stage("follow", "Follow", "0.10"),
                stage("settle", "Settle", "0.05"));
    }

    private static Entry stage(String name, String title, String weight) {
        return new Entry("JourneyStage", name, title, Map.of("weight", new BigDecimal(weight)));
    }

    private static List<Entry> escalationPaths() {
        return List.of(
                path("customer-critical", 15),
                path("customer-standard", 60),
                path("vendor-payments", 30),
                path("vendor-customs", 60),
                path("platform-on-call", 15));
    }

    private static Entry path(String name, int minutes) {
        return new Entry("EscalationPath", name, name, Map.of("respondWithinMinutes", minutes));
    }

    private static List<Entry> runbooks() {
        return List.of(
                new Entry("Runbook", "rb-restart-pool", "Restart a worker pool", Map.of("scope", "label-printing")),
                new Entry("Runbook", "rb-fail-over-db", "Fail a database over", Map.of("scope", "booking-api")),
                new Entry("Runbook", "rb-drain-queue", "Drain a message queue", Map.of("scope", "edi-hub")));
    }

    private static List<Entry> automations() {
        return List.of(
                automation("auto-restart-pool", "worker pool stuck", "low", false),
                automation("auto-scale-fleet", "cpu above 85 %", "low", false),
                automation("auto-fail-over", "database primary lost", "high", true),
                automation("auto-purge-queue", "queue above 100000", "high", false));
    }

    private static Entry automation(String name, String condition, String impact, boolean gated) {
        return new Entry(
                "Automation",
                name,
                name,
                Ordered.map("condition", condition)
                        .and("impact", impact)
                        .and("gated", gated)
                        .build());
    }

    private static List<Entry> strategies(History history) {
        return List.of(new Entry(
                "Strategy",
                "strategy",
                "Group strategy",
                Ordered.map("effectiveFrom", history.contractStart().toString())
                        .and("themes", weights("reliability", "0.5", "cost", "0.3", "growth", "0.2"))
                        .and("businessUnits", weights("parcel", "0.5", "freight", "0.35", "group-it", "0.15"))
                        .and("journeyStages", weights("book", "0.4", "deliver", "0.35", "follow", "0.25"))
                        .build()));
    }

    private static Map<String, Object> weights(
            String first, String firstWeight, String second, String secondWeight, String third, String thirdWeight) {
        return Ordered.map(first, new BigDecimal(firstWeight))
                .and(second, new BigDecimal(secondWeight))
                .and(third, new BigDecimal(thirdWeight))
                .build();
    }
}
