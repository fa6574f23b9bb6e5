package io.plimsoll.oracle;

import io.plimsoll.oracle.World.Agreement;
import io.plimsoll.oracle.World.AgreementTerms;
import io.plimsoll.oracle.World.BudgetSpan;
import io.plimsoll.oracle.World.Calendar;
import io.plimsoll.oracle.World.Event;
import io.plimsoll.oracle.World.Indicator;
import io.plimsoll.oracle.World.Objective;
import io.plimsoll.oracle.World.ObjectiveTerms;
import io.plimsoll.oracle.World.Policy;
import io.plimsoll.oracle.World.Request;
import io.plimsoll.oracle.World.Slot;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Draws a workspace from a seed: everything that rules.md speaks of, more crowded than life. */
final class WorldGenerator {

    private static final long DAY = 86_400;
    /** Zones that change their offset at midnight, by half an hour, or never; far east, far west and off the full hour. */
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/London",
            "America/New_York",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "America/St_Johns",
            "America/Santiago",
            "Asia/Beirut",
            "Africa/Cairo",
            "Pacific/Kiritimati",
            "Pacific/Pago_Pago");

    private static final List<LocalDate> STARTS = List.of(
            LocalDate.of(2026, 2, 12),
            LocalDate.of(2026, 3, 3),
            LocalDate.of(2025, 9, 14),
            LocalDate.of(2025, 10, 20),
            LocalDate.of(2025, 12, 10));
    private static final List<String> KINDS = List.of("planned", "emergency", "force_majeure", "customer_caused");
    private static final List<String> TARGETS =
            List.of("0.9", "0.95", "0.99", "0.995", "0.999", "0.987654321", "0.75", "0.5", "0");

    private final Random random;
    private final LocalDate start;
    private final int days;
    private final int agreements;
    private final long firstAt;
    private final long lastAt;

    private WorldGenerator(long seed, int agreements) {
        this.random = new Random(seed);
        this.agreements = agreements;
        this.start = one(STARTS);
        this.days = 40 + random.nextInt(40);
        this.firstAt = start.toEpochDay() * DAY;
        this.lastAt = firstAt + days * DAY;
    }

    static World draw(long seed, int agreements) {
        return new WorldGenerator(seed, agreements).world();
    }

    private World world() {
        ZoneId zone = zone();
        LocalDate asOf = start.plusDays(days - 12 + random.nextInt(20));
        Map<String, Calendar> calendars = new TreeMap<>();
        for (int number = 0; number < 4; number++) {
            calendars.put("calendar-" + number, calendar());
        }
        List<Indicator> indicators = new ArrayList<>();
        for (String measure : List.of("counts", "counts", "counts", "value", "value", "state", "state", "state")) {
            indicators.add(indicator("i" + indicators.size(), measure));
        }
        List<Objective> objectives = new ArrayList<>();
        for (Indicator indicator : indicators) {
            for (int number = 0; number < 3; number++) {
                objectives.add(objective(indicator, number));
            }
        }
        Map<String, Map<String, NavigableMap<Long, Slot>>> slots = new TreeMap<>();
        Map<String, Map<String, NavigableMap<Long, Event>>> events = new TreeMap<>();
        for (Indicator indicator : indicators) {
            for (String tool : tools(World.sources(indicator))) {
                if (indicator.measure().equals("state")) {
                    events.computeIfAbsent(indicator.name(), name -> new TreeMap<>())
                            .put(tool, events());
                } else {
                    slots.computeIfAbsent(indicator.name(), name -> new TreeMap<>())
                            .put(tool, slots(indicator));
                }
            }
        }
        List<Agreement> promised = new ArrayList<>();
        for (int number = 0; number < agreements; number++) {
            promised.add(agreement(number, one(objectives), calendars.keySet()));
        }
        return new World(
                zone, asOf, firstAt, calendars, indicators, objectives, promised, slots, events, requests(indicators));
    }

    private List<String> tools(List<String> sources) {
        return random.nextBoolean() ? sources : List.of(one(sources));
    }

    private Calendar calendar() {
        Map<DayOfWeek, List<int[]>> weekly = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            // No edge lies inside an hour that a change of offset skips or repeats: rules.md does not say what it means
            // there.
            List<int[]> ranges = switch (random.nextInt(5)) {
                case 0 -> List.of();
                case 1 -> List.of(new int[] {0, 1440});
                case 2 -> List.of(new int[] {0, 360}, new int[] {480, 750}, new int[] {795, 1365});
                case 3 -> List.of(new int[] {540, 1440});
                default -> List.of(new int[] {480, 1110});
            };
            if (!ranges.isEmpty()) {
                weekly.put(day, ranges);
            }
        }
        Set<LocalDate> holidays = new HashSet<>();
        for (int number = random.nextInt(6); number > 0; number--) {
            holidays.add(day());
        }
        return new Calendar(zone(), weekly, holidays);
    }

    private Indicator indicator(String name, String measure) {
        long resolution = measure.equals("state") ? 60 : one(List.of(600L, 1800L, 3600L, 3600L));
        Indicator indicator = new Indicator(name, "s" + name.substring(1), measure, resolution, null);
        return random.nextInt(4) > 0
                ? indicator
                : new Indicator(name, indicator.service(), measure, resolution, one(World.sources(indicator)));
    }

    private Objective objective(Indicator indicator, int number) {
        List<ObjectiveTerms> versions = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            LocalDate change = day();
            versions.add(terms(indicator, null, change));
            versions.add(terms(indicator, change, random.nextInt(3) == 0 ? change.plusDays(20) : null));
        } else {
            versions.add(terms(indicator, null, null));
        }
        // A window is one throughout: a budget is not carried from one kind of window to another.
        BudgetSpan span = versions.get(0).span();
        return new Objective(
                "o" + indicator.name().substring(1) + "-" + number,
                indicator.name(),
                versions.stream().map(version -> withSpan(version, span)).toList());
    }

    private static ObjectiveTerms withSpan(ObjectiveTerms terms, BudgetSpan span) {
        return new ObjectiveTerms(
                terms.from(),
                terms.to(),
                terms.method(),
                terms.target(),
                terms.sliceTarget(),
                terms.sliceSeconds(),
                terms.op(),
                terms.threshold(),
                span);
    }

    private ObjectiveTerms terms(Indicator indicator, @Nullable LocalDate from, @Nullable LocalDate to) {
        boolean isState = indicator.measure().equals("state");
        boolean isValue = !indicator.measure().equals("counts");
        String method = isState ? "Occurrences" : one(List.of("Occurrences", "Timeslices", "RatioTimeslices"));
        return new ObjectiveTerms(
                from,
                to,
                method,
                target(),
                method.equals("Timeslices") ? new BigDecimal(one(List.of("0.9", "0.5", "1", "0.975"))) : null,
                method.equals("Occurrences") ? 0 : 60L * one(List.of(10, 15, 30, 60, 45, 240, 300, 1440)),
                isValue ? one(List.of("lt", "lte", "gt", "gte")) : null,
                250,
                span());
    }

    private BudgetSpan span() {
        ZoneId zone = zone();
        return switch (random.nextInt(6)) {
            case 0 -> new BudgetSpan(28, "d", null, zone);
            case 1 -> new BudgetSpan(7, "d", null, zone);
            case 2 -> new BudgetSpan(2, "w", null, zone);
            case 3 -> new BudgetSpan(1, "M", LocalDate.of(2025, 1, 1).atStartOfDay(), zone);
            case 4 -> new BudgetSpan(2, "w", LocalDate.of(2026, 1, 5).atStartOfDay(), zone);
            default -> new BudgetSpan(1, "Q", LocalDate.of(2025, 1, 1).atStartOfDay(), zone);
        };
    }

    private Agreement agreement(int number, Objective objective, Set<String> calendars) {
        List<String> hours = List.copyOf(calendars);
        List<AgreementTerms> versions = new ArrayList<>();
        switch (random.nextInt(4)) {
            case 0 -> {
                LocalDate change = day();
                AgreementTerms before = terms(hours, random.nextBoolean() ? null : change.minusDays(20), change);
                versions.add(before);
                versions.add(sameCalendar(terms(hours, change, null), before));
            }
            case 1 -> versions.add(terms(hours, day(), null));
            case 2 -> {
                LocalDate from = day();
                versions.add(terms(hours, from, from.plusDays(1 + random.nextInt(50))));
            }
            default -> versions.add(terms(hours, null, null));
        }
        return new Agreement("a" + number, "s" + objective.indicator().substring(1), objective.name(), versions);
    }

    /** The versions of an agreement keep its periods: unit and zone. */
    private static AgreementTerms sameCalendar(AgreementTerms terms, AgreementTerms before) {
        return new AgreementTerms(
                terms.from(),
                terms.to(),
                terms.target(),
                before.unit(),
                before.zone(),
                terms.calendar(),
                terms.policies(),
                terms.missingData(),
                terms.minimumCoverage());
    }

    private AgreementTerms terms(List<String> hours, @Nullable LocalDate from, @Nullable LocalDate to) {
        Map<String, Policy> policies = new TreeMap<>();
        for (String kind : KINDS) {
            if (random.nextInt(4) > 0) {
                policies.put(
                        kind,
                        new Policy(
                                one(List.of("remove", "count_good", "measured", "remove", "count_good")),
                                random.nextBoolean() ? null : one(List.of(0, 24, 72)),
                                random.nextBoolean() ? null : one(List.of(30, 120, 600))));
            }
        }
        return new AgreementTerms(
                from,
                to,
                ownTarget(),
                one(List.of("month", "month", "month", "quarter", "year")),
                zone(),
                random.nextInt(3) == 0 ? null : one(hours),
                policies,
                one(List.of("ignore", "bad", "good")),
                new BigDecimal(one(List.of("0", "0.5", "0.8", "0.95", "1"))));
    }

    private NavigableMap<Long, Slot> slots(Indicator indicator) {
        NavigableMap<Long, Slot> slots = new TreeMap<>();
        List<Long> gaps = times(6);
        List<Long> outages = times(8);
        List<Long> nights = times(3);
        long from = firstAt + random.nextInt(3) * 7200L;
        for (long at = from; at < lastAt; at += indicator.resolution()) {
            if (!near(at, gaps, 9 * 3600) && random.nextInt(50) > 0) {
                slots.put(at, slot(indicator, near(at, outages, 5 * 3600), near(at, nights, 12 * 3600)));
            }
        }
        return slots;
    }

    private Slot slot(Indicator indicator, boolean bad, boolean quiet) {
        if (indicator.measure().equals("value")) {
            return new Slot(
                    0, 0, bad ? one(List.of(250.0, 900.5)) : one(List.of(120.25, 120.25, 120.25, 249.999, 250.0)));
        }
        long total = quiet ? 0 : 1 + random.nextInt(40);
        long failed = bad ? random.nextInt((int) total + 1) : random.nextInt(12) == 0 ? Math.min(total, 1) : 0;
        return new Slot(total - failed, total, 0);
    }

    private NavigableMap<Long, Event> events() {
        NavigableMap<Long, Event> events = new TreeMap<>();
        for (long at : times(25)) {
            String previous = switch (random.nextInt(6)) {
                case 0 -> "UNKNOWN";
                case 1 -> "OK";
                case 2 -> "PROBLEM";
                default -> null;
            };
            events.put(
                    at + random.nextInt(86_400), new Event(one(List.of("OK", "OK", "PROBLEM", "UNKNOWN")), previous));
        }
        return events;
    }

    private List<Request> requests(List<Indicator> indicators) {
        List<Request> requests = new ArrayList<>();
        for (Indicator indicator : indicators) {
            for (long at : times(30)) {
                long from = at + random.nextInt(86_400);
                long to = from + 60 + random.nextInt(6 * 3600);
                Long approved = switch (random.nextInt(6)) {
                    case 0 -> null;
                    case 1 -> from - 24 * 3600;
                    case 2 -> from - 24 * 3600 + 1;
                    case 3 -> from;
                    case 4 -> to;
                    default -> from - 5 * DAY;
                };
                String scope =
                        one(List.of(indicator.service(), indicator.name(), indicator.service() + "/disk", "elsewhere"));
                requests.add(new Request("w" + requests.size(), scope, from, to, approved, kind()));
            }
        }
        return requests;
    }

    private @Nullable String kind() {
        return random.nextInt(10) == 0 ? null : one(KINDS);
    }

    private List<Long> times(int most) {
        List<Long> times = new ArrayList<>();
        for (int number = 1 + random.nextInt(most); number > 0; number--) {
            times.add(firstAt + random.nextInt(days) * DAY + random.nextInt(96) * 900L);
        }
        return times;
    }

    private static boolean near(long at, List<Long> times, long seconds) {
        return times.stream().anyMatch(time -> time <= at && at < time + seconds);
    }

    private BigDecimal target() {
        return new BigDecimal(one(TARGETS));
    }

    /** Only an agreement may promise all: OpenSLO's own targets lie below 1. */
    private @Nullable BigDecimal ownTarget() {
        return switch (random.nextInt(5)) {
            case 0 -> BigDecimal.ONE;
            case 1, 2 -> target();
            default -> null;
        };
    }

    private LocalDate day() {
        return start.plusDays(5 + random.nextInt(days - 8));
    }

    private ZoneId zone() {
        return ZoneId.of(one(ZONES));
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
