package io.plimsoll.demo.company;

import static io.plimsoll.demo.company.Terms.QUARTER_HOUR;
import static io.plimsoll.demo.company.Terms.atMost;
import static io.plimsoll.demo.company.Terms.calendarMonth;
import static io.plimsoll.demo.company.Terms.counted;
import static io.plimsoll.demo.company.Terms.journey;
import static io.plimsoll.demo.company.Terms.latency;
import static io.plimsoll.demo.company.Terms.occurrences;
import static io.plimsoll.demo.company.Terms.outcome;
import static io.plimsoll.demo.company.Terms.rolling;
import static io.plimsoll.demo.company.Terms.timeslices;
import static io.plimsoll.demo.company.Tools.CLOUDWATCH;
import static io.plimsoll.demo.company.Tools.PROMETHEUS;
import static io.plimsoll.demo.company.Tools.UPTIME_PROBE;

import io.plimsoll.demo.company.Agreement.Treatment;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** What shippers, recipients and drivers touch: booking, tracking, payments, the driver app. */
final class CustomerServices {

    private final LocalDate contractStart;
    private final YearMonth storyMonth;

    CustomerServices(LocalDate contractStart, YearMonth storyMonth) {
        this.contractStart = contractStart;
        this.storyMonth = storyMonth;
    }

    Holding booking() {
        Service service = new Service(
                "booking-api",
                "Booking API",
                "critical",
                1,
                "booking",
                "parcel",
                Environment.CLOUD,
                "book",
                Zones.LONDON,
                null,
                List.of("identity", "payments", "data-platform"),
                LocalDate.of(2021, 9, 1),
                9);
        Indicator availability = counted(
                "booking-api-availability",
                service.name(),
                "Share of booking calls answered without a server error",
                new Monitor(PROMETHEUS, 60, Load.events(420, 0.00012, Rhythm.OFFICE)),
                new Monitor(UPTIME_PROBE, QUARTER_HOUR, Load.checks(15)));
        Indicator latency = latency("booking-api-latency", service.name(), PROMETHEUS, 210, Rhythm.OFFICE);
        Indicator checkout =
                journey("booking-checkout-journey", service.name(), "A robot books a parcel from quote to label");
        Objective uptime = occurrences(service.name(), availability, "0.999", rolling(30));
        Agreement sla = new AgreementDraft("brightline-booking", Agreement.Type.SLA, service.name())
                .between("booking", "brightline-retail")
                .promising(uptime.name())
                .excluding("planned", Treatment.REMOVE, 48, 480)
                .excluding("force_majeure", Treatment.REMOVE, 0, null)
                .crediting("0.999", 10, "0.99", 25)
                .underpinnedBy("identity-ola", "payharbor-uc", "data-platform-ola")
                .escalating("customer-critical")
                .from(contractStart)
                .confidential()
                .sign();
        return new Holding(
                service,
                List.of(availability, latency, checkout),
                List.of(
                        uptime,
                        timeslices(
                                latency, rolling(28), atMost("fast", "0.95", "280"), atMost("usable", "0.99", "400")),
                        occurrences(service.name(), checkout, "0.995", rolling(28))),
                List.of(sla),
                Resources.and(Resources.cloud(service.name()), Resources.pool(service.name())));
    }

    Holding tracking() {
        Service service = new Service(
                "tracking-portal",
                "Tracking portal",
                "critical",
                1,
                "tracking",
                "parcel",
                Environment.CLOUD,
                "follow",
                Zones.LONDON,
                null,
                List.of("identity", "data-platform"),
                LocalDate.of(2020, 3, 2),
                7);
        Indicator availability = counted(
                "tracking-portal-availability",
                service.name(),
                "Share of tracking pages served",
                new Monitor(PROMETHEUS, QUARTER_HOUR, Load.events(15_600, 0.0002, Rhythm.CONSUMER)));
        Indicator latency = latency("tracking-portal-latency", service.name(), PROMETHEUS, 300, Rhythm.CONSUMER);
        Indicator search =
                journey("tracking-search-journey", service.name(), "A robot looks a parcel up by its number");
        Objective uptime = occurrences(service.name(), availability, "0.999", rolling(28));
        Objective speed = timeslices(latency, rolling(28), atMost("p95", "0.98", "480"));
        Agreement sla = new AgreementDraft("consumer-tracking", Agreement.Type.SLA, service.name())
                .between("tracking", "marketplace-union")
                .promising(uptime.name(), "0.995")
                .promising(speed.name(), "0.95")
                .excluding("planned", Treatment.COUNT_GOOD, 24, null)
                .crediting("0.995", 5, "0.98", 15)
                .underpinnedBy("identity-ola", "data-platform-ola")
                .escalating("customer-critical")
                .from(contractStart)
                .sign();
        return new Holding(
                service,
                List.of(availability, latency, search),
                List.of(uptime, speed, occurrences(service.name(), search, "0.99", rolling(7))),
                List.of(sla),
                Resources.cloud(service.name()));
    }

    Holding payments() {
        Service service = new Service(
                "payments",
                "Card payments",
                "critical",
                1,
                "payments",
                "parcel",
                Environment.THIRD_PARTY,
                "pay",
                Zones.NEW_YORK,
                "payharbor",
                List.of(),
                LocalDate.of(2022, 1, 10),
                3);
        Indicator authorisation = outcome(
                "payments-authorisation",
                service.name(),
                "Share of card authorisations that got an answer from the bank",
                new Monitor(CLOUDWATCH, 300, Load.events(1300, 0.0004, Rhythm.CONSUMER)));
        Indicator latency = latency("payments-latency", service.name(), CLOUDWATCH, 620, Rhythm.CONSUMER);
        Objective answered = occurrences(service.name(), authorisation, "0.999", calendarMonth(Zones.NEW_YORK));
        Objective speed = timeslices(latency, rolling(28), atMost("p95", "0.95", "900"));
        Agreement contract = new AgreementDraft("payharbor-uc", Agreement.Type.UC, service.name())
                .between("payharbor", null)
                .promising(answered.name())
                .in(Zones.NEW_YORK)
                .excluding("planned", Treatment.REMOVE, 72, 120)
                .crediting("0.999", 10, "0.995", 30)
                .escalating("vendor-payments")
                .from(contractStart)
                .until(storyMonth.atDay(1))
                .confidential()
                .sign();
        Agreement tightened = new AgreementDraft("payharbor-uc", Agreement.Type.UC, service.name())
                .between("payharbor", null)
                .promising(answered.name(), "0.9998")
                .in(Zones.NEW_YORK)
                .excluding("planned", Treatment.REMOVE, 72, 120)
                .crediting("0.9998", 10, "0.995", 30)
                .escalating("vendor-payments")
                .from(storyMonth.atDay(1))
                .confidential()
                .sign();
        Agreement sla = new AgreementDraft("atlantic-payments", Agreement.Type.SLA, service.name())
                .between("payments", "atlantic-freight")
                .promising(answered.name(), "0.998")
                .promising(speed.name())
                .in(Zones.NEW_YORK)
                .excluding("planned", Treatment.REMOVE, 72, 120)
                .crediting("0.998", 5, "0.99", 20)
                .underpinnedBy("payharbor-uc")
                .escalating("vendor-payments")
                .from(contractStart)
                .sign();
        List<Agreement> contracts = contractStart.isBefore(storyMonth.atDay(1))
                ? List.of(contract, tightened, sla)
                : List.of(tightened, sla);
        return new Holding(
                service,
                List.of(authorisation, latency),
                List.of(answered, speed),
                contracts,
                Resources.subscription(service.name(), "PayHarbor", "USD"));
    }

    Holding driverApp() {
        Service service = new Service(
                "driver-app",
                "Driver app backend",
                "high",
                2,
                "last-mile",
                "parcel",
                Environment.CLOUD,
                "deliver",
                Zones.WARSAW,
                null,
                List.of("identity", "route-planner"),
                LocalDate.of(2023, 4, 17),
                6);
        Indicator requests = counted(
                "driver-app-requests",
                service.name(),
                "Share of the app's calls answered without a server error",
                new Monitor(PROMETHEUS, 300, Load.events(1900, 0.0003, Rhythm.OFFICE)));
        Indicator latency = latency("driver-app-latency", service.name(), PROMETHEUS, 180, Rhythm.OFFICE);
        Objective answered = occurrences(service.name(), requests, "0.998", rolling(28));
        Agreement sla = new AgreementDraft("couriers-driver-app", Agreement.Type.SLA, service.name())
                .between("last-mile", "courier-cooperative")
                .promising(answered.name(), "0.995")
                .in(Zones.WARSAW)
                .excluding("planned", Treatment.REMOVE, 48, null)
                .excluding("emergency", Treatment.MEASURED, 0, null)
                .crediting("0.995", 5, "0.98", 10)
                .underpinnedBy("identity-ola", "route-planner-ola")
                .escalating("customer-standard")
                .from(contractStart)
                .sign();
        return new Holding(
                service,
                List.of(requests, latency),
                List.of(answered, timeslices(latency, rolling(28), atMost("p95", "0.95", "260"))),
                List.of(sla),
                Resources.cloud(service.name()));
    }
}
