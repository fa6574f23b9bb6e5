package io.plimsoll.cli;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.config.Loaded;
import io.plimsoll.config.Nearest;
import io.plimsoll.run.Outcome;
import io.plimsoll.run.RunOptions;
import io.plimsoll.run.WorkspaceRun;
import io.plimsoll.source.SettingsProblems;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll run WORKSPACE}: ingest what is new, compute what it touches, publish. */
@Command(
        name = "run",
        description = "Ingests what is new, computes what it touches, publishes.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceArgument workspace;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "The run's date: data up to the start of this day in the workspace's zone. Default: today.")
    private Optional<LocalDate> asOf = Optional.empty();

    @Option(names = "--only", paramLabel = "TABLE", split = ",", description = "Computes only these tables.")
    private Set<String> only = Set.of();

    @ArgGroup(exclusive = false)
    private @Nullable Days days;

    @Option(names = "--full", description = "Rebuilds every table from its inputs.")
    private boolean full;

    @Option(names = "--plan", description = "Prints what would be recomputed and why; computes nothing.")
    private boolean plan;

    private final InstantSource clock = Clock.systemUTC();

    /** Days to recompute whatever changed. */
    static final class Days {
        @Option(names = "--from", required = true, paramLabel = "DATE", description = "Recomputes from this day ...")
        private LocalDate from = LocalDate.MIN;

        @Option(names = "--to", required = true, paramLabel = "DATE", description = "... to the day before this one.")
        private LocalDate to = LocalDate.MAX;
    }

    @Override
    public Integer call() {
        try (OpenWorkspace open = workspace.open()) {
            return run(open);
        } catch (SettingsProblems e) {
            throw new UserError(ProblemLines.of(e.problems()));
        }
    }

    private int run(OpenWorkspace open) {
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = new Progress(spec.commandLine().getErr(), clock);
        RunOptions options = options(open);
        Loaded<Catalog> catalog = Catalog.load(open.settings().workspace());
        ProblemLines.of(catalog.problems()).forEach(progress::say);
        WorkspaceRun run = new WorkspaceRun(open.settings(), open.lake(), open.graph(), options, clock, progress::say);
        if (plan) {
            PlanPrinter.print(run.preview(catalog.value()), out);
            return ExitCode.DONE;
        }
        WorkspaceRun.Result result = run.run(catalog.value(), progress, done -> exitCode(catalog, done));
        out.println(Summary.of(options, result.report(), result.outcomes(), result.seconds()));
        out.flush();
        return exitCode(catalog, result);
    }

    private RunOptions options(OpenWorkspace open) {
        if (days != null && !days.from.isBefore(days.to)) {
            throw new UserError("--from " + days.from + " is not before --to " + days.to);
        }
        List<String> names = open.graph().inOrder().stream()
                .map(table -> table.contract().name())
                .toList();
        only.stream().filter(table -> !names.contains(table)).findFirst().ifPresent(table -> {
            throw new UserError("--only " + table + ": there is no such table" + Nearest.suggestion(table, names));
        });
        LocalDate today = LocalDate.ofInstant(clock.instant(), open.settings().zone());
        return new RunOptions(
                asOf.orElse(today),
                open.settings().zone(),
                only,
                Optional.ofNullable(days).map(asked -> asked.from),
                Optional.ofNullable(days).map(asked -> asked.to),
                full);
    }

    private static int exitCode(Loaded<Catalog> catalog, WorkspaceRun.Result result) {
        if (result.outcomes().stream().anyMatch(outcome -> outcome.kind() == Outcome.Kind.STOPPED)) {
            return ExitCode.CHECK_FAILED;
        }
        if (!catalog.problems().isEmpty()) {
            return ExitCode.WRONG_INPUT;
        }
        return result.report().exceedsLimit() ? ExitCode.TOO_MANY_REJECTS : ExitCode.DONE;
    }
}
