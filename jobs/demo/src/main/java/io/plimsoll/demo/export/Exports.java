package io.plimsoll.demo.export;

import io.plimsoll.demo.signal.World;
import java.util.List;

/** All tools of the enterprise. */
public final class Exports {

    private static final List<Export> ALL = List.of(
            new PrometheusExport(),
            new CloudwatchExport(),
            new JourneyRobotExport(),
            new UptimeProbeExport(),
            new MainframeExport(),
            new StatusMonitorExport(),
            new EdgeWatchExport(),
            new MaintenanceCalendarExport(),
            new MaintenanceRegisterExport(),
            new ServiceDeskExport(),
            new IncidentJournalExport(),
            new AlertExport(),
            new ChangeLogExport(),
            new ReviewExport(),
            new AutomationExport(),
            new DrillExport(),
            new EscalationExport(),
            new CustomerReportExport(),
            new GovernanceExport(),
            new VendorReportExport(),
            new CreditClaimExport(),
            new CapabilityExport(),
            new ResourceUsageExport(),
            new FocusExport());

    private Exports() {}

    /** The sources of every tool that has something to say, in the order that decides the tool of record. */
    public static List<Source> sources(World world) {
        return ALL.stream().flatMap(export -> export.sources(world).stream()).toList();
    }

    /** Writes the files of every tool that has something to say. */
    public static void write(World world, Landing landing) {
        ALL.stream().filter(export -> !export.sources(world).isEmpty()).forEach(export -> export.write(world, landing));
    }
}
