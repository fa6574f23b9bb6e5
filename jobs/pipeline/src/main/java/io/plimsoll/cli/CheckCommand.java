package io.plimsoll.cli;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.config.Loaded;
import io.plimsoll.config.Problem;
import io.plimsoll.config.Settings;
import java.io.PrintWriter;
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

    @Override
    public Integer call() {
        Loaded<Settings> settings = Settings.load(workspace.workspace());
        Loaded<Catalog> catalog = Catalog.load(workspace.workspace());
        List<Problem> problems = new ArrayList<>(settings.problems());
        problems.addAll(catalog.problems());
        PrintWriter out = spec.commandLine().getOut();
        out.println(settings.value().sources().size() + " sources, "
                + catalog.value().services().size() + " services, "
                + catalog.value().objectives().size() + " objectives, "
                + catalog.value().agreements().size() + " agreements");
        out.flush();
        if (!problems.isEmpty()) {
            throw new UserError(ProblemLines.of(problems));
        }
        out.println("no problems");
        out.flush();
        return ExitCode.DONE;
    }
}
