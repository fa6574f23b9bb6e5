package io.plimsoll.catalog;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One objective of an SLO.
 *
 * @param objectiveId the SLO's name, or {@code <slo>/<displayName>} where the SLO has several objectives
 * @param sloName the SLO's name
 * @param displayName the objective's own name; empty when it has none
 * @param serviceId the service that the SLO names; it may be one that nobody declares
 * @param sliId the indicator that is judged; declared in the same catalogue
 * @param method how it counts
 * @param target ratio in [0,1), exactly as written; {@code targetPercent} divided by 100
 * @param timeSliceTarget ratio in (0,1] from which a slice is good; present for Timeslices
 * @param timeSliceWindow length of a slice; present for Timeslices and RatioTimeslices
 * @param op comparison that makes a value good; present for indicators that deliver values
 * @param threshold what a value is compared with, in the indicator's unit; present for indicators that deliver values
 * @param window window of the error budget
 * @param compositeWeight its weight in a composite SLO; empty where none is written
 * @param composite what it is a part of; empty where it stands alone
 * @param alertPolicies names of the alert policies of its SLO
 */
public record Objective(
        String objectiveId,
        String sloName,
        Optional<String> displayName,
        String serviceId,
        String sliId,
        BudgetingMethod method,
        BigDecimal target,
        Optional<BigDecimal> timeSliceTarget,
        Optional<Duration> timeSliceWindow,
        Optional<Comparison> op,
        Optional<BigDecimal> threshold,
        TimeWindow window,
        Optional<BigDecimal> compositeWeight,
        Optional<Composite> composite,
        List<String> alertPolicies,
        Effective effective,
        Origin origin)
        implements Entry {

    /**
     * The composite SLO that objectives on indicators of their own make up.
     *
     * @param combination how they make one figure
     * @param target ratio in [0,1) that the figure is to reach; empty when none is written
     */
    public record Composite(Combination combination, Optional<BigDecimal> target) {}

    /** Copies the list. */
    public Objective {
        alertPolicies = List.copyOf(alertPolicies);
    }

    /** The {@code objectiveId}. */
    @Override
    public String name() {
        return objectiveId;
    }

    Objective with(List<String> policies) {
        return new Objective(
                objectiveId,
                sloName,
                displayName,
                serviceId,
                sliId,
                method,
                target,
                timeSliceTarget,
                timeSliceWindow,
                op,
                threshold,
                window,
                compositeWeight,
                composite,
                policies,
                effective,
                origin);
    }

    Objective withoutThreshold() {
        return new Objective(
                objectiveId,
                sloName,
                displayName,
                serviceId,
                sliId,
                method,
                target,
                timeSliceTarget,
                timeSliceWindow,
                Optional.empty(),
                Optional.empty(),
                window,
                compositeWeight,
                composite,
                alertPolicies,
                effective,
                origin);
    }
}
