package io.plimsoll.demo.signal;

import io.plimsoll.demo.history.Span;
import java.time.Instant;

/**
 * A change to a service.
 *
 * @param kind standard, normal or emergency
 * @param outcome success, failed or backed_out
 * @param declaredRisk low, medium or high
 * @param reviewFindingsConsidered whether the board looked at what reviews had found
 */
public record Change(
        String id,
        String service,
        String kind,
        Span planned,
        Instant implementedAt,
        String outcome,
        String declaredRisk,
        boolean reviewFindingsConsidered) {}
