package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.company.Agreement.Promise;
import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.signal.Incident;
import io.plimsoll.demo.signal.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;

/**
 * What the vendors say of their own months. All report what their contracts came to, rounded down; CustomsLink reports a good month
 * without an incident for the month in which it was down for half a day.
 */
public final class VendorClaims {

    private static final String HIDES = "customslink";
    private static final BigDecimal GLOSSED_OVER = new BigDecimal("0.999500");

    private final World world;
    private final Ledger ledger;

    /** Claims about {@code world}. */
    public VendorClaims(World world) {
        this.world = world;
        this.ledger = new Ledger(world);
    }

    /** Whether a report for the month says something else than what happened. */
    public boolean isVeiled(String vendor, YearMonth month) {
        YearMonth outage = world.history().storyMonth().minusMonths(1);
        return vendor.equals(HIDES) && month.equals(outage) && world.history().covers(outage);
    }

    /** Whether a report for the month has come by the run's date. */
    public boolean isIn(YearMonth month) {
        return month.plusMonths(1).atDay(15).isBefore(world.history().asOf());
    }

    /** What the vendor claims for the indicator, six decimals; empty when no contract of its own judges the indicator in the month. */
    public Optional<BigDecimal> availability(String vendor, Indicator indicator, YearMonth month) {
        return outcome(vendor, indicator, month)
                .map(outcome -> isVeiled(vendor, month)
                        ? GLOSSED_OVER
                        : BigDecimal.valueOf(outcome.attainedNet()).setScale(6, RoundingMode.DOWN));
    }

    private Optional<Outcome> outcome(String vendor, Indicator indicator, YearMonth month) {
        return world.company().agreements().stream()
                .filter(agreement -> agreement.provider().equals(vendor) && agreement.bindsIn(month))
                .flatMap(agreement -> agreement.promises().stream()
                        .filter(promise -> world.company()
                                .objective(promise.slo())
                                .indicator()
                                .equals(indicator.name()))
                        .map(promise -> judged(agreement, promise, month)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Outcome> judged(Agreement agreement, Promise promise, YearMonth month) {
        Outcome outcome = ledger.outcome(agreement, promise, month.atDay(1));
        return outcome.status().equals("MET") || outcome.status().equals("BREACHED")
                ? Optional.of(outcome)
                : Optional.empty();
    }

    /** Incidents of the service that the record names the vendor for, in the month. */
    public long incidents(Service service, YearMonth month) {
        return world.events().incidents().stream()
                .filter(incident -> incident.service().equals(service.name())
                        && Objects.equals(incident.vendor(), service.vendor())
                        && incident.openedAt().isBefore(world.history().to())
                        && YearMonth.from(openedOn(incident)).equals(month))
                .count();
    }

    private LocalDate openedOn(Incident incident) {
        return incident.openedAt().atZone(world.history().zone()).toLocalDate();
    }

    /** Incidents that the vendor discloses for the month. */
    public long disclosed(Service service, String vendor, YearMonth month) {
        return isVeiled(vendor, month) ? 0 : incidents(service, month);
    }
}
