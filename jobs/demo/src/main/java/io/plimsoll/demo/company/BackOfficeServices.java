package io.plimsoll.demo.company;

import static io.plimsoll.demo.company.Terms.QUARTER_HOUR;
import static io.plimsoll.demo.company.Terms.calendarQuarter;
import static io.plimsoll.demo.company.Terms.counted;
import static io.plimsoll.demo.company.Terms.hourlyRatio;
import static io.plimsoll.demo.company.Terms.occurrences;
import static io.plimsoll.demo.company.Terms.outcome;
import static io.plimsoll.demo.company.Terms.ratioTimeslices;
import static io.plimsoll.demo.company.Terms.rolling;
import static io.plimsoll.demo.company.Terms.state;
import static io.plimsoll.demo.company.Tools.MAINFRAME;
import static io.plimsoll.demo.company.Tools.PROMETHEUS;

import io.plimsoll.demo.company.Agreement.MissingData;
import io.plimsoll.demo.company.Agreement.Treatment;
import java.time.LocalDate;
import java.util.List;

/** What the others stand on: sign-in, data, messages between companies, invoices. */
final class BackOfficeServices {

    private final LocalDate contractStart;

    BackOfficeServices(LocalDate contractStart) {
        this.contractStart = contractStart;
    }

    Holding identity() {
        Service service = new Service(
                "identity",
                "Sign-in",
                "critical",
                1,
                "platform",
                "group-it",
                Environment.ON_PREM,
                "sign-in",
                Zones.LONDON,
                null,
                List.of(),
                LocalDate.of(2015, 5, 4),
                5);
        Indicator logins = counted(
                "identity-logins",
                service.name(),
                "Share of sign-ins answered without a server error",
                new Monitor(PROMETHEUS, 300, Load.events(850, 0.0002, Rhythm.OFFICE)));
        Indicator state = state("identity-state", service.name());
        Objective answered = occurrences(service.name(), logins, "0.999", rolling(28));
        Agreement ola = new AgreementDraft("identity-ola", Agreement.Type.OLA, service.name())
                .between("platform", null)
                .promising(answered.name())
                .excluding("planned", Treatment.REMOVE, 48, 240)
                .escalating("platform-on-call")
                .from(contractStart)
                .sign();
        return new Holding(
                service,
                List.of(logins, state),
                List.of(answered, occurrences(service.name(), state, "0.999", rolling(28))),
                List.of(ola),
                Resources.machines(service.name()));
    }

    Holding dataPlatform() {
        Service service = new Service(
                "data-platform",
                "Data platform",
                "normal",
                2,
                "platform",
                "group-it",
                Environment.CLOUD,
                "follow",
                Zones.LONDON,
                null,
                List.of(),
                LocalDate.of(2022, 6, 1),
                6);
        Indicator queries = counted(
                "data-platform-queries",
                service.name(),
                "Share of queries answered",
                new Monitor(PROMETHEUS, QUARTER_HOUR, Load.thousands(24_000, 0.0002, Rhythm.OFFICE)));
        Objective answered = occurrences(service.name(), queries, "0.999", rolling(30));
        Objective inline = new Objective(
                answered.name(),
                answered.service(),
                answered.indicator(),
                answered.method(),
                answered.window(),
                answered.goals(),
                answered.alertPolicies(),
                true);
        Agreement ola = new AgreementDraft("data-platform-ola", Agreement.Type.OLA, service.name())
                .between("platform", null)
                .promising(inline.name())
                .excluding("planned", Treatment.REMOVE, 24, null)
                .from(contractStart)
                .sign();
        Agreement strict = new AgreementDraft("data-platform-finance-ola", Agreement.Type.OLA, service.name())
                .between("platform", null)
                .promising(inline.name(), "0.999000001")
                .from(contractStart)
                .sign();
        return new Holding(
                service,
                List.of(queries),
                List.of(inline),
                List.of(ola, strict),
                Resources.and(Resources.cloud(service.name()), Resources.lake(service.name())));
    }

    Holding ediHub() {
        Service service = new Service(
                "edi-hub",
                "EDI hub",
                "high",
                2,
                "integration",
                "freight",
                Environment.LEGACY,
                "hand-over",
                Zones.WARSAW,
                null,
                List.of(),
                LocalDate.of(2009, 11, 2),
                3);
        Indicator messages = outcome(
                "edi-hub-messages",
                service.name(),
                "Share of messages translated and delivered within ten minutes",
                new Monitor(PROMETHEUS, QUARTER_HOUR, Load.events(450, 0.0009, Rhythm.STEADY)));
        Indicator as2 = counted(
                "edi-hub-as2",
                service.name(),
                "Share of messages of the old AS2 channel delivered",
                new Monitor(PROMETHEUS, QUARTER_HOUR, Load.events(27, 0.002, Rhythm.OFFICE)));
        Indicator state = state("edi-hub-state", service.name());
        Objective delivered = occurrences(service.name(), messages, "0.995", rolling(28));
        Objective oldChannel = occurrences(service.name(), as2, "0.99", rolling(28));
        Agreement ola = new AgreementDraft("edi-hub-ola", Agreement.Type.OLA, service.name())
                .between("integration", null)
                .promising(delivered.name())
                .in(Zones.WARSAW)
                .excluding("planned", Treatment.REMOVE, 48, null)
                .from(contractStart)
                .sign();
        Agreement sla = new AgreementDraft("motorwerk-edi", Agreement.Type.SLA, service.name())
                .between("integration", "motorwerk")
                .promising(delivered.name(), "0.99")
                .in(Zones.WARSAW)
                .excluding("planned", Treatment.REMOVE, 48, null)
                .underpinnedBy("edi-hub-ola")
                .escalating("customer-standard")
                .from(contractStart)
                .sign();
        Agreement as2Sla = new AgreementDraft("motorwerk-as2", Agreement.Type.SLA, service.name())
                .between("integration", "motorwerk")
                .promising(oldChannel.name())
                .in(Zones.WARSAW)
                .escalating("customer-standard")
                .from(contractStart)
                .sign();
        return new Holding(
                service,
                List.of(messages, as2, state),
                List.of(delivered, oldChannel, occurrences(service.name(), state, "0.99", rolling(28))),
                List.of(ola, sla, as2Sla),
                Resources.machines(service.name()));
    }

    Holding invoicing() {
        Service service = new Service(
                "invoicing",
                "Invoicing",
                "normal",
                3,
                "finance-systems",
                "group-it",
                Environment.LEGACY,
                "settle",
                Zones.LONDON,
                null,
                List.of("data-platform"),
                LocalDate.of(2004, 1, 5),
                4);
        Indicator batch = outcome(
                "invoicing-batch",
                service.name(),
                "Share of the hour's invoices written before the hour ended",
                new Monitor(MAINFRAME, 3600, Load.events(1400, 0.004, Rhythm.OFFICE)));
        Objective written = ratioTimeslices(batch, calendarQuarter(Zones.LONDON), hourlyRatio("hours", "0.99"));
        Agreement ola = new AgreementDraft("invoicing-ola", Agreement.Type.OLA, service.name())
                .between("finance-systems", null)
                .promising(written.name())
                .missing(MissingData.BAD)
                .excluding("planned", Treatment.REMOVE, 24, null)
                .from(contractStart)
                .sign();
        Agreement sla = new AgreementDraft("treasury-invoicing", Agreement.Type.SLA, service.name())
                .between("finance-systems", "group-treasury")
                .promising(written.name(), "0.98")
                .quarterly()
                .during("office-hours")
                .missing(MissingData.GOOD)
                .underpinnedBy("invoicing-ola", "data-platform-ola")
                .escalating("customer-standard")
                .from(contractStart)
                .sign();
        return new Holding(
                service, List.of(batch), List.of(written), List.of(ola, sla), Resources.machines(service.name()));
    }
}
