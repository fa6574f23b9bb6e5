package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.udf;

import io.plimsoll.statistics.timeline.ExclusionPlan;
import io.plimsoll.statistics.timeline.ExclusionPolicy;
import io.plimsoll.statistics.timeline.ExclusionWindow;
import io.plimsoll.statistics.timeline.LocalRange;
import io.plimsoll.statistics.timeline.NotExcluded;
import io.plimsoll.statistics.timeline.Timeline;
import io.plimsoll.statistics.timeline.Treatment;
import io.plimsoll.statistics.timeline.WeeklyHours;
import io.plimsoll.statistics.timeline.WindowOutcome;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * From an agreement's terms, windows and states as a row to the scope of one period as a row. All instants of the input are
 * epoch seconds, all dates epoch days.
 *
 * <p>Input fields: {@code period_from, period_to, in_force_from, in_force_to (null), as_of, zone, hours (null, or struct of
 * zone, weekly array of weekday, from_second, to_second, and holidays), exclusions (map kind to treatment, notice_hours,
 * monthly_cap_minutes), windows (array of window_id, kind, from, to, approved), is_state, states (array of state, from, to),
 * first_at, initial_state, resolution_seconds, time_slice_seconds (null)}.
 */
public final class ScopeArithmetic {

    private static final long HOUR = 3600;
    private static final long MINUTE = 60;

    private ScopeArithmetic() {}

    /**
     * The function's application to a struct of the fields above.
     *
     * @param segment type of a segment: from_at, to_at, treatment, state, window_ids
     * @param window type of a window's outcome: window_id, kind, requested_seconds, excluded_seconds, reason_not_excluded,
     *     approved_in_advance
     * @return a struct of initial_state, unknown_seconds, excluded_seconds, expected_slots, expected_slices,
     *     expected_slices_gross, segments, windows
     */
    public static Column of(Column terms, DataType segment, DataType window) {
        StructType result = new StructType()
                .add("initial_state", DataTypes.StringType, true)
                .add("unknown_seconds", DataTypes.LongType, false)
                .add("excluded_seconds", DataTypes.LongType, false)
                .add("expected_slots", DataTypes.LongType, false)
                .add("expected_slices", DataTypes.LongType, false)
                .add("expected_slices_gross", DataTypes.LongType, false)
                .add("segments", DataTypes.createArrayType(segment, false), false)
                .add("windows", DataTypes.createArrayType(window, false), false);
        UserDefinedFunction scope = udf((UDF1<Row, Row>) ScopeArithmetic::scope, result);
        return scope.apply(terms);
    }

    private static Row scope(Row terms) {
        Timeline base = base(terms);
        ExclusionPlan plan =
                ExclusionPlan.of(base, windows(terms, base), policies(terms), ZoneId.of(terms.getAs("zone")));
        StateSpans spans = terms.<Boolean>getAs("is_state") ? StateSpans.of(terms, base) : StateSpans.none();
        PeriodScope scope = PeriodScope.of(base, plan, spans.byState());
        long resolution = terms.<Long>getAs("resolution_seconds");
        Long slice = terms.getAs("time_slice_seconds");
        return RowFactory.create(
                spans.initialState(),
                scope.unknownSeconds(),
                plan.excludedSeconds(),
                scope.net().slots(resolution),
                slice == null ? 0L : scope.net().slices(resolution, slice),
                slice == null ? 0L : scope.gross().slices(resolution, slice),
                scope.segments().stream().map(ScopeArithmetic::row).toList(),
                plan.windows().stream()
                        .filter(outcome -> outcome.inScopeSeconds() > 0)
                        .map(ScopeArithmetic::row)
                        .toList());
    }

    /** Period ∩ service hours ∩ terms in force ∩ before the run's date. */
    private static Timeline base(Row terms) {
        ZoneId zone = ZoneId.of(terms.getAs("zone"));
        long from = Math.max(terms.<Long>getAs("period_from"), startOf(terms.<Integer>getAs("in_force_from"), zone));
        long to = Math.min(terms.<Long>getAs("period_to"), terms.<Long>getAs("as_of"));
        Integer inForceTo = terms.getAs("in_force_to");
        if (inForceTo != null) {
            to = Math.min(to, startOf(inForceTo, zone));
        }
        if (from >= to) {
            return Timeline.empty();
        }
        Row hours = terms.getAs("hours");
        return hours == null ? Timeline.of(from, to) : weekly(hours).open(from, to);
    }

    private static WeeklyHours weekly(Row hours) {
        Map<DayOfWeek, List<LocalRange>> ranges = new EnumMap<>(DayOfWeek.class);
        for (Row open : hours.<Row>getList(hours.fieldIndex("weekly"))) {
            ranges.computeIfAbsent(DayOfWeek.of(open.getInt(0)), day -> new ArrayList<>())
                    .add(new LocalRange(open.getInt(1), open.getInt(2)));
        }
        Set<LocalDate> holidays = new HashSet<>();
        for (Integer day : hours.<Integer>getList(hours.fieldIndex("holidays"))) {
            holidays.add(LocalDate.ofEpochDay(day));
        }
        return new WeeklyHours(ZoneId.of(hours.getAs("zone")), ranges, holidays);
    }

    private static Map<String, ExclusionPolicy> policies(Row terms) {
        Map<String, ExclusionPolicy> policies = new HashMap<>();
        Map<String, Row> declared = terms.getJavaMap(terms.fieldIndex("exclusions"));
        declared.forEach((kind, policy) -> policies.put(
                kind,
                new ExclusionPolicy(
                        Treatment.valueOf(policy.<String>getAs("treatment").toUpperCase(Locale.ROOT)),
                        scaled(policy.getAs("notice_hours"), HOUR),
                        scaled(policy.getAs("monthly_cap_minutes"), MINUTE))));
        return policies;
    }

    private static OptionalLong scaled(@Nullable Integer count, long seconds) {
        return count == null ? OptionalLong.empty() : OptionalLong.of(count * seconds);
    }

    private static List<ExclusionWindow> windows(Row terms, Timeline base) {
        List<ExclusionWindow> windows = new ArrayList<>();
        for (Row window : terms.<Row>getList(terms.fieldIndex("windows"))) {
            long from = window.<Long>getAs("from");
            long to = window.<Long>getAs("to");
            if (!base.intersect(Timeline.of(from, to)).isEmpty()) {
                Long approved = window.getAs("approved");
                String kind = window.getAs("kind");
                windows.add(new ExclusionWindow(
                        window.getAs("window_id"),
                        from,
                        to,
                        kind == null ? "" : kind,
                        approved == null ? OptionalLong.empty() : OptionalLong.of(approved)));
            }
        }
        return windows;
    }

    private static long startOf(int epochDay, ZoneId zone) {
        return LocalDate.ofEpochDay(epochDay).atStartOfDay(zone).toEpochSecond();
    }

    private static Row row(PeriodScope.Segment segment) {
        return RowFactory.create(
                Instant.ofEpochSecond(segment.from()),
                Instant.ofEpochSecond(segment.to()),
                segment.treatment(),
                segment.state(),
                segment.windowIds());
    }

    private static Row row(WindowOutcome outcome) {
        return RowFactory.create(
                outcome.windowId(),
                outcome.kind().isEmpty() ? null : outcome.kind(),
                outcome.requestedSeconds(),
                outcome.excludedSeconds(),
                outcome.notExcluded().map(NotExcluded::explanation).orElse(null),
                outcome.approvedInAdvance());
    }
}
