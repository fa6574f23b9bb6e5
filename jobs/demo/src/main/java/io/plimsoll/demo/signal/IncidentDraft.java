package io.plimsoll.demo.signal;

import io.plimsoll.demo.company.Service;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An incident being reported: severity 3, seen by monitoring, resolved when the fault ended, until something else is said. */
public final class IncidentDraft {

    private final Service service;
    private final Fault fault;
    private Duration detectedAfter = Duration.ofMinutes(4);
    private Duration acknowledgedAfter = Duration.ofMinutes(6);
    private Duration resolvedAfter = Duration.ofMinutes(5);
    private boolean wholeService;
    private int firstSeverity = 3;
    private int severity = 3;
    private boolean major;
    private String category = "software";
    private String cause = "defect";
    private @Nullable String changeId;
    private String detectedBy = "monitoring";
    private @Nullable String runbook;
    private int reopened;
    private String summary;

    /** An incident of {@code service} that {@code fault} made. */
    public IncidentDraft(Service service, Fault fault) {
        this.service = service;
        this.fault = fault;
        this.summary = service.title() + " degraded";
    }

    /** How long it took to see it, and then to take it. */
    public IncidentDraft noticed(Duration after, Duration takenAfter, String by) {
        detectedAfter = after;
        acknowledgedAfter = takenAfter;
        detectedBy = by;
        return this;
    }

    /** That a monitor opened it a minute after the fault began and resolved it a minute after it ended: the service is down. */
    public IncidentDraft keptByMonitor() {
        resolvedAfter = Duration.ofMinutes(1);
        return noticed(Duration.ofMinutes(1), Duration.ofMinutes(2), "monitoring");
    }

    /** That it names the service as what failed, not the indicator that showed it. */
    public IncidentDraft ofWholeService() {
        wholeService = true;
        return this;
    }

    /** Its severity from first to last. */
    public IncidentDraft severity(int value) {
        return severity(value, value);
    }

    /** Its severity when opened, and at last. */
    public IncidentDraft severity(int first, int last) {
        firstSeverity = first;
        severity = last;
        return this;
    }

    /** Declares a major incident of the highest severity. */
    public IncidentDraft major() {
        major = true;
        return severity(1);
    }

    /** Why it happened. */
    public IncidentDraft because(String ofCategory, String ofCause) {
        category = ofCategory;
        cause = ofCause;
        return this;
    }

    /** Which change made it. */
    public IncidentDraft after(Change change) {
        changeId = change.id();
        return because("change", "failed change");
    }

    /** Which runbook was used. */
    public IncidentDraft using(@Nullable String usedRunbook) {
        runbook = usedRunbook;
        return this;
    }

    /** That it was opened once more after it had been resolved. */
    public IncidentDraft reopened() {
        reopened = 1;
        return this;
    }

    /** What people wrote about it. */
    public IncidentDraft summary(String text) {
        summary = text;
        return this;
    }

    Instant openedAt() {
        return fault.span().from().plus(detectedAfter);
    }

    String serviceName() {
        return service.name();
    }

    Incident numbered(String id) {
        Instant resolvedAt = fault.span().to().plus(resolvedAfter);
        Instant acknowledgedAt = openedAt().plus(acknowledgedAfter);
        Instant firstEnd = resolvedAt.isAfter(acknowledgedAt) ? resolvedAt : acknowledgedAt.plus(Duration.ofMinutes(5));
        Instant lastEnd = firstEnd.plus(Incident.REOPENED_FOR.multipliedBy(reopened));
        return new Incident(
                id,
                service.name(),
                wholeService ? service.name() : fault.indicator(),
                fault.indicator(),
                openedAt(),
                acknowledgedAt,
                lastEnd,
                lastEnd.plus(Duration.ofDays(2)),
                firstSeverity,
                severity,
                major,
                category,
                cause,
                changeId,
                detectedBy,
                runbook,
                service.team(),
                service.vendor(),
                reopened,
                summary);
    }
}
