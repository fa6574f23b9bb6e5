package io.plimsoll.cli;

import io.plimsoll.config.Loaded;
import io.plimsoll.config.PackSection;
import io.plimsoll.config.Problem;
import io.plimsoll.contract.Recompute;
import io.plimsoll.publish.Folder;
import io.plimsoll.publish.StatementPeriod;
import io.plimsoll.publish.pack.PackCheck;
import io.plimsoll.publish.pack.PackQueries;
import io.plimsoll.publish.pack.Packs;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;
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

    @Option(names = "--replace", description = "Writes over a pack of the quarter that has other answers.")
    private boolean replace;

    @Override
    public Integer call() throws Exception {
        StatementPeriod period = period();
        Loaded<List<PackSection>> sections = PackSection.load(workspace.files());
        try (OpenWorkspace open = workspace.open()) {
            Folder folder = new Folder(
                    open.settings().workspace().resolve("published/packs/" + quarter),
                    open.session().sessionState().newHadoopConf());
            return verify ? verify(open, folder) : write(open, period, sections, folder);
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            throw new UserError("published/packs/" + quarter + " cannot be written or read: " + e.getMessage());
        } catch (Exception e) {
            throw QueryError.of(e).orElseThrow(() -> e);
        }
    }

    private StatementPeriod period() {
        if (!quarter.matches("\\d{4}-Q[1-4]")) {
            throw new UserError("--quarter " + quarter + " is no quarter; write it as 2026-Q2");
        }
        return StatementPeriod.parse(quarter).orElseThrow();
    }

    private int write(OpenWorkspace open, StatementPeriod period, Loaded<List<PackSection>> sections, Folder folder)
            throws AnalysisException {
        PackQueries anyDate = new PackQueries(
                open.views(), period, period.end(), open.settings().zone());
        List<Problem> problems = new ArrayList<>(sections.problems());
        problems.addAll(PackCheck.problems(sections.value(), anyDate));
        if (!problems.isEmpty()) {
            throw new UserError(ProblemLines.of(problems));
        }
        LocalDate asOf = asOf(open, period, anyDate.named(sections.value()));
        PackQueries queries =
                new PackQueries(open.views(), period, asOf, open.settings().zone());
        Map<String, Integer> rows = Packs.write(quarter, sections.value(), queries, folder, replace);
        PrintWriter out = spec.commandLine().getOut();
        rows.forEach((title, count) -> out.println("  " + title + ": " + count + (count == 1 ? " row" : " rows")));
        for (String file : List.of(Packs.PAGE, Packs.DOCUMENT, Packs.MANIFEST)) {
            out.println("wrote " + folder.path() + "/" + file);
        }
        out.flush();
        return ExitCode.DONE;
    }

    /** The first date after the quarter on which every snapshot that is asked was computed; the newest one where there is none yet. */
    private LocalDate asOf(OpenWorkspace open, StatementPeriod period, Set<String> named) {
        Set<String> snapshots = open.graph().inOrder().stream()
                .filter(table -> table.recompute() instanceof Recompute.AsOf)
                .map(table -> table.contract().name())
                .filter(named::contains)
                .collect(Collectors.toSet());
        NavigableSet<LocalDate> dates = open.ledger().datesOf(snapshots);
        if (dates.isEmpty()) {
            throw new UserError("no run computed all of " + String.join(", ", new TreeSet<>(snapshots))
                    + "; 'plimsoll run' the workspace first");
        }
        if (!period.start().isBefore(dates.last())) {
            throw new UserError(
                    "--quarter " + quarter + " is still to come: the newest run saw the data up to " + dates.last());
        }
        return Optional.ofNullable(dates.ceiling(period.end())).orElseGet(dates::last);
    }

    private int verify(OpenWorkspace open, Folder folder) {
        if (!folder.holds(Packs.MANIFEST)) {
            throw new UserError("--verify: there is no pack of " + quarter + " in " + folder.path());
        }
        Packs.Verification verified = Packs.verify(folder, open.views());
        PrintWriter out = spec.commandLine().getOut();
        verified.differences().forEach((what, difference) -> out.println(what + ": " + difference));
        int confirmed = verified.asked() - verified.differences().size();
        out.println(confirmed + " of " + verified.asked() + " sections and files confirmed");
        out.flush();
        return verified.differences().isEmpty() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }
}
