package io.plimsoll.cli;

import io.plimsoll.bronze.Ingestion;
import io.plimsoll.bronze.SourceReview;
import io.plimsoll.catalog.Catalog;
import io.plimsoll.config.Loaded;
import io.plimsoll.config.Problem;
import io.plimsoll.config.Settings;
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

/** {@code plimsoll check WORKSPACE}: settings, catalogue and sources, every problem at once; nothing is written. */
@Command(
        name = "check",
        description = "Settings, catalogue and sources: every problem at once; nothing is written.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceArgument workspace;

    private final InstantSource clock = Clock.systemUTC();

    @Override
    public Integer call() {
        Loaded<Settings> settings = workspace.settings();
        Loaded<Catalog> catalog = Catalog.load(workspace.files());
        SourceReview sources = sources(settings.value());
        List<Problem> problems = new ArrayList<>(settings.problems());
        problems.addAll(sources.problems());
        problems.addAll(catalog.problems());
        PrintWriter out = spec.commandLine().getOut();
        out.println(settings.value().sources().size() + " sources, "
                + catalog.value().services().size() + " services, "
                + catalog.value().objectives().size() + " objectives, "
                + catalog.value().agreements().size() + " agreements");
        sources.notes().forEach(out::println);
        out.flush();
        if (!problems.isEmpty()) {
            throw new UserError(ProblemLines.of(problems));
        }
        out.println("no problems");
        out.flush();
        return ExitCode.DONE;
    }

    /** Sources are held against their files by Spark, whose start is spared where there are none. */
    private SourceReview sources(Settings settings) {
        if (settings.sources().isEmpty()) {
            return new SourceReview(List.of(), List.of());
        }
        try (OpenWorkspace open = OpenWorkspace.of(settings)) {
            return new Ingestion(open.lake(), settings, clock.instant(), line -> {}).review();
        }
    }
}
