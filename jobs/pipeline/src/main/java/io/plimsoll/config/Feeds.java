package io.plimsoll.config;

import java.util.List;

/** The names of the feeds that a source can deliver. */
public final class Feeds {

    public static final String SLI_MEASUREMENT = "sli_measurement";
    public static final String STATE_CHANGE = "state_change";
    public static final String RESOURCE_USAGE = "resource_usage";
    public static final String BILLING = "billing";
    public static final String INCIDENT = "incident";
    public static final String INCIDENT_EVENT = "incident_event";
    public static final String ALERT = "alert";
    public static final String CHANGE = "change";
    public static final String REVIEW = "review";
    public static final String CORRECTIVE_ACTION = "corrective_action";
    public static final String MAINTENANCE_WINDOW = "maintenance_window";
    public static final String AUTOMATION_RUN = "automation_run";
    public static final String DRILL = "drill";
    public static final String ESCALATION = "escalation";
    public static final String CUSTOMER_REPORT = "customer_report";
    public static final String GOVERNANCE_EVENT = "governance_event";
    public static final String VENDOR_REPORT = "vendor_report";
    public static final String CREDIT_CLAIM = "credit_claim";
    public static final String CAPABILITY_EVENT = "capability_event";

    /** All of them. */
    public static final List<String> ALL = List.of(
            SLI_MEASUREMENT,
            STATE_CHANGE,
            RESOURCE_USAGE,
            BILLING,
            INCIDENT,
            INCIDENT_EVENT,
            ALERT,
            CHANGE,
            REVIEW,
            CORRECTIVE_ACTION,
            MAINTENANCE_WINDOW,
            AUTOMATION_RUN,
            DRILL,
            ESCALATION,
            CUSTOMER_REPORT,
            GOVERNANCE_EVENT,
            VENDOR_REPORT,
            CREDIT_CLAIM,
            CAPABILITY_EVENT);

    private Feeds() {}
}
