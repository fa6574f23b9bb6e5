package io.plimsoll.demo.company;

import static io.plimsoll.demo.company.Terms.counted;
import static io.plimsoll.demo.company.Terms.occurrences;
import static io.plimsoll.demo.company.Terms.rolling;
import static io.plimsoll.demo.company.Tools.CLOUDWATCH;

import io.plimsoll.demo.history.History;
import java.time.LocalDate;
import java.util.List;

/** What two further vendors run: one is cheap and bad, the other has only just begun. Each holds up a promise for the whole year. */
final class VendorServices {

    private static final int HOUR = 3_600;

    private final LocalDate contractStart;
    private final LocalDate lastMonth;

    VendorServices(History history) {
        this.contractStart = history.contractStart();
        this.lastMonth = history.storyMonth().plusMonths(1).atDay(1);
    }

    Holding driverAlerts() {
        Service service = new Service(
                "driver-alerts",
                "Text messages to drivers",
                "normal",
                3,
                "last-mile",
                "parcel",
                Environment.THIRD_PARTY,
                "deliver",
                Zones.WARSAW,
                "quickping",
                List.of(),
                LocalDate.of(2024, 9, 2),
                1);
        Indicator delivered = counted(
                "driver-alerts-delivered",
                service.name(),
                "Share of text messages that reached the driver's phone",
                new Monitor(CLOUDWATCH, HOUR, Load.events(900, 0.002, Rhythm.OFFICE)));
        Objective messages = occurrences(service.name(), delivered, "0.995", rolling(28));
        Agreement contract = new AgreementDraft("quickping-uc", Agreement.Type.UC, service.name())
                .between("quickping", null)
                .promising(messages.name())
                .in(Zones.WARSAW)
                .crediting("0.995", 10, "0.98", 25)
                .from(contractStart)
                .sign();
        Agreement sla = new AgreementDraft("couriers-driver-alerts", Agreement.Type.SLA, service.name())
                .between("last-mile", "courier-cooperative")
                .promising(messages.name(), "0.978")
                .yearly()
                .in(Zones.WARSAW)
                .underpinnedBy("quickping-uc")
                .escalating("customer-standard")
                .from(contractStart)
                .sign();
        return new Holding(
                service,
                List.of(delivered),
                List.of(messages),
                List.of(contract, sla),
                Resources.subscription(service.name(), "QuickPing", "EUR"));
    }

    Holding addressProof() {
        Service service = new Service(
                "address-proof",
                "Proof of address",
                "normal",
                3,
                "booking",
                "parcel",
                Environment.THIRD_PARTY,
                "book",
                Zones.LONDON,
                "kleinpost",
                List.of(),
                lastMonth,
                1);
        Indicator checked = counted(
                "address-proof-checked",
                service.name(),
                "Share of addresses that were checked",
                new Monitor(CLOUDWATCH, HOUR, Load.events(60, 0.0005, Rhythm.OFFICE)));
        Objective answered = occurrences(service.name(), checked, "0.995", rolling(28));
        Agreement contract = new AgreementDraft("kleinpost-uc", Agreement.Type.UC, service.name())
                .between("kleinpost", null)
                .promising(answered.name())
                .crediting("0.995", 10, "0.98", 25)
                .from(lastMonth)
                .sign();
        Agreement sla = new AgreementDraft("marketplace-address-proof", Agreement.Type.SLA, service.name())
                .between("booking", "marketplace-union")
                .promising(answered.name(), "0.98")
                .yearly()
                .underpinnedBy("kleinpost-uc")
                .escalating("customer-standard")
                .from(lastMonth)
                .sign();
        return new Holding(
                service,
                List.of(checked),
                List.of(answered),
                List.of(contract, sla),
                Resources.subscription(service.name(), "Kleinpost", "EUR"));
    }
}
