package io.plimsoll.catalog;

import java.util.List;

/** The kinds of documents. */
final class Kinds {

    static final String OPEN_SLO = "openslo/v1";
    static final String PLIMSOLL = "plimsoll/v1";

    static final String SERVICE = "Service";
    static final String SLI = "SLI";
    static final String SLO = "SLO";
    static final String ALERT_POLICY = "AlertPolicy";
    static final String ALERT_CONDITION = "AlertCondition";
    static final String ALERT_NOTIFICATION_TARGET = "AlertNotificationTarget";
    static final String DATA_SOURCE = "DataSource";

    static final String AGREEMENT = "Agreement";
    static final String CALENDAR = "Calendar";
    static final String VENDOR = "Vendor";
    static final String TEAM = "Team";
    static final String CUSTOMER = "Customer";
    static final String JOURNEY_STAGE = "JourneyStage";
    static final String BUSINESS_UNIT = "BusinessUnit";
    static final String RESOURCE = "Resource";
    static final String CAPACITY_SCENARIO = "CapacityScenario";
    static final String AUTOMATION = "Automation";
    static final String RUNBOOK = "Runbook";
    static final String ESCALATION_PATH = "EscalationPath";
    static final String STRATEGY = "Strategy";
    static final String STANDARD_DEFINITION = "StandardDefinition";

    static final List<String> OF_OPEN_SLO =
            List.of(SERVICE, SLI, SLO, ALERT_POLICY, ALERT_CONDITION, ALERT_NOTIFICATION_TARGET, DATA_SOURCE);

    static final List<String> OF_PLIMSOLL = List.of(
            SERVICE,
            AGREEMENT,
            CALENDAR,
            VENDOR,
            TEAM,
            CUSTOMER,
            JOURNEY_STAGE,
            BUSINESS_UNIT,
            RESOURCE,
            CAPACITY_SCENARIO,
            AUTOMATION,
            RUNBOOK,
            ESCALATION_PATH,
            STRATEGY,
            STANDARD_DEFINITION);

    private Kinds() {}
}
