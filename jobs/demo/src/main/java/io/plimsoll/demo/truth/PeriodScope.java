package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.company.Agreement.Exclusion;
import io.plimsoll.demo.company.Agreement.Treatment;
import io.plimsoll.demo.company.BusinessHours;
import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Maintenance;
import io.plimsoll.demo.signal.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement says about every second of one period: promised or not, removed by maintenance, or forgiven by it. Second {@code i}
 * is the one that begins {@code i} seconds after the period does.
 */
final class PeriodScope {

    private final World world;
    private final Agreement agreement;
    private final Indicator indicator;
    private final Span period;
    private final int seconds;
    private final BitSet promised = new BitSet();
    private final BitSet removed = new BitSet();
    private final BitSet forgiven = new BitSet();

    PeriodScope(World world, Agreement agreement, Indicator indicator, LocalDate firstDay) {
        this.world = world;
        this.agreement = agreement;
        this.indicator = indicator;
        this.period = new Span(
                firstDay.atStartOfDay(agreement.zone()).toInstant(),
                firstDay.plusMonths(agreement.months())
                        .atStartOfDay(agreement.zone())
                        .toInstant());
        this.seconds = Math.toIntExact(period.seconds());
        markPromised();
        agreement.exclusions().forEach(this::markExcluded);
        forgiven.andNot(removed);
    }

    Span period() {
        return period;
    }

    boolean isPromised(long epochSecond) {
        return promised.get(offset(epochSecond));
    }

    boolean isRemoved(long epochSecond) {
        return removed.get(offset(epochSecond));
    }

    boolean isForgiven(long epochSecond) {
        return forgiven.get(offset(epochSecond));
    }

    long excludedSeconds() {
        return (long) removed.cardinality() + forgiven.cardinality();
    }

    private int offset(long epochSecond) {
        return Math.toIntExact(epochSecond - period.from().getEpochSecond());
    }

    private void markPromised() {
        Instant effectiveFrom = startOf(agreement.effectiveFrom());
        @Nullable LocalDate effectiveTo = agreement.effectiveTo();
        Instant told = world.history().to();
        Instant end = effectiveTo == null || startOf(effectiveTo).isAfter(told) ? told : startOf(effectiveTo);
        promised.set(clamp(effectiveFrom), Math.max(clamp(effectiveFrom), clamp(end)));
        if (agreement.serviceHours() != null) {
            closeOutside(world.company().calendar(agreement.serviceHours()));
        }
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(agreement.zone()).toInstant();
    }

    /** Service hours begin and end on whole minutes. */
    private void closeOutside(BusinessHours calendar) {
        for (int minute = 0; minute < seconds; minute += 60) {
            if (!calendar.isOpen(period.from().plusSeconds(minute).atZone(agreement.zone()))) {
                promised.clear(minute, minute + 60);
            }
        }
    }

    private void markExcluded(Exclusion policy) {
        if (policy.treatment() == Treatment.MEASURED) {
            return;
        }
        BitSet announced = announced(policy);
        BitSet target = policy.treatment() == Treatment.REMOVE ? removed : forgiven;
        int month = 0;
        long usedInMonth = 0;
        for (int second = announced.nextSetBit(0); second >= 0; second = announced.nextSetBit(second + 1)) {
            int monthNow =
                    period.from().plusSeconds(second).atZone(agreement.zone()).getMonthValue();
            usedInMonth = monthNow == month ? usedInMonth : 0;
            month = monthNow;
            if (policy.monthlyCapMinutes() == null || usedInMonth < policy.monthlyCapMinutes() * 60L) {
                target.set(second);
                usedInMonth++;
            }
        }
    }

    private BitSet announced(Exclusion policy) {
        BitSet announced = new BitSet();
        for (Maintenance window : world.events().allMaintenance()) {
            if (applies(window, policy) && window.span().overlaps(period)) {
                announced.set(clamp(window.span().from()), clamp(window.span().to()));
            }
        }
        announced.and(promised);
        return announced;
    }

    private int clamp(Instant instant) {
        long second = Duration.between(period.from(), instant).toSeconds();
        return Math.toIntExact(Math.min(seconds, Math.max(0, second)));
    }

    private boolean applies(Maintenance window, Exclusion policy) {
        @Nullable Instant approvedAt = window.approvedAt();
        return window.kind().equals(policy.kind())
                && List.of(agreement.service(), indicator.name()).contains(window.scope())
                && approvedAt != null
                && !approvedAt.isAfter(window.span().from().minus(Duration.ofHours(policy.noticeHours())));
    }
}
