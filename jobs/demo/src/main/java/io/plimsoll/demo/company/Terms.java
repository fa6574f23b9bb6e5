package io.plimsoll.demo.company;

import io.plimsoll.demo.company.Objective.Goal;
import io.plimsoll.demo.company.Objective.Method;
import io.plimsoll.demo.company.Objective.Window;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

/** The usual shapes of indicators and objectives in this enterprise. */
final class Terms {

    /** The usual slot, in seconds: what is not watched by the minute is exported by the quarter of an hour. */
    static final int QUARTER_HOUR = 900;

    private static final List<String> BURN_ALERTS = List.of("fast-burn", "slow-burn");

    private Terms() {}

    static Indicator counted(String name, String service, String description, Monitor... monitors) {
        return new Indicator(name, service, Measure.COUNTS, false, false, description, List.of(monitors));
    }

    static Indicator outcome(String name, String service, String description, Monitor... monitors) {
        return new Indicator(name, service, Measure.COUNTS, true, false, description, List.of(monitors));
    }

    static Indicator journey(String name, String service, String description) {
        Monitor robot = new Monitor(Tools.JOURNEY_ROBOT, QUARTER_HOUR, Load.checks(15));
        return new Indicator(name, service, Measure.COUNTS, true, true, description, List.of(robot));
    }

    static Indicator latency(String name, String service, String tool, double millis, Rhythm rhythm) {
        Monitor monitor = new Monitor(tool, QUARTER_HOUR, Load.millis(millis, rhythm));
        String description = "95th percentile of the answer time in milliseconds";
        return new Indicator(name, service, Measure.VALUE, false, false, description, List.of(monitor));
    }

    static Indicator state(String name, String service) {
        Monitor monitor = new Monitor(Tools.STATUS_MONITOR, 60, Load.checks(1));
        return new Indicator(
                name, service, Measure.STATE, false, false, "State seen by the status monitor", List.of(monitor));
    }

    /** A state that the status monitor and a hired watch outside both see. */
    static Indicator stateSeenTwice(String name, String service) {
        Load look = Load.checks(1);
        List<Monitor> monitors =
                List.of(new Monitor(Tools.STATUS_MONITOR, 60, look), new Monitor(Tools.EDGE_WATCH, 60, look));
        return new Indicator(
                name, service, Measure.STATE, false, false, "State seen by two independent monitors", monitors);
    }

    static Objective occurrences(String service, Indicator indicator, String target, Window window) {
        return objective(service, indicator, Method.OCCURRENCES, window, goal("availability", target));
    }

    static Objective timeslices(Indicator indicator, Window window, Goal... goals) {
        return objective(indicator.service(), indicator, Method.TIMESLICES, window, goals);
    }

    static Objective ratioTimeslices(Indicator indicator, Window window, Goal goal) {
        return objective(indicator.service(), indicator, Method.RATIO_TIMESLICES, window, goal);
    }

    private static Objective objective(
            String service, Indicator indicator, Method method, Window window, Goal... goals) {
        return new Objective(
                indicator.name() + "-slo",
                service,
                indicator.name(),
                method,
                window,
                List.of(goals),
                BURN_ALERTS,
                false);
    }

    static Goal goal(String displayName, String target) {
        return new Goal(displayName, new BigDecimal(target), 0, null, null);
    }

    static Goal sliced(String displayName, String target, int minutes, String sliceTarget) {
        return new Goal(displayName, new BigDecimal(target), minutes, new BigDecimal(sliceTarget), null);
    }

    static Goal hourlyRatio(String displayName, String target) {
        return new Goal(displayName, new BigDecimal(target), 60, null, null);
    }

    static Goal atMost(String displayName, String target, String millis) {
        return new Goal(displayName, new BigDecimal(target), QUARTER_HOUR / 60, BigDecimal.ONE, new BigDecimal(millis));
    }

    static Window rolling(int days) {
        return new Window(days + "d", null);
    }

    static Window calendarMonth(ZoneId zone) {
        return new Window("1M", zone.getId());
    }

    static Window calendarQuarter(ZoneId zone) {
        return new Window("1Q", zone.getId());
    }
}
