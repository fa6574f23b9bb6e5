package io.plimsoll.cli;

import io.plimsoll.config.Loaded;
import io.plimsoll.config.PackSection;
import io.plimsoll.config.Problem;
import io.plimsoll.publish.Folder;
import io.plimsoll.publish.StatementPeriod;
import io.plimsoll.publish.pack.PackQueries;
import io.plimsoll.publish.pack.Packs;
import io.plimsoll.run.RunLedger;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll pack WORKSPACE --quarter Q}: the governance pack of a quarter. */
@Command(
        name = "pack",
        description = {
            "The governance pack of a quarter, HTML and PDF, with a manifest of where each figure comes from.",
            "Its sections are those of conf/pack.yaml, or of pack.yaml in the workspace."
        },
        mixinStandardHelpOptions = true)
final class PackCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceArgument workspace;

    @Option(names = "--quarter", required = true, paramLabel = "Q", description = "A quarter such as 2026-Q2.")
    private String quarter = "";

    @Option(
            names = "--verify",
            description = {
                "Writes nothing: asks the questions of the pack that there is again, of the same versions of the tables.",
                "An answer that differs, or versions that are gone, end with exit code 4."
            })
    private boolean verify;

    @Override
    public Integer call() throws Exception {
        StatementPeriod period = period();
        Loaded<List<PackSection>> sections = PackSection.load(workspace.files());
        try (OpenWorkspace open = workspace.open()) {
            LocalDate asOf = new RunLedger(open.lake())
                    .newestAsOf()
                    .orElseThrow(() -> new UserError("nothing was computed yet; 'plimsoll run' the workspace first"));
            if (period.start().isAfter(asOf)) {
                throw new UserError(
                        "--quarter " + quarter + " is still to come: the newest run saw the data up to " + asOf);
            }
            Folder folder = new Folder(
                    open.settings().workspace().resolve("published/packs/" + quarter),
                    open.session().sessionState().newHadoopConf());
            return verify ? verify(open, folder) : write(sections, new PackQueries(open.views(), period, asOf), folder);
        }
    }

    private StatementPeriod period() {
        if (!quarter.matches("\\d{4}-Q[1-4]")) {
            throw new UserError("--quarter " + quarter + " is no quarter; write it as 2026-Q2");
        }
        return StatementPeriod.parse(quarter).orElseThrow();
    }

    private int write(Loaded<List<PackSection>> sections, PackQueries queries, Folder folder) throws Exception {
        List<Problem> problems = new ArrayList<>(sections.problems());
        problems.addAll(queries.problems(sections.value()));
        if (!problems.isEmpty()) {
            throw new UserError(ProblemLines.of(problems));
        }
        Map<String, Integer> rows = written(sections.value(), queries, folder);
        PrintWriter out = spec.commandLine().getOut();
        rows.forEach((title, count) -> out.println("  " + title + ": " + count + (count == 1 ? " row" : " rows")));
        for (String file : List.of(Packs.PAGE, Packs.DOCUMENT, Packs.MANIFEST)) {
            out.println("wrote " + folder.path() + "/" + file);
        }
        out.flush();
        return ExitCode.DONE;
    }

    /** A query may be right and fail on the rows that there are. */
    private Map<String, Integer> written(List<PackSection> sections, PackQueries queries, Folder folder)
            throws Exception {
        try {
            return Packs.write(quarter, sections, queries, folder);
        } catch (Exception e) {
            throw QueryError.of(e).orElseThrow(() -> e);
        }
    }

    private int verify(OpenWorkspace open, Folder folder) {
        if (!folder.holds(Packs.MANIFEST)) {
            throw new UserError("--verify: there is no pack of " + quarter + " in " + folder.path());
        }
        Packs.Verification verified = verified(open, folder);
        PrintWriter out = spec.commandLine().getOut();
        verified.differences().forEach((what, difference) -> out.println(what + ": " + difference));
        int confirmed = verified.asked() - verified.differences().size();
        out.println(confirmed + " of " + verified.asked() + " answers and files confirmed");
        out.flush();
        return verified.differences().isEmpty() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }

    private static Packs.Verification verified(OpenWorkspace open, Folder folder) {
        try {
            return Packs.verify(folder, open.views());
        } catch (IllegalArgumentException e) {
            throw new UserError("--verify: " + folder.path() + "/" + Packs.MANIFEST + " " + e.getMessage()
                    + "; make the pack again without --verify");
        }
    }
}
