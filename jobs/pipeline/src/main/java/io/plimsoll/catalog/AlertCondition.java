package io.plimsoll.catalog;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An OpenSLO alert condition on the burn rate.
 *
 * @param severity the word of the documents, such as page
 * @param op comparison of the burn rate with the threshold that alerts
 * @param threshold burn rate: 1 uses the budget up exactly at the end of the window
 * @param lookbackWindow over which the burn rate is taken
 * @param alertAfter how long it must last; empty for at once
 */
public record AlertCondition(
        String name,
        String severity,
        Comparison op,
        BigDecimal threshold,
        DurationShorthand lookbackWindow,
        Optional<DurationShorthand> alertAfter,
        Effective effective,
        Origin origin)
        implements Entry {}
