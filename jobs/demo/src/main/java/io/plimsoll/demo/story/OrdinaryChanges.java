package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Change;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.Truth;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** The changes of every day, nearly all of which go well. */
public final class OrdinaryChanges implements Story {

    private static final double CHANGES_A_DAY = 0.3;
    private static final List<String> KINDS = List.of("standard", "standard", "normal", "normal", "emergency");
    private static final List<String> RISKS = List.of("low", "low", "medium", "high");

    private final Noise noise;

    /** Ordinary changes under a seed. */
    public OrdinaryChanges(Noise noise) {
        this.noise = noise.stream("ordinary-changes");
    }

    @Override
    public boolean fits(Company company, History history) {
        return true;
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        for (Service service : company.services()) {
            Noise own = noise.stream(service.name());
            history.days()
                    .filter(day -> own.uniform(6 * day.toEpochDay()) < CHANGES_A_DAY)
                    .forEach(day -> plot.add(change(company, history, service, day, own)));
        }
    }

    private static Change change(Company company, History history, Service service, LocalDate day, Noise own) {
        long index = 6 * day.toEpochDay();
        Span planned = Span.of(history.at(day, "19:00"), Duration.ofMinutes(30 + 15L * own.below(6, index + 1)));
        double luck = own.uniform(index + 2);
        String outcome = luck < 0.02 ? "failed" : luck < 0.04 ? "backed_out" : "success";
        return new Change(
                ChangeNumbers.of(company, history, service, day, ChangeNumbers.ROUTINE),
                service.name(),
                KINDS.get(own.below(KINDS.size(), index + 3)),
                planned,
                planned.from().plus(Duration.ofMinutes(own.below(20, index + 4))),
                outcome,
                RISKS.get(own.below(RISKS.size(), index + 5)),
                own.uniform(index + 5) > 0.5);
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of();
    }
}
