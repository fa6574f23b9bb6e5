package io.plimsoll.cli;

import io.plimsoll.config.Environment;
import io.plimsoll.config.Loaded;
import io.plimsoll.config.Settings;
import io.plimsoll.config.Workspace;
import io.plimsoll.config.WorkspaceFiles;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The workspace that a command works on. */
final class WorkspaceArgument {

    @Parameters(index = "0", paramLabel = "WORKSPACE", description = "Folder or URI of the workspace.")
    private String location = "";

    /** The workspace at a folder or URI, for commands whose first argument is another. */
    static WorkspaceArgument at(String location) {
        WorkspaceArgument argument = new WorkspaceArgument();
        argument.location = location;
        return argument;
    }

    /** A folder as its absolute path: Delta takes a relative one for a table's name. */
    Workspace workspace() {
        Workspace given = new Workspace(location);
        return given.isUri()
                ? given
                : new Workspace(Path.of(location).toAbsolutePath().normalize().toString());
    }

    /** The workspace's files, on this machine or wherever its URI leads. */
    WorkspaceFiles files() {
        return WorkspaceFiles.of(workspace(), SparkSettings::hadoop);
    }

    /** The settings with the variables of this process, as far as they are right. */
    Loaded<Settings> settings() {
        return Settings.load(workspace(), files(), Environment.ofProcess());
    }

    /** The workspace with its settings and a session; wrong settings are the user's error, all of them at once. */
    OpenWorkspace open() {
        return OpenWorkspace.of(rightSettings());
    }

    /** The settings; wrong ones are the user's error, all of them at once. */
    Settings rightSettings() {
        Loaded<Settings> settings = settings();
        if (!settings.problems().isEmpty()) {
            throw new UserError(ProblemLines.of(settings.problems()));
        }
        return settings.value();
    }
}
