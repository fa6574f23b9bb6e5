package io.plimsoll.oracle;

import io.plimsoll.oracle.World.BudgetSpan;
import io.plimsoll.oracle.World.Event;
import io.plimsoll.oracle.World.Indicator;
import io.plimsoll.oracle.World.Objective;
import io.plimsoll.oracle.World.ObjectiveTerms;
import io.plimsoll.oracle.World.Slot;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of {@code error_budget} by rules.md: every slice, or stretch of a state, is asked whether it lies in the window. */
final class BudgetOracle {

    private final World world;
    private final long asOf;

    BudgetOracle(World world) {
        this.world = world;
        this.asOf = world.asOfAt();
    }

    /** What a row says, by {@code objective day}; burns by hours. */
    record Figures(
            Instant from,
            Instant to,
            BigDecimal target,
            BigDecimal good,
            BigDecimal total,
            BigDecimal bad,
            BigDecimal budget,
            @Nullable BigDecimal consumed,
            @Nullable BigDecimal remaining,
            Map<Integer, @Nullable BigDecimal> burns) {}

    /** Good and total from an instant; a slice counts where it starts, a stretch of a state second by second. */
    private record Piece(long from, long to, BigDecimal good, BigDecimal total) {

        /** The part in {@code [begin, end)}. */
        BigDecimal share(BigDecimal quantity, long begin, long end) {
            if (to == from) {
                return begin <= from && from < end ? quantity : BigDecimal.ZERO;
            }
            long seconds = Math.max(0, Math.min(to, end) - Math.max(from, begin));
            return quantity.signum() == 0 ? quantity : BigDecimal.valueOf(seconds);
        }
    }

    Map<String, Figures> rows() {
        Map<String, Figures> rows = new TreeMap<>();
        for (Objective objective : world.objectives()) {
            BudgetSpan span = objective.versions().get(0).span();
            ZoneId zone = span.anchor() == null ? world.zone() : span.zone();
            List<Piece> pieces = pieces(objective, zone);
            if (pieces.isEmpty()) {
                continue;
            }
            LocalDate last = local(asOf - 1, zone);
            LocalDate day = pieces.stream()
                    .map(piece -> local(piece.from(), zone))
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            for (; !day.isAfter(last); day = day.plusDays(1)) {
                for (ObjectiveTerms terms : objective.versions()) {
                    if (isInForce(terms, day)) {
                        rows.put(objective.name() + " " + day, figures(terms, pieces, day, zone));
                    }
                }
            }
        }
        return rows;
    }

    private Figures figures(ObjectiveTerms terms, List<Piece> pieces, LocalDate day, ZoneId zone) {
        long end = Math.min(day.plusDays(1).atStartOfDay(zone).toEpochSecond(), asOf);
        long begin = begin(terms.span(), end, zone);
        BigDecimal good = sum(pieces, false, begin, end);
        BigDecimal total = sum(pieces, true, begin, end);
        BigDecimal bad = total.subtract(good);
        BigDecimal allowed = BigDecimal.ONE.subtract(terms.target());
        BigDecimal budget = allowed.multiply(total);
        BigDecimal consumed = budget.signum() == 0 ? null : bad.divide(budget, MathContext.DECIMAL128);
        Map<Integer, @Nullable BigDecimal> burns = new TreeMap<>();
        for (int hours : new int[] {1, 6, 24, 72}) {
            long from = end - hours * 3600L;
            BigDecimal all = sum(pieces, true, from, end);
            BigDecimal failed = all.subtract(sum(pieces, false, from, end));
            boolean isNone = all.signum() == 0 || allowed.signum() == 0;
            burns.put(hours, isNone ? null : failed.divide(all.multiply(allowed), MathContext.DECIMAL128));
        }
        return new Figures(
                Instant.ofEpochSecond(begin),
                Instant.ofEpochSecond(end),
                terms.target(),
                good,
                total,
                bad,
                budget,
                consumed,
                consumed == null ? null : BigDecimal.ONE.subtract(consumed),
                burns);
    }

    private static long begin(BudgetSpan span, long end, ZoneId zone) {
        if (span.anchor() == null) {
            return plus(LocalDateTime.ofInstant(Instant.ofEpochSecond(end), zone), span, -1)
                    .atZone(zone)
                    .toEpochSecond();
        }
        LocalDateTime next = span.anchor();
        LocalDateTime begin = next;
        for (int number = 1; next.atZone(zone).toEpochSecond() < end; number++) {
            begin = next;
            next = plus(span.anchor(), span, number);
        }
        for (int number = -1; begin.atZone(zone).toEpochSecond() >= end; number--) {
            begin = plus(span.anchor(), span, number);
        }
        return begin.atZone(zone).toEpochSecond();
    }

    private static LocalDateTime plus(LocalDateTime local, BudgetSpan span, int windows) {
        long units = (long) windows * span.count();
        return switch (span.unit()) {
            case "d" -> local.plusDays(units);
            case "w" -> local.plusWeeks(units);
            case "M" -> local.plusMonths(units);
            default -> local.plusMonths(3 * units);
        };
    }

    private static BigDecimal sum(List<Piece> pieces, boolean all, long begin, long end) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Piece piece : pieces) {
            sum = sum.add(piece.share(all ? piece.total() : piece.good(), begin, end));
        }
        return sum;
    }

    private List<Piece> pieces(Objective objective, ZoneId zone) {
        Indicator indicator = world.indicator(objective.indicator());
        List<Piece> pieces = new ArrayList<>();
        for (ObjectiveTerms terms : objective.versions()) {
            if (indicator.measure().equals("state")) {
                addStates(pieces, terms, recorded(indicator, world.events()), zone);
            } else {
                addSlots(pieces, indicator, terms, recorded(indicator, world.slots()), zone);
            }
        }
        return pieces;
    }

    private <T> TreeMap<Long, T> recorded(Indicator indicator, Map<String, Map<String, TreeMap<Long, T>>> records) {
        Map<String, TreeMap<Long, T>> delivered = records.getOrDefault(indicator.name(), Map.of());
        String tool = ComplianceOracle.record(indicator, delivered);
        return tool == null
                ? new TreeMap<>()
                : new TreeMap<>(delivered.get(tool).headMap(asOf));
    }

    private void addSlots(
            List<Piece> pieces, Indicator indicator, ObjectiveTerms terms, TreeMap<Long, Slot> slots, ZoneId zone) {
        long length = terms.sliceSeconds() == 0 ? indicator.resolution() : terms.sliceSeconds();
        Map<Long, long[]> slices = new TreeMap<>();
        slots.forEach((at, slot) -> {
            long[] events = Judging.events(indicator, terms, slot);
            long[] slice = slices.computeIfAbsent(at / length, number -> new long[2]);
            slice[0] += events[0];
            slice[1] += events[1];
        });
        slices.forEach((number, slice) -> {
            long at = number * length;
            if (slice[1] > 0 && isInForce(terms, local(at, zone))) {
                pieces.add(new Piece(at, at, Judging.good(terms, slice).decimal(), Judging.total(terms, slice)));
            }
        });
    }

    /** Known stretches, cut at local midnights: terms are in force by the day. */
    private void addStates(List<Piece> pieces, ObjectiveTerms terms, TreeMap<Long, Event> events, ZoneId zone) {
        events.forEach((since, event) -> {
            Map.Entry<Long, Event> next = events.higherEntry(since);
            long until = next == null ? asOf : next.getKey();
            boolean isUnwatched =
                    next != null && "UNKNOWN".equals(next.getValue().previous());
            if (isUnwatched || event.state().equals("UNKNOWN")) {
                return;
            }
            for (long from = since; from < until; ) {
                LocalDate day = local(from, zone);
                long to = Math.min(until, day.plusDays(1).atStartOfDay(zone).toEpochSecond());
                if (isInForce(terms, day)) {
                    BigDecimal seconds = BigDecimal.valueOf(to - from);
                    pieces.add(new Piece(from, to, event.state().equals("OK") ? seconds : BigDecimal.ZERO, seconds));
                }
                from = to;
            }
        });
    }

    private static boolean isInForce(ObjectiveTerms terms, LocalDate day) {
        return (terms.from() == null || !day.isBefore(terms.from()))
                && (terms.to() == null || day.isBefore(terms.to()));
    }

    private static LocalDate local(long at, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(at), zone);
    }
}
