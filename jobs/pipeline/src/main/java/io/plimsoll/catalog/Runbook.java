package io.plimsoll.catalog;

import java.util.Optional;

/**
 * A remediation that people carry out.
 *
 * @param name its name; {@code runbook_id} of feeds and tables
 * @param title how people call it; empty when the name will do
 * @param condition what it answers; empty when not stated
 * @param scope the service or component that it acts on; empty when any
 * @param impact how much it can break; empty when not stated
 */
public record Runbook(
        String name,
        Optional<String> title,
        Optional<String> condition,
        Optional<String> scope,
        Optional<Impact> impact,
        Effective effective,
        Origin origin)
        implements Entry {}
