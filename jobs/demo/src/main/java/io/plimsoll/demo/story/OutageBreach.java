package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Change;
import io.plimsoll.demo.signal.Fault;
import io.plimsoll.demo.signal.IncidentDraft;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.ComplianceTruth;
import io.plimsoll.demo.truth.Truth;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** Booking is down for 3 h 12 min on a working morning: the customer's month is breached, the months around it are met. */
public final class OutageBreach implements Story {

    static final Duration LENGTH = Duration.ofMinutes(192);

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("booking-api") && history.covers(history.storyMonth());
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        Fault fault = new Fault("booking-api-availability", outage(history), 1);
        Change release = release(company, history);
        plot.add(fault);
        plot.add(new Fault("booking-checkout-journey", outage(history), 1));
        plot.add(release);
        plot.add(new IncidentDraft(company.service("booking-api"), fault)
                .major()
                .noticed(Duration.ofMinutes(2), Duration.ofMinutes(5), "synthetic")
                .after(release)
                .using("rb-fail-over-db")
                .summary("Booking down: release locked the price table, no parcel can be booked"));
    }

    private static Change release(Company company, History history) {
        Service service = company.service("booking-api");
        LocalDate day = history.storyMonth().atDay(12);
        return new Change(
                ChangeNumbers.of(company, history, service, day, ChangeNumbers.PLANTED),
                service.name(),
                "normal",
                new Span(history.at(day, "08:50"), history.at(day, "09:30")),
                history.at(day, "09:05"),
                "backed_out",
                "low",
                false);
    }

    static Span outage(History history) {
        return Span.of(history.at(history.storyMonth().atDay(12), "09:10"), LENGTH);
    }

    @Override
    public List<Truth> truths(World world) {
        History history = world.history();
        return List.of(new ComplianceTruth(world)
                .row(
                        "booking-outage",
                        "brightline-booking",
                        history.storyMonth(),
                        "Booking was down for 3 h 12 min from "
                                + outage(history).from() + ": Brightline's month is breached."));
    }
}
