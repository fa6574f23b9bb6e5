package io.plimsoll.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An OpenSLO alert policy, of its own or inline in an SLO.
 *
 * @param conditions names of its conditions
 * @param notificationTargets names of its targets
 * @param state state of the error budget policy in which it puts an objective; empty when it only alerts
 * @param action what the budget policy says to do in that state; empty when it does not say
 * @param remainingBelow share of the budget below which the state holds whatever burns; empty for the condition alone
 */
public record AlertPolicy(
        String name,
        boolean alertWhenNoData,
        boolean alertWhenBreaching,
        boolean alertWhenResolved,
        List<String> conditions,
        List<String> notificationTargets,
        Optional<String> state,
        Optional<String> action,
        Optional<BigDecimal> remainingBelow,
        Effective effective,
        Origin origin)
        implements Entry {

    /** Copies the lists. */
    public AlertPolicy {
        conditions = List.copyOf(conditions);
        notificationTargets = List.copyOf(notificationTargets);
    }
}
