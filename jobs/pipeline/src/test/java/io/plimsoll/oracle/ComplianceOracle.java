package io.plimsoll.oracle;

import io.plimsoll.oracle.World.Agreement;
import io.plimsoll.oracle.World.AgreementTerms;
import io.plimsoll.oracle.World.Calendar;
import io.plimsoll.oracle.World.Event;
import io.plimsoll.oracle.World.Indicator;
import io.plimsoll.oracle.World.Objective;
import io.plimsoll.oracle.World.ObjectiveTerms;
import io.plimsoll.oracle.World.Policy;
import io.plimsoll.oracle.World.Request;
import io.plimsoll.oracle.World.Slot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of {@code sla_compliance} by rules.md, every second of a scope a bit of its own. */
final class ComplianceOracle {

    private final World world;
    private final long origin;
    private final long asOf;
    private final Map<String, BitSet> openSeconds = new HashMap<>();

    ComplianceOracle(World world) {
        this.world = world;
        // A year of some zone may begin long before the first record.
        this.origin = LocalDate.ofEpochDay(world.firstAt() / 86_400)
                                .minusDays(40)
                                .withDayOfYear(1)
                                .toEpochDay()
                        * 86_400
                - 2 * 86_400;
        this.asOf = world.asOfAt();
    }

    /** What a row says, by {@code agreement objective period_start in_force_from}. */
    record Figures(
            String status,
            BigDecimal good,
            BigDecimal total,
            @Nullable BigDecimal net,
            @Nullable BigDecimal gross,
            long excluded,
            long unknown,
            @Nullable BigDecimal coverage,
            @Nullable String initialState) {}

    Map<String, Figures> rows() {
        Map<String, Figures> rows = new TreeMap<>();
        for (Agreement agreement : world.agreements()) {
            Objective objective = world.objectives().stream()
                    .filter(candidate -> candidate.name().equals(agreement.objective()))
                    .findFirst()
                    .orElseThrow();
            for (AgreementTerms promised : agreement.versions()) {
                for (ObjectiveTerms measured : objective.versions()) {
                    new Stretch(agreement, objective, promised, measured).addRows(rows);
                }
            }
        }
        return rows;
    }

    /** The tool that is the record: the named one if it delivered, else the first source that did. */
    static @Nullable String record(Indicator indicator, Map<String, ?> delivered) {
        if (indicator.tool() != null && delivered.containsKey(indicator.tool())) {
            return indicator.tool();
        }
        return World.sources(indicator).stream()
                .filter(delivered::containsKey)
                .findFirst()
                .orElse(null);
    }

    /** Days on which neither the agreement's nor the objective's terms change. */
    private final class Stretch {
        private final Agreement agreement;
        private final Objective objective;
        private final AgreementTerms promised;
        private final ObjectiveTerms measured;
        private final Indicator indicator;
        private final @Nullable LocalDate from;
        private final @Nullable LocalDate to;
        private final NavigableMap<Long, Slot> slots;
        private final NavigableMap<Long, Event> events;
        private final @Nullable Long first;
        private final BigDecimal target;

        Stretch(Agreement agreement, Objective objective, AgreementTerms promised, ObjectiveTerms measured) {
            this.agreement = agreement;
            this.objective = objective;
            this.promised = promised;
            this.measured = measured;
            this.indicator = world.indicator(objective.indicator());
            this.from = Stream.of(promised.from(), measured.from())
                    .filter(day -> day != null)
                    .max(LocalDate::compareTo)
                    .orElse(null);
            this.to = Stream.of(promised.to(), measured.to())
                    .filter(day -> day != null)
                    .min(LocalDate::compareTo)
                    .orElse(null);
            this.slots = recorded(world.slots().getOrDefault(indicator.name(), Map.of()));
            this.events = recorded(world.events().getOrDefault(indicator.name(), Map.of()));
            this.first = Stream.of(slots, events)
                    .filter(records -> !records.isEmpty())
                    .map(NavigableMap::firstKey)
                    .findFirst()
                    .orElse(null);
            this.target = promised.target() == null ? measured.target() : promised.target();
        }

        private <T> NavigableMap<Long, T> recorded(Map<String, NavigableMap<Long, T>> delivered) {
            String tool = record(indicator, delivered);
            return tool == null
                    ? new TreeMap<>()
                    : new TreeMap<>(Objects.requireNonNull(delivered.get(tool)).headMap(asOf));
        }

        void addRows(Map<String, Figures> rows) {
            if (from != null && to != null && !from.isBefore(to)) {
                return;
            }
            long begins = from != null ? start(from) : first != null ? first : asOf - 1;
            long ends = to == null ? asOf : Math.min(asOf, start(to));
            if (begins >= ends) {
                return;
            }
            LocalDate period = periodOf(
                    Instant.ofEpochSecond(begins).atZone(promised.zone()).toLocalDate());
            while (start(period) < ends && period.isBefore(world.asOf())) {
                LocalDate next = period.plusMonths(months());
                addRow(rows, period, next);
                period = next;
            }
        }

        private void addRow(Map<String, Figures> rows, LocalDate period, LocalDate next) {
            Figures figures = indicator.measure().equals("state") ? ofStates(period, next) : ofSlots(period, next);
            boolean recordBegins = from == null && first != null && start(period) < first && first < start(next);
            boolean isClosed = start(next) <= asOf;
            if (!(recordBegins && isClosed && figures.status().equals("NO_DATA"))) {
                LocalDate inForce = from != null && from.isAfter(period) ? from : period;
                rows.put(String.join(" ", agreement.name(), objective.name(), "" + period, "" + inForce), figures);
            }
        }

        private int months() {
            return switch (promised.unit()) {
                case "month" -> 1;
                case "quarter" -> 3;
                default -> 12;
            };
        }

        private LocalDate periodOf(LocalDate day) {
            int past = (day.getMonthValue() - 1) % months();
            return day.withDayOfMonth(1).minusMonths(past);
        }

        private long start(LocalDate day) {
            return day.atStartOfDay(promised.zone()).toEpochSecond();
        }

        /** Period, terms in force, run's date, service hours. */
        private BitSet scope(LocalDate period, LocalDate next) {
            long begin = Math.max(start(period), from == null ? Long.MIN_VALUE : start(from));
            long end = Math.min(Math.min(start(next), asOf), to == null ? Long.MAX_VALUE : start(to));
            BitSet scope = new BitSet();
            if (begin < end) {
                scope.set(bit(begin), bit(end));
            }
            if (promised.calendar() != null) {
                scope.and(openSeconds.computeIfAbsent(promised.calendar(), ComplianceOracle.this::open));
            }
            return scope;
        }

        private BitSet excluded(BitSet scope, String treatment) {
            BitSet excluded = new BitSet();
            promised.policies().forEach((kind, policy) -> {
                if (policy.treatment().equals(treatment)) {
                    excluded.or(excludedBy(kind, policy, scope));
                }
            });
            return excluded;
        }

        private BitSet excludedBy(String kind, Policy policy, BitSet scope) {
            BitSet asked = new BitSet();
            for (Request request : world.requests()) {
                if (kind.equals(request.kind()) && applies(request) && isApproved(request, policy)) {
                    asked.set(bit(request.from()), bit(request.to()));
                }
            }
            asked.and(scope);
            if (policy.monthlyCapMinutes() == null) {
                return asked;
            }
            BitSet capped = new BitSet();
            Map<String, Integer> used = new HashMap<>();
            String month = "";
            long monthEnds = Long.MIN_VALUE;
            for (int second = asked.nextSetBit(0); second >= 0; second = asked.nextSetBit(second + 1)) {
                if (origin + second >= monthEnds) {
                    ZonedDateTime local = Instant.ofEpochSecond(origin + second).atZone(promised.zone());
                    month = local.getYear() + "-" + local.getMonthValue();
                    monthEnds = start(local.toLocalDate().withDayOfMonth(1).plusMonths(1));
                }
                if (used.merge(month, 1, Integer::sum) <= policy.monthlyCapMinutes() * 60) {
                    capped.set(second);
                }
            }
            return capped;
        }

        private boolean applies(Request request) {
            return request.scope().equals(agreement.service())
                    || request.scope().startsWith(agreement.service() + "/")
                    || request.scope().equals(indicator.name());
        }

        private boolean isApproved(Request request, Policy policy) {
            if (request.approved() == null) {
                return false;
            }
            return policy.noticeHours() == null || request.approved() + policy.noticeHours() * 3600L <= request.from();
        }

        private Figures ofSlots(LocalDate period, LocalDate next) {
            BitSet scope = scope(period, next);
            BitSet removed = excluded(scope, "remove");
            BitSet excused = excluded(scope, "count_good");
            excused.andNot(removed);
            BitSet net = minus(scope, removed);
            Sums sums = new Sums(net, excused);
            Sums gross = new Sums(scope, new BitSet());
            long expected = slotsOf(net).size();
            long received = Math.min(expected, sums.received);
            String status = status(expected, received, sums.total.signum() == 0, sums.isMet());
            return new Figures(
                    status,
                    sums.good.rounded(),
                    sums.total,
                    Fraction.ratio(sums.good, sums.total),
                    Fraction.ratio(gross.good, gross.total),
                    removed.cardinality() + (long) excused.cardinality(),
                    0,
                    Fraction.ratio(received, expected),
                    null);
        }

        private String status(long expected, long received, boolean isQuiet, boolean isMet) {
            BigDecimal wanted = promised.minimumCoverage().multiply(BigDecimal.valueOf(expected));
            if (expected == 0 || BigDecimal.valueOf(received).compareTo(wanted) < 0) {
                return "NO_DATA";
            }
            return isQuiet ? "NO_TRAFFIC" : isMet ? "MET" : "BREACHED";
        }

        private Set<Long> slotsOf(BitSet scope) {
            Set<Long> starts = new HashSet<>();
            long step = indicator.resolution();
            for (long at = origin - Math.floorMod(origin, step) + step; at < asOf; at += step) {
                if (scope.get(bit(at))) {
                    starts.add(at);
                }
            }
            return starts;
        }

        /** Good and total of the slots in a scope by the objective's method. */
        private final class Sums {
            private Fraction good = Fraction.ZERO;
            private BigDecimal total = BigDecimal.ZERO;
            private long received;

            Sums(BitSet scope, BitSet excused) {
                Map<Long, long[]> slices = new TreeMap<>();
                long length = measured.sliceSeconds();
                slots.forEach((at, slot) -> {
                    if (scope.get(bit(at))) {
                        received++;
                        long[] events = Judging.events(indicator, measured, slot);
                        long[] slice = slices.computeIfAbsent(length == 0 ? 0 : at / length, number -> new long[2]);
                        slice[0] += excused.get(bit(at)) ? events[1] : events[0];
                        slice[1] += events[1];
                    }
                });
                slices.values().forEach(slice -> {
                    good = good.plus(Judging.good(measured, slice));
                    total = total.add(Judging.total(measured, slice));
                });
                if (length > 0 && !promised.missingData().equals("ignore")) {
                    Set<Long> missing = new HashSet<>();
                    slotsOf(scope).forEach(at -> missing.add(at / length));
                    missing.removeAll(slices.keySet());
                    total = total.add(BigDecimal.valueOf(missing.size()));
                    if (promised.missingData().equals("good")) {
                        good = good.plus(Fraction.of(missing.size(), 1));
                    }
                }
            }

            boolean isMet() {
                return good.isAtLeast(target.multiply(total));
            }
        }

        private Figures ofStates(LocalDate period, LocalDate next) {
            BitSet scope = scope(period, next);
            Map<String, BitSet> states = states(period, next);
            BitSet removed = excluded(scope, "remove");
            BitSet excused = excluded(scope, "count_good");
            excused.andNot(removed);
            BitSet net = minus(scope, removed);
            long ok = common(net, of(states, "OK"));
            long problem = common(net, of(states, "PROBLEM"));
            BitSet forgiven = (BitSet) excused.clone();
            forgiven.and(of(states, "PROBLEM"));
            long good = ok + forgiven.cardinality();
            long known = ok + problem;
            long grossOk = common(scope, of(states, "OK"));
            BigDecimal wanted = target.multiply(BigDecimal.valueOf(known));
            return new Figures(
                    status(
                            net.cardinality(),
                            known,
                            known == 0,
                            BigDecimal.valueOf(good).compareTo(wanted) >= 0),
                    BigDecimal.valueOf(good),
                    BigDecimal.valueOf(known),
                    Fraction.ratio(good, known),
                    Fraction.ratio(grossOk, grossOk + common(scope, of(states, "PROBLEM"))),
                    removed.cardinality() + (long) excused.cardinality(),
                    common(scope, of(states, "UNKNOWN")),
                    Fraction.ratio(known, net.cardinality()),
                    initialState(period, next));
        }

        private Map<String, BitSet> states(LocalDate period, LocalDate next) {
            Map<String, BitSet> states = new HashMap<>();
            List.of("OK", "PROBLEM", "UNKNOWN").forEach(state -> states.put(state, new BitSet()));
            Map.Entry<Long, Event> before = events.floorEntry(start(period));
            long since = before == null ? start(period) : before.getKey();
            String state = before == null ? "OK" : before.getValue().state();
            boolean isFirst = before == null;
            for (Map.Entry<Long, Event> event :
                    events.tailMap(since, before == null).entrySet()) {
                if (isFirst && event.getKey() >= start(next)) {
                    break;
                }
                String previous = event.getValue().previous();
                String seen = previous != null && (isFirst || previous.equals("UNKNOWN")) ? previous : state;
                of(states, seen).set(bit(since), bit(event.getKey()));
                since = event.getKey();
                state = event.getValue().state();
                isFirst = false;
            }
            of(states, state).set(bit(since), bit(asOf));
            return states;
        }

        private String initialState(LocalDate period, LocalDate next) {
            long at = start(period);
            Map.Entry<Long, Event> before = events.floorEntry(at);
            Map.Entry<Long, Event> after = events.higherEntry(at);
            String previous = after == null ? null : after.getValue().previous();
            if (before != null) {
                return "UNKNOWN".equals(previous)
                        ? "UNKNOWN"
                        : before.getValue().state();
            }
            return previous == null || after.getKey() >= start(next) ? "assumed" : previous;
        }
    }

    private static BitSet of(Map<String, BitSet> states, String state) {
        return Objects.requireNonNull(states.get(state));
    }

    private static BitSet minus(BitSet all, BitSet some) {
        BitSet rest = (BitSet) all.clone();
        rest.andNot(some);
        return rest;
    }

    private static long common(BitSet left, BitSet right) {
        BitSet common = (BitSet) left.clone();
        common.and(right);
        return common.cardinality();
    }

    /** Every minute is asked whether the clock on the wall stands in the service hours. */
    private BitSet open(String name) {
        Calendar calendar = Objects.requireNonNull(world.calendars().get(name));
        ZoneId zone = calendar.zone();
        BitSet open = new BitSet();
        for (long at = origin; at < asOf; at += 60) {
            ZonedDateTime local = Instant.ofEpochSecond(at).atZone(zone);
            int minute = local.getHour() * 60 + local.getMinute();
            boolean isHoliday = calendar.holidays().contains(local.toLocalDate());
            for (int[] range : calendar.weekly().getOrDefault(local.getDayOfWeek(), List.of())) {
                if (!isHoliday && range[0] <= minute && minute < range[1]) {
                    open.set(bit(at), bit(at + 60));
                }
            }
        }
        return open;
    }

    private int bit(long at) {
        return Math.toIntExact(Math.max(0, at - origin));
    }
}
