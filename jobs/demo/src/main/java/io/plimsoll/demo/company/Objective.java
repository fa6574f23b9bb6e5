package io.plimsoll.demo.company;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An OpenSLO SLO document.
 *
 * @param goals one or more targets on the same indicator
 * @param inline whether the indicator stands inside the SLO document instead of in one of its own
 */
public record Objective(
        String name,
        String service,
        String indicator,
        Method method,
        Window window,
        List<Goal> goals,
        List<String> alertPolicies,
        boolean inline) {

    public Objective {
        goals = List.copyOf(goals);
        alertPolicies = List.copyOf(alertPolicies);
    }

    /** The {@code objective_id} of a goal: the SLO's name, with the goal's own where there are several. */
    public String id(Goal goal) {
        return goals.size() == 1 ? name : name + "/" + goal.displayName();
    }

    /** OpenSLO's budgeting methods. */
    public enum Method {
        OCCURRENCES("Occurrences"),
        TIMESLICES("Timeslices"),
        RATIO_TIMESLICES("RatioTimeslices");

        private final String word;

        Method(String word) {
            this.word = word;
        }

        /** OpenSLO's word. */
        public String word() {
            return word;
        }
    }

    /**
     * The window that an error budget is counted in.
     *
     * @param duration OpenSLO duration, as {@code 28d} or {@code 1M}
     * @param zone the zone of a calendar window, null for a rolling one
     */
    public record Window(String duration, @Nullable String zone) {}

    /**
     * A target.
     *
     * @param sliceMinutes length of a slice for the two slice methods, 0 for occurrences
     * @param sliceTarget least ratio of a good slice, null unless the method is {@code Timeslices}
     * @param atMost highest good value of a threshold indicator, null for counts and states
     */
    public record Goal(
            String displayName,
            BigDecimal target,
            int sliceMinutes,
            @Nullable BigDecimal sliceTarget,
            @Nullable BigDecimal atMost) {}
}
