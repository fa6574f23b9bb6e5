package io.plimsoll.demo.signal;

import io.plimsoll.demo.history.Span;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A window of announced work.
 *
 * @param scope a service, a component or an indicator
 * @param approvedAt null when nobody approved it
 * @param kind planned, emergency, force_majeure or customer_caused
 */
public record Maintenance(
        String id,
        String scope,
        Span span,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy,
        String kind) {}
