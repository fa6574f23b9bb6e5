package io.plimsoll.cli;

import io.plimsoll.bronze.Ingestion;
import io.plimsoll.bronze.SourceReview;
import io.plimsoll.catalog.Catalog;
import io.plimsoll.config.Loaded;
import io.plimsoll.config.PackSection;
import io.plimsoll.config.Problem;
import io.plimsoll.config.Settings;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.maturity.PracticeCheck;
import io.plimsoll.publish.StatementPeriod;
import io.plimsoll.publish.pack.PackCheck;
import io.plimsoll.publish.pack.PackQueries;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plimsoll check WORKSPACE}: settings, catalogue, sources, maturity model and pack, every problem at once; nothing is written. */
@Command(
        name = "check",
        description =
                "Settings, catalogue, sources, maturity model and pack: every problem at once; nothing is written.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceArgument workspace;

    /** What the questions of a pack mean does not depend on the quarter that is asked for. */
    private static final StatementPeriod ANY_QUARTER =
            StatementPeriod.parse("2026-Q1").orElseThrow();

    private final InstantSource clock = Clock.systemUTC();

    @Override
    public Integer call() {
        Loaded<Settings> settings = workspace.settings();
        Loaded<Catalog> catalog = Catalog.load(workspace.files());
        Loaded<List<PackSection>> pack = PackSection.load(workspace.files());
        List<Problem> problems = new ArrayList<>(settings.problems());
        List<String> notes = new ArrayList<>();
        try (OpenWorkspace open = OpenWorkspace.of(settings.value())) {
            SourceReview sources = new Ingestion(open.lake(), settings.value(), clock.instant(), line -> {}).review();
            problems.addAll(sources.problems());
            notes.addAll(sources.notes());
            problems.addAll(PracticeCheck.problems(
                    settings.value().practices(),
                    open.graph().contracts().stream().map(TableContract::name).toList(),
                    table -> open.lake().empty(open.graph().contract(table))));
            problems.addAll(pack.problems());
            problems.addAll(PackCheck.problems(
                    pack.value(),
                    new PackQueries(
                            open.views(),
                            ANY_QUARTER,
                            ANY_QUARTER.end(),
                            settings.value().zone())));
        }
        problems.addAll(catalog.problems());
        PrintWriter out = spec.commandLine().getOut();
        out.println(settings.value().sources().size() + " sources, "
                + catalog.value().services().size() + " services, "
                + catalog.value().objectives().size() + " objectives, "
                + catalog.value().agreements().size() + " agreements");
        notes.forEach(out::println);
        out.flush();
        if (!problems.isEmpty()) {
            throw new UserError(ProblemLines.of(problems));
        }
        out.println("no problems");
        out.flush();
        return ExitCode.DONE;
    }
}
