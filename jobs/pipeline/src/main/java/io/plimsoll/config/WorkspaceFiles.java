package io.plimsoll.config;

import java.util.List;
import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;

/** Reads the files of a workspace, wherever it lies. Paths are relative to the workspace, with {@code /} between names. */
public interface WorkspaceFiles {

    /**
     * Every file below a folder at any depth, sorted; none when there is no such folder. Names that begin with a dot are left out.
     *
     * @throws java.io.UncheckedIOException when the folder cannot be listed
     */
    List<String> list(String folder);

    /** Whether there is such a file. */
    boolean exists(String path);

    /**
     * The bytes of a file.
     *
     * @throws java.io.UncheckedIOException when it cannot be read
     */
    byte[] read(String path);

    /** The files of a workspace that is a folder of this machine. */
    static WorkspaceFiles local(Workspace workspace) {
        return LocalFiles.of(workspace);
    }

    /**
     * The files of a workspace anywhere.
     *
     * @param configuration of the file systems; asked for only where the workspace is a URI, because Hadoop takes a second to load
     */
    static WorkspaceFiles of(Workspace workspace, Supplier<Configuration> configuration) {
        return workspace.isUri() ? new HadoopFiles(workspace, configuration.get()) : local(workspace);
    }
}
