package io.plimsoll.catalog;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An objective as an agreement promises it.
 *
 * @param objectiveId the objective; declared in the same catalogue
 * @param target contractual ratio in [0,1] in place of the objective's own; empty when that holds
 */
public record PromisedObjective(String objectiveId, Optional<BigDecimal> target) {}
