package io.plimsoll.catalog;

import io.plimsoll.config.Loaded;
import io.plimsoll.config.Workspace;
import io.plimsoll.config.WorkspaceFiles;
import java.util.List;

/**
 * What the organisation promised, in the order of files and documents. Every objective's indicator, every promised objective and
 * every calendar of service hours is in it; chains of agreements and services have no cycle.
 *
 * @param entries every version of everything that was declared without a fault
 */
public record Catalog(List<Entry> entries) {

    /** The folder of a workspace that holds it. */
    public static final String FOLDER = "catalog";

    /** Copies the list. */
    public Catalog {
        entries = List.copyOf(entries);
    }

    /** Loads {@code catalog/**} of a workspace on this machine: files that end in yaml, yml or json. */
    public static Loaded<Catalog> load(Workspace workspace) {
        return load(WorkspaceFiles.local(workspace));
    }

    /** Loads the catalogue of a workspace anywhere. */
    public static Loaded<Catalog> load(WorkspaceFiles files) {
        return new CatalogReader(files).read();
    }

    /** The entries of a type, in declared order. */
    public <E extends Entry> List<E> entries(Class<E> type) {
        return entries.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Services. */
    public List<Service> services() {
        return entries(Service.class);
    }

    /** Indicators, inline ones too. */
    public List<Indicator> indicators() {
        return entries(Indicator.class);
    }

    /** Objectives of all SLOs. */
    public List<Objective> objectives() {
        return entries(Objective.class);
    }

    /** Agreements. */
    public List<Agreement> agreements() {
        return entries(Agreement.class);
    }

    /** Calendars of service hours. */
    public List<ServiceCalendar> calendars() {
        return entries(ServiceCalendar.class);
    }

    /** Resources. */
    public List<Resource> resources() {
        return entries(Resource.class);
    }

    /** Automations. */
    public List<Automation> automations() {
        return entries(Automation.class);
    }

    /** Runbooks. */
    public List<Runbook> runbooks() {
        return entries(Runbook.class);
    }

    /** Escalation paths. */
    public List<EscalationPath> escalationPaths() {
        return entries(EscalationPath.class);
    }

    /** Strategies. */
    public List<Strategy> strategies() {
        return entries(Strategy.class);
    }

    /** Alert policies, inline ones too. */
    public List<AlertPolicy> alertPolicies() {
        return entries(AlertPolicy.class);
    }

    /** Conditions of alerts, inline ones too. */
    public List<AlertCondition> alertConditions() {
        return entries(AlertCondition.class);
    }

    /** Vendors. */
    public List<OrganisationEntry> vendors() {
        return organisation(OrganisationEntry.Kind.VENDOR);
    }

    /** Teams. */
    public List<OrganisationEntry> teams() {
        return organisation(OrganisationEntry.Kind.TEAM);
    }

    /** Customers. */
    public List<OrganisationEntry> customers() {
        return organisation(OrganisationEntry.Kind.CUSTOMER);
    }

    /** Stages of the customer's journey. */
    public List<OrganisationEntry> journeyStages() {
        return organisation(OrganisationEntry.Kind.JOURNEY_STAGE);
    }

    /** Business units. */
    public List<OrganisationEntry> businessUnits() {
        return organisation(OrganisationEntry.Kind.BUSINESS_UNIT);
    }

    private List<OrganisationEntry> organisation(OrganisationEntry.Kind kind) {
        return entries(OrganisationEntry.class).stream()
                .filter(entry -> entry.kind() == kind)
                .toList();
    }
}
