package io.plimsoll.demo.company;

import static io.plimsoll.demo.company.Terms.atMost;
import static io.plimsoll.demo.company.Terms.counted;
import static io.plimsoll.demo.company.Terms.latency;
import static io.plimsoll.demo.company.Terms.occurrences;
import static io.plimsoll.demo.company.Terms.rolling;
import static io.plimsoll.demo.company.Terms.state;
import static io.plimsoll.demo.company.Terms.timeslices;
import static io.plimsoll.demo.company.Tools.CLOUDWATCH;
import static io.plimsoll.demo.company.Tools.PROMETHEUS;

import io.plimsoll.demo.company.Agreement.Treatment;
import java.time.LocalDate;
import java.util.List;

/** Services beyond the sixteen that the stories need: they make the enterprise as large as wanted. */
final class FurtherServices {

    private static final List<String> NAMES = List.of(
            "parcel-lockers",
            "fleet-telemetry",
            "cold-chain",
            "carbon-report",
            "returns-desk",
            "yard-planning",
            "rate-engine",
            "proof-of-delivery",
            "claims-desk",
            "dock-scheduling",
            "address-check",
            "pallet-pool");
    private static final List<String> TEAMS =
            List.of("booking", "tracking", "last-mile", "depot-systems", "integration", "platform");
    private static final List<String> STAGES = List.of("book", "hand-over", "store", "deliver", "follow");

    private static final List<Rhythm> RHYTHMS = List.of(Rhythm.OFFICE, Rhythm.CONSUMER, Rhythm.STEADY);

    private final LocalDate contractStart;

    FurtherServices(LocalDate contractStart) {
        this.contractStart = contractStart;
    }

    /** The {@code index}-th further service, from 0. */
    Holding service(int index) {
        Service service = described(index);
        Indicator availability = counted(
                service.name() + "-availability",
                service.name(),
                "Share of calls answered without a server error",
                new Monitor(
                        index % 5 == 4 ? CLOUDWATCH : PROMETHEUS,
                        300,
                        Load.events(120 + 90 * (index % 9), 0.0004, RHYTHMS.get(index % RHYTHMS.size()))));
        Indicator second = index % 2 == 0
                ? latency(service.name() + "-latency", service.name(), PROMETHEUS, 240, Rhythm.OFFICE)
                : state(service.name() + "-state", service.name());
        Objective answered = occurrences(service.name(), availability, "0.995", rolling(28));
        Objective other = second.measure() == Measure.VALUE
                ? timeslices(second, rolling(28), atMost("p95", "0.95", "350"))
                : occurrences(service.name(), second, "0.99", rolling(28));
        Agreement ola = new AgreementDraft(service.name() + "-ola", Agreement.Type.OLA, service.name())
                .between(service.team(), null)
                .promising(answered.name())
                .in(service.zone())
                .excluding("planned", Treatment.REMOVE, 48, null)
                .underpinnedBy("identity-ola")
                .from(contractStart)
                .sign();
        return new Holding(
                service,
                List.of(availability, second),
                List.of(answered, other),
                List.of(ola),
                service.environment() == Environment.CLOUD
                        ? Resources.cloud(service.name())
                        : Resources.machines(service.name()));
    }

    private static Service described(int index) {
        int round = index / NAMES.size();
        String base = NAMES.get(index % NAMES.size());
        String name = round == 0 ? base : base + "-" + (round + 1);
        return new Service(
                name,
                title(name),
                index % 4 == 0 ? "high" : "normal",
                index % 4 == 0 ? 2 : 3,
                TEAMS.get(index % TEAMS.size()),
                index % 2 == 0 ? "parcel" : "freight",
                index % 3 == 2 ? Environment.ON_PREM : Environment.CLOUD,
                STAGES.get(index % STAGES.size()),
                index % 2 == 0 ? Zones.LONDON : Zones.WARSAW,
                null,
                List.of("identity"),
                LocalDate.of(2020, 1, 6).plusWeeks(index % 150),
                2 + index % 3);
    }

    private static String title(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
    }
}
