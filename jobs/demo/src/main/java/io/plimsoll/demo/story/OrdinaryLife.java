package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Measure;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Fault;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.Truth;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Small faults that every enterprise has, on the indicators that no other story needs to stay exact. */
public final class OrdinaryLife implements Story {

    private static final Set<String> SPARED = Set.of(
            "booking-api-availability",
            "booking-checkout-journey",
            "data-platform-queries",
            "driver-app-requests",
            "edi-hub-as2",
            "identity-logins",
            "label-printing-success",
            "payments-authorisation",
            "tracking-portal-availability",
            "warehouse-mgmt-state");
    private static final double FAULTS_A_DAY = 0.06;

    private final Noise noise;

    /** Ordinary life under a seed. */
    public OrdinaryLife(Noise noise) {
        this.noise = noise.stream("ordinary-life");
    }

    @Override
    public boolean fits(Company company, History history) {
        return true;
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        company.indicators().stream()
                .filter(indicator -> !SPARED.contains(indicator.name()))
                .forEach(indicator -> plantOn(indicator, history, plot));
    }

    private void plantOn(Indicator indicator, History history, Plot plot) {
        Noise own = noise.stream(indicator.name());
        history.days().forEach(day -> {
            long index = day.toEpochDay();
            if (own.uniform(4 * index) < FAULTS_A_DAY) {
                Instant start = day.atStartOfDay(history.zone())
                        .toInstant()
                        .plusSeconds(60L * own.below(20 * 60, 4 * index + 1));
                Duration length = Duration.ofMinutes(5 + own.below(35, 4 * index + 2));
                double share = indicator.measure() == Measure.STATE ? 1 : 0.1 + 0.5 * own.uniform(4 * index + 3);
                plot.add(new Fault(indicator.name(), Span.of(start, length), share));
            }
        });
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of();
    }
}
