package io.plimsoll.demo.company;

import static io.plimsoll.demo.company.Terms.QUARTER_HOUR;
import static io.plimsoll.demo.company.Terms.atMost;
import static io.plimsoll.demo.company.Terms.counted;
import static io.plimsoll.demo.company.Terms.latency;
import static io.plimsoll.demo.company.Terms.occurrences;
import static io.plimsoll.demo.company.Terms.outcome;
import static io.plimsoll.demo.company.Terms.rolling;
import static io.plimsoll.demo.company.Terms.sliced;
import static io.plimsoll.demo.company.Terms.state;
import static io.plimsoll.demo.company.Terms.stateSeenTwice;
import static io.plimsoll.demo.company.Terms.timeslices;
import static io.plimsoll.demo.company.Tools.CLOUDWATCH;
import static io.plimsoll.demo.company.Tools.PROMETHEUS;
import static io.plimsoll.demo.company.Tools.UPTIME_PROBE;

import io.plimsoll.demo.company.Agreement.MissingData;
import io.plimsoll.demo.company.Agreement.Treatment;
import java.time.LocalDate;
import java.util.List;

/** What moves the goods: labels, customs, routes, warehouses. */
final class OperationsServices {

    private final LocalDate contractStart;

    OperationsServices(LocalDate contractStart) {
        this.contractStart = contractStart;
    }

    Holding labelPrinting() {
        Service service = new Service(
                "label-printing",
                "Label printing",
                "high",
                2,
                "depot-systems",
                "parcel",
                Environment.CLOUD,
                "hand-over",
                Zones.LONDON,
                null,
                List.of("identity"),
                LocalDate.of(2019, 6, 3),
                4);
        Indicator success = outcome(
                "label-printing-success",
                service.name(),
                "Share of labels printed at the first attempt",
                new Monitor(PROMETHEUS, QUARTER_HOUR, Load.events(1920, 0.0008, Rhythm.STEADY)));
        Objective printed = occurrences(service.name(), success, "0.995", rolling(30));
        Agreement sla = new AgreementDraft("brightline-labels", Agreement.Type.SLA, service.name())
                .between("depot-systems", "brightline-retail")
                .promising(printed.name())
                .excluding("planned", Treatment.REMOVE, 48, null)
                .crediting("0.995", 5, "0.98", 10)
                .underpinnedBy("identity-ola")
                .escalating("customer-standard")
                .from(contractStart)
                .sign();
        return new Holding(service, List.of(success), List.of(printed), List.of(sla), Resources.cloud(service.name()));
    }

    Holding customsGateway() {
        Service service = new Service(
                "customs-gateway",
                "Customs gateway",
                "high",
                2,
                "customs",
                "freight",
                Environment.THIRD_PARTY,
                "clear-customs",
                Zones.WARSAW,
                "customslink",
                List.of(),
                LocalDate.of(2020, 12, 14),
                3);
        Indicator availability = counted(
                "customs-gateway-availability",
                service.name(),
                "Share of declarations that the gateway accepted or refused in time",
                new Monitor(CLOUDWATCH, 300, Load.events(90, 0.0006, Rhythm.STEADY)),
                new Monitor(UPTIME_PROBE, QUARTER_HOUR, Load.checks(15)));
        Indicator state = stateSeenTwice("customs-gateway-state", service.name());
        Objective answered = timeslices(availability, rolling(28), sliced("slices", "0.99", 15, "0.95"));
        Agreement contract = new AgreementDraft("customslink-uc", Agreement.Type.UC, service.name())
                .between("customslink", null)
                .promising(answered.name())
                .in(Zones.WARSAW)
                .excluding("planned", Treatment.REMOVE, 120, 240)
                .crediting("0.99", 10, "0.97", 25)
                .escalating("vendor-customs")
                .from(contractStart)
                .sign();
        Agreement sla = new AgreementDraft("ferryline-customs", Agreement.Type.SLA, service.name())
                .between("customs", "ferryline")
                .promising(answered.name(), "0.985")
                .in(Zones.WARSAW)
                .excluding("planned", Treatment.REMOVE, 120, 240)
                .missing(MissingData.BAD)
                .underpinnedBy("customslink-uc")
                .escalating("vendor-customs")
                .from(contractStart)
                .sign();
        return new Holding(
                service,
                List.of(availability, state),
                List.of(answered, occurrences(service.name(), state, "0.99", rolling(28))),
                List.of(contract, sla),
                Resources.subscription(service.name(), "CustomsLink", "EUR"));
    }

    Holding routePlanner() {
        Service service = new Service(
                "route-planner",
                "Route planner",
                "high",
                2,
                "last-mile",
                "parcel",
                Environment.CLOUD,
                "deliver",
                Zones.WARSAW,
                null,
                List.of("data-platform"),
                LocalDate.of(2022, 10, 3),
                5);
        Indicator latency = latency("route-planner-latency", service.name(), PROMETHEUS, 760, Rhythm.OFFICE);
        Indicator success = outcome(
                "route-planner-success",
                service.name(),
                "Share of tours planned before their departure",
                new Monitor(PROMETHEUS, QUARTER_HOUR, Load.events(225, 0.001, Rhythm.OFFICE)));
        Objective speed = timeslices(latency, rolling(28), atMost("p95", "0.95", "1100"));
        Objective planned = occurrences(service.name(), success, "0.99", rolling(28));
        Agreement ola = new AgreementDraft("route-planner-ola", Agreement.Type.OLA, service.name())
                .between("last-mile", null)
                .promising(speed.name())
                .promising(planned.name())
                .in(Zones.WARSAW)
                .excluding("planned", Treatment.REMOVE, 24, null)
                .from(contractStart)
                .sign();
        return new Holding(
                service,
                List.of(latency, success),
                List.of(speed, planned),
                List.of(ola),
                Resources.cloud(service.name()));
    }

    Holding warehouse() {
        Service service = new Service(
                "warehouse-mgmt",
                "Warehouse management",
                "critical",
                1,
                "depot-systems",
                "freight",
                Environment.ON_PREM,
                "store",
                Zones.WARSAW,
                null,
                List.of("identity", "edi-hub"),
                LocalDate.of(2016, 2, 1),
                8);
        Indicator state = state("warehouse-mgmt-state", service.name());
        Indicator picks = outcome(
                "warehouse-picks-confirmed",
                service.name(),
                "Share of picks confirmed without a second scan",
                new Monitor(PROMETHEUS, QUARTER_HOUR, Load.events(1140, 0.0015, Rhythm.STEADY)));
        Objective up = occurrences(service.name(), state, "0.995", rolling(28));
        Objective confirmed = occurrences(service.name(), picks, "0.995", rolling(28));
        Agreement sla = new AgreementDraft("nordmarkt-warehouse", Agreement.Type.SLA, service.name())
                .between("depot-systems", "nordmarkt")
                .promising(up.name())
                .promising(confirmed.name(), "0.99")
                .in(Zones.WARSAW)
                .during("warehouse-shifts")
                .excluding("planned", Treatment.REMOVE, 72, 600)
                .excluding("customer_caused", Treatment.COUNT_GOOD, 0, null)
                .crediting("0.995", 5, "0.98", 10)
                .underpinnedBy("identity-ola", "edi-hub-ola")
                .escalating("customer-critical")
                .from(contractStart)
                .sign();
        return new Holding(
                service,
                List.of(state, picks),
                List.of(up, confirmed),
                List.of(sla),
                Resources.machines(service.name()));
    }
}
