package io.plimsoll.cli;

import io.plimsoll.config.Settings;
import io.plimsoll.config.Workspace;
import io.plimsoll.demo.Demo;
import io.plimsoll.demo.DemoOptions;
import io.plimsoll.demo.DemoSummary;
import io.plimsoll.demo.LateDelivery;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plimsoll demo [DIR]}: makes the workspace of a plausible enterprise, runs it, holds it against its planted truths. */
@Command(
        name = "demo",
        description = "Makes the workspace of a plausible enterprise, runs it, prints the headline figures.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", description = "A new or empty folder. Default: demo.")
    private Path directory = Path.of("demo");

    @Option(names = "--services", paramLabel = "N", description = "How many services. Default: ${DEFAULT-VALUE}.")
    private int services = 16;

    @Option(names = "--days", paramLabel = "N", description = "Length of the past in days. Default: ${DEFAULT-VALUE}.")
    private int days = 100;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Equal seeds give equal files. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--no-run", description = "Only writes the workspace.")
    private boolean noRun;

    /** What a late slot of an indicator changes of a promise: its figure, whose it was, and what is owed. */
    private static final List<String> RESTATED = List.of(
            "silver.sli_sample",
            "gold.objective_timeline",
            "gold.sla_compliance",
            "gold.breach_attribution",
            "gold.sla_credit");

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        DemoSummary demo = write();
        out.println("wrote " + demo.directory() + ": " + demo.services() + " services, " + demo.agreements()
                + " agreements, " + demo.indicators() + " indicators, " + demo.measurementRows() + " measurements, "
                + demo.truths() + " planted truths");
        out.flush();
        if (noRun) {
            return ExitCode.DONE;
        }
        int exitCode = spec.commandLine()
                .getParent()
                .execute(
                        "run",
                        demo.directory().toString(),
                        "--as-of",
                        demo.asOf().toString());
        if (exitCode != ExitCode.DONE && exitCode != ExitCode.TOO_MANY_REJECTS) {
            return exitCode;
        }
        int told = headlines(demo, "truths.json", out);
        return told == ExitCode.DONE && demo.late().isPresent()
                ? restated(demo, demo.late().get(), out)
                : told;
    }

    private DemoSummary write() throws IOException {
        DemoOptions standard = DemoOptions.in(directory);
        try {
            return Demo.write(new DemoOptions(directory, services, days, seed, standard.endsOn()));
        } catch (IllegalArgumentException e) {
            throw new UserError(new ArrayList<>(List.of(String.valueOf(e.getMessage()))));
        }
    }

    /** The newest month is sealed, a late file comes, and the month is sealed again: its first revision stands. */
    private int restated(DemoSummary demo, LateDelivery late, PrintWriter out) throws IOException {
        String workspace = demo.directory().toString();
        String month = late.month().toString();
        CommandLine plimsoll = spec.commandLine().getParent();
        out.println("sealing " + month + ", then delivering " + late.lands() + ":");
        out.flush();
        int sealed = plimsoll.execute("statement", "seal", workspace, "--period", month);
        Files.copy(demo.directory().resolve(late.waits()), demo.directory().resolve(late.lands()));
        int run = sealed != ExitCode.DONE
                ? sealed
                : plimsoll.execute(
                        "run", workspace, "--as-of", demo.asOf().toString(), "--only", String.join(",", RESTATED));
        int again = run != ExitCode.DONE && run != ExitCode.TOO_MANY_REJECTS
                ? run
                : plimsoll.execute("statement", "seal", workspace, "--period", month);
        if (again != ExitCode.DONE) {
            return again;
        }
        int told = headlines(demo, "truths-late.json", out);
        out.println("the other tables take the late file up with the next: plimsoll run " + workspace + " --as-of "
                + demo.asOf());
        LocalDate last = demo.asOf().minusDays(1);
        out.println("the quarter's pack for the board: plimsoll pack " + workspace + " --quarter " + last.getYear()
                + "-Q" + last.get(IsoFields.QUARTER_OF_YEAR));
        out.flush();
        return told;
    }

    /** The stories that were planted, as the published tables tell them: the first of each table. */
    private static int headlines(DemoSummary demo, String truths, PrintWriter out) throws IOException {
        Settings settings =
                Settings.load(new Workspace(demo.directory().toString())).value();
        try (OpenWorkspace open = OpenWorkspace.of(settings)) {
            List<TruthCheck.Finding> findings =
                    new TruthCheck(open).findings(demo.directory().resolve(truths));
            List<TruthCheck.Finding> wrong = findings.stream()
                    .filter(finding -> !finding.differences().isEmpty())
                    .toList();
            Set<String> told = new HashSet<>();
            for (TruthCheck.Finding finding : findings) {
                if (finding.dataset().startsWith("gold.") && !wrong.contains(finding) && told.add(finding.dataset())) {
                    out.println("  " + finding.sentence());
                }
            }
            wrong.forEach(finding -> out.println("DIFFERS " + finding.id() + ": " + finding.differences()));
            out.println(findings.size() - wrong.size() + " of " + findings.size()
                    + " planted truths found in the published tables");
            out.flush();
            return wrong.isEmpty() ? ExitCode.DONE : ExitCode.BUG;
        }
    }
}
