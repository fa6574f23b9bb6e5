package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Measure;
import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Change;
import io.plimsoll.demo.signal.Fault;
import io.plimsoll.demo.signal.IncidentDraft;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.Truth;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Small faults that every enterprise has, on the indicators that no other story needs to stay exact, and the incidents they make. */
public final class OrdinaryFaults implements Story {

    private static final Set<String> SPARED = Set.of(
            "booking-api-availability",
            "booking-checkout-journey",
            "address-proof-checked",
            "data-platform-queries",
            "document-archive-filed",
            "driver-alerts-delivered",
            "driver-app-requests",
            "edi-hub-as2",
            "identity-logins",
            "label-printing-success",
            "payments-authorisation",
            "telex-gateway-sent",
            "tracking-portal-availability",
            "warehouse-mgmt-state");
    private static final double FAULTS_A_DAY = 0.12;
    private static final int DRAWS = 12;
    private static final List<String> CAUSES =
            List.of("defect", "capacity", "network", "expired certificate", "human error");
    private static final List<String> EYES = List.of("monitoring", "monitoring", "monitoring", "customer", "staff");

    private final Noise noise;

    /** Ordinary faults under a seed. */
    public OrdinaryFaults(Noise noise) {
        this.noise = noise.stream("ordinary-faults");
    }

    @Override
    public boolean fits(Company company, History history) {
        return true;
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        company.indicators().stream()
                .filter(indicator -> !SPARED.contains(indicator.name()))
                .forEach(indicator -> history.days()
                        .filter(day -> draw(indicator, day, 0) < FAULTS_A_DAY)
                        .forEach(day -> plantOn(company, indicator, history, day, plot)));
    }

    private void plantOn(Company company, Indicator indicator, History history, LocalDate day, Plot plot) {
        Duration offset = Duration.ofMinutes((long) (20 * 60 * draw(indicator, day, 1)));
        Duration length = Duration.ofMinutes(5 + (long) (35 * draw(indicator, day, 2)));
        Span span = Span.of(history.at(day, "02:00").plus(offset), length);
        double share = indicator.measure() == Measure.STATE ? 1 : 0.1 + 0.5 * draw(indicator, day, 3);
        Fault fault = new Fault(indicator.name(), span, share);
        plot.add(fault);
        if (indicator.measure() == Measure.STATE) {
            plot.add(down(company, indicator, day, fault));
        } else if (draw(indicator, day, 4) < 0.7) {
            report(company, indicator, history, day, fault, plot);
        }
    }

    /** What a monitor sees down, it writes into the service desk itself, from beginning to end. */
    private IncidentDraft down(Company company, Indicator indicator, LocalDate day, Fault fault) {
        Service service = company.service(indicator.service());
        String cause = pick(CAUSES, draw(indicator, day, 5));
        return new IncidentDraft(service, fault)
                .keptByMonitor()
                .severity(2)
                .because(cause.equals("network") ? "network" : "software", cause)
                .using(draw(indicator, day, 8) > 0.6 ? "rb-restart-pool" : null)
                .summary(service.title() + " down: " + cause);
    }

    private void report(Company company, Indicator indicator, History history, LocalDate day, Fault fault, Plot plot) {
        Service service = company.service(indicator.service());
        String cause = pick(CAUSES, draw(indicator, day, 5));
        String eyes = indicator.synthetic() ? "synthetic" : pick(EYES, draw(indicator, day, 6));
        int severity = 2 + (int) (3 * draw(indicator, day, 7));
        IncidentDraft incident = new IncidentDraft(service, fault)
                .because(cause.equals("network") ? "network" : "software", cause)
                .severity(Math.min(4, severity + (draw(indicator, day, 8) < 0.15 ? 1 : 0)), severity)
                .noticed(
                        Duration.ofMinutes(1 + (long) (9 * draw(indicator, day, 9))),
                        Duration.ofMinutes(2 + (long) (25 * draw(indicator, day, 10))),
                        eyes)
                .using(draw(indicator, day, 8) > 0.6 ? "rb-restart-pool" : null)
                .summary(service.title() + ": " + cause + " seen on " + indicator.name());
        if (draw(indicator, day, 11) < 0.25) {
            Change change = failed(company, indicator, history, day, fault);
            plot.add(change);
            incident.after(change);
        } else if (draw(indicator, day, 11) > 0.95) {
            incident.reopened();
        }
        plot.add(incident);
    }

    private static Change failed(Company company, Indicator indicator, History history, LocalDate day, Fault fault) {
        Service service = company.service(indicator.service());
        List<Indicator> siblings = company.indicators().stream()
                .filter(i -> i.service().equals(service.name()))
                .toList();
        int series = ChangeNumbers.FAULTY + siblings.indexOf(indicator);
        Span planned = Span.of(fault.span().from().minus(Duration.ofMinutes(20)), Duration.ofHours(1));
        return new Change(
                ChangeNumbers.of(company, history, service, day, series),
                service.name(),
                "normal",
                planned,
                planned.from().plus(Duration.ofMinutes(10)),
                "failed",
                "medium",
                false);
    }

    private double draw(Indicator indicator, LocalDate day, int draw) {
        return noise.stream(indicator.name()).uniform(DRAWS * day.toEpochDay() + draw);
    }

    private static String pick(List<String> words, double draw) {
        return words.get((int) (draw * words.size()));
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of();
    }
}
