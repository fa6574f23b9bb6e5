package io.plimsoll.catalog;

import java.util.List;

/**
 * An OpenSLO alert policy, of its own or inline in an SLO.
 *
 * @param conditions names of its conditions
 * @param notificationTargets names of its targets
 */
public record AlertPolicy(
        String name,
        boolean alertWhenNoData,
        boolean alertWhenBreaching,
        boolean alertWhenResolved,
        List<String> conditions,
        List<String> notificationTargets,
        Effective effective,
        Origin origin)
        implements Entry {

    /** Copies the lists. */
    public AlertPolicy {
        conditions = List.copyOf(conditions);
        notificationTargets = List.copyOf(notificationTargets);
    }
}
