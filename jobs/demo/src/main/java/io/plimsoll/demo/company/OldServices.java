package io.plimsoll.demo.company;

import static io.plimsoll.demo.company.Terms.counted;
import static io.plimsoll.demo.company.Terms.occurrences;
import static io.plimsoll.demo.company.Terms.rolling;
import static io.plimsoll.demo.company.Tools.MAINFRAME;

import io.plimsoll.demo.history.History;
import java.time.LocalDate;
import java.util.List;

/** What has outlived its customers' journey: no stage of it is served. */
final class OldServices {

    /** Days of the archive's record before the past that everything else tells: a year and what makes up a month. */
    static final int ARCHIVE_DAYS_BEFORE = 400;

    private static final int HOUR = 3_600;
    private static final int DAY = 86_400;

    private final LocalDate contractStart;

    OldServices(History history) {
        this.contractStart = history.contractStart();
    }

    Holding telexGateway() {
        Service service = new Service(
                "telex-gateway",
                "Telex gateway",
                "normal",
                3,
                "integration",
                "freight",
                Environment.LEGACY,
                null,
                Zones.WARSAW,
                null,
                List.of(),
                LocalDate.of(1998, 5, 4),
                1);
        Indicator sent = counted(
                "telex-gateway-sent",
                service.name(),
                "Share of telexes sent at the first attempt",
                new Monitor(MAINFRAME, HOUR, Load.events(20, 0.003, Rhythm.STEADY)));
        Objective answered = occurrences(service.name(), sent, "0.98", rolling(28));
        Agreement sla = new AgreementDraft("motorwerk-telex", Agreement.Type.SLA, service.name())
                .between("integration", "motorwerk")
                .promising(answered.name())
                .in(Zones.WARSAW)
                .escalating("customer-standard")
                .from(contractStart)
                .sign();
        return new Holding(service, List.of(sent), List.of(answered), List.of(sla), Resources.machines(service.name()));
    }

    Holding documentArchive() {
        Service service = new Service(
                "document-archive",
                "Document archive",
                "normal",
                3,
                "finance-systems",
                "group-it",
                Environment.ON_PREM,
                null,
                Zones.LONDON,
                null,
                List.of(),
                LocalDate.of(2011, 3, 7),
                1);
        Indicator filed = counted(
                "document-archive-filed",
                service.name(),
                "Share of the day's documents filed before the next day",
                new Monitor(MAINFRAME, DAY, Load.events(9_000, 0.0002, Rhythm.STEADY), ARCHIVE_DAYS_BEFORE));
        Objective archived = occurrences(service.name(), filed, "0.99", rolling(28));
        return new Holding(
                service,
                List.of(filed),
                List.of(archived),
                List.of(
                        same("nordmarkt-archive", service, archived),
                        same("nordmarkt-retention", service, archived),
                        new AgreementDraft("treasury-archive", Agreement.Type.SLA, service.name())
                                .between("finance-systems", "group-treasury")
                                .promising(archived.name(), "0.98")
                                .escalating("customer-standard")
                                .from(contractStart.minusYears(1))
                                .sign()),
                Resources.machines(service.name()));
    }

    /** The same promise between the same parties, whatever its name. */
    private Agreement same(String name, Service service, Objective objective) {
        return new AgreementDraft(name, Agreement.Type.SLA, service.name())
                .between("finance-systems", "nordmarkt")
                .promising(objective.name())
                .escalating("customer-standard")
                .from(contractStart)
                .sign();
    }
}
