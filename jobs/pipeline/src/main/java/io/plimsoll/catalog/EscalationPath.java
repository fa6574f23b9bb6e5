package io.plimsoll.catalog;

import java.util.Optional;

/**
 * Who is called, and how soon they must act.
 *
 * @param name its name; {@code path_id} of feeds and tables
 * @param title how people call it; empty when the name will do
 * @param condition when it is followed; empty when not stated
 * @param scope the service or component that it is for; empty when any
 * @param respondWithinMinutes minutes from trigger to action; empty when not stated
 */
public record EscalationPath(
        String name,
        Optional<String> title,
        Optional<String> condition,
        Optional<String> scope,
        Optional<Integer> respondWithinMinutes,
        Effective effective,
        Origin origin)
        implements Entry {}
