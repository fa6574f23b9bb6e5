package io.plimsoll.catalog;

/** One version of something that the catalogue declares. */
public sealed interface Entry
        permits Agreement,
                AlertCondition,
                AlertPolicy,
                Automation,
                CapacityScenario,
                DataSource,
                EscalationPath,
                Indicator,
                NotificationTarget,
                Objective,
                OrganisationEntry,
                Resource,
                Runbook,
                Service,
                ServiceCalendar,
                StandardDefinition,
                Strategy {

    /** Its name, unique among what is of its kind and in force on a day; the id in feeds and tables. */
    String name();

    /** When this version is in force. */
    Effective effective();

    /** Where it is declared. */
    Origin origin();
}
