package io.plimsoll.demo.signal;

import io.plimsoll.demo.history.Noise;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An incident in its last state. An instant that lies after the end of the past has not happened yet.
 *
 * @param id the service desk's number
 * @param indicator the indicator that showed it
 * @param firstSeverity the severity when it was opened; 1 is the worst, 5 the least
 * @param severity the severity at last
 * @param detectedBy monitoring, synthetic, customer or staff
 * @param changeId the change that caused it, null when none did
 * @param runbook the runbook that was used, null when none was
 * @param vendor the vendor who runs the service, null when the enterprise does
 * @param reopened how often it was opened again
 */
public record Incident(
        String id,
        String service,
        String component,
        String indicator,
        Instant openedAt,
        Instant acknowledgedAt,
        Instant resolvedAt,
        Instant closedAt,
        int firstSeverity,
        int severity,
        boolean major,
        String category,
        String cause,
        @Nullable String changeId,
        String detectedBy,
        @Nullable String runbook,
        String team,
        @Nullable String vendor,
        int reopened,
        String summary) {

    /** From the first resolution of an incident that was opened again to the last one. */
    public static final Duration REOPENED_FOR = Duration.ofHours(3);

    /** The digits of the number, which other records about the incident carry too. */
    public String digits() {
        return id.substring("INC".length());
    }

    /** Noise of its own. */
    public Noise noise(Noise world) {
        return world.stream(id);
    }
}
