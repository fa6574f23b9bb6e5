package io.plimsoll.cli;

import io.plimsoll.config.Settings;
import io.plimsoll.frame.Frames;
import io.plimsoll.lake.Sessions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * The published tables of a workspace as notebooks read them: questions in SQL, answers as frames. Nothing can be written.
 *
 * <pre>{@code
 * var published = Published.open();
 * var breaches = published.ask("SELECT ... FROM gold.sla_compliance WHERE status = 'BREACHED'");
 * }</pre>
 */
public final class Published {

    /** The variable, and in lower case with a dot the system property, that names the workspace. */
    static final String VARIABLE = "PLIMSOLL_WORKSPACE";

    static final String PROPERTY = "plimsoll.workspace";

    /** Spark's compiler fails while it tells what it does, and the kernels of notebooks want to be told everything. */
    private static final Logger COMPILER = Logger.getLogger("org.codehaus.janino");

    private final String workspace;
    private final OpenWorkspace open;

    private Published(String workspace, OpenWorkspace open) {
        this.workspace = workspace;
        this.open = open;
    }

    /**
     * The workspace that the system property {@value #PROPERTY} or else the variable {@value #VARIABLE} names. A session of this process is used
     * where there is one, so that a cell can run again.
     *
     * @throws UserError when neither names a workspace, its settings are wrong, or nothing was published there yet
     */
    public static Published open() {
        return in(System.getProperty(PROPERTY, System.getenv(VARIABLE)));
    }

    private static Published in(@Nullable String location) {
        COMPILER.setLevel(Level.OFF);
        if (location == null || location.isBlank()) {
            throw new UserError(VARIABLE
                    + " is not set: it names the workspace whose tables are read, such as the folder that 'plimsoll demo'"
                    + " made; 'notebooks/start WORKSPACE' sets it");
        }
        WorkspaceArgument argument = WorkspaceArgument.at(location);
        if (!argument.workspace().isUri()
                && !Files.isDirectory(Path.of(argument.workspace().resolve("lake")))) {
            throw new UserError(VARIABLE + " names " + argument.workspace().root()
                    + ", where nothing is published: 'plimsoll run' publishes a workspace's tables");
        }
        Settings settings = argument.rightSettings();
        return new Published(
                location,
                Sessions.running()
                        .map(session -> OpenWorkspace.in(session, settings))
                        .orElseGet(() -> OpenWorkspace.of(settings)));
    }

    /**
     * The answer to a query over bronze, silver, gold and ops; a table that nobody wrote yet is empty.
     *
     * @throws UserError when the query cannot be read, or is a statement that does something else than read
     */
    public Table ask(String query) {
        try {
            return Frames.of(open.views().query(query, Map.of()));
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()));
        } catch (Exception e) {
            throw QueryError.of(e).orElseThrow(() -> new IllegalStateException(e));
        }
    }

    /** The workspace's folder or URI. */
    @Override
    public String toString() {
        return "published tables of " + workspace;
    }
}
