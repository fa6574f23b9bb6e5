package io.plimsoll.source.landing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The files below a workspace, on whatever file system it lies. */
public final class Landing {

    private final Configuration configuration;
    private final String root;

    /**
     * @param configuration Hadoop's settings of the session
     * @param root the workspace, a path or a URI
     */
    public Landing(Configuration configuration, String root) {
        this.configuration = configuration;
        this.root = qualified(root);
    }

    /** The URI of a path below the workspace; an absolute path or URI stays what it is. */
    public String resolve(String path) {
        return elsewhere(path) ? qualified(path) : root + "/" + path;
    }

    private static boolean elsewhere(String path) {
        return path.startsWith("/") || path.matches("[a-zA-Z][a-zA-Z0-9+.-]*:/.*");
    }

    /** The path as the ledger names it: below the workspace where it lies there, else the whole URI. */
    public String relative(String uri) {
        return uri.startsWith(root + "/") ? uri.substring(root.length() + 1) : uri;
    }

    /**
     * The files that a path with wildcards names, in the order of their names; folders only where a file was expected. No files
     * when the folder does not exist.
     */
    public List<LandingFile> list(String path) {
        Glob glob = elsewhere(path) ? Glob.of("", qualified(path)) : Glob.of(root + "/", path);
        List<LandingFile> files = new ArrayList<>();
        try {
            if (!glob.recursive()) {
                files.add(file(status(glob.base())));
            } else {
                walk(new Path(glob.base()), glob, files);
            }
        } catch (FileNotFoundException nothingThere) {
            return List.of();
        } catch (IOException closed) {
            files.add(unseen(glob.base(), glob.recursive()));
        }
        files.sort(Comparator.comparing(LandingFile::path));
        return files;
    }

    /** The file as it is now; empty when it is gone. */
    public Optional<LandingFile> look(String uri) {
        try {
            return Optional.of(file(status(uri)));
        } catch (FileNotFoundException gone) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Hadoop's settings with which the files are opened. */
    public Configuration configuration() {
        return configuration;
    }

    private FileStatus status(String uri) throws IOException {
        return fileSystem(new Path(uri)).getFileStatus(new Path(uri));
    }

    /** What may not be looked at still stands in the list, so that the attempt to read it tells why. */
    private LandingFile unseen(String uri, boolean directory) {
        return new LandingFile(relative(uri), uri, LandingFile.NO_SIZE, Instant.EPOCH, directory);
    }

    private void walk(Path folder, Glob glob, List<LandingFile> files) throws IOException {
        for (FileStatus status : fileSystem(folder).listStatus(folder)) {
            String name = status.getPath().getName();
            if (name.startsWith("_") || name.startsWith(".")) {
                continue;
            }
            LandingFile found = file(status);
            if (glob.matches(found.uri()) && !(found.directory() && glob.takesFolders())) {
                files.add(found);
            } else if (found.directory()) {
                walkBelow(status.getPath(), glob, files);
            }
        }
    }

    /** A folder that cannot be listed hides none of its neighbours. */
    private void walkBelow(Path folder, Glob glob, List<LandingFile> files) {
        try {
            walk(folder, glob, files);
        } catch (IOException closed) {
            files.add(unseen(text(folder), true));
        }
    }

    private LandingFile file(FileStatus status) {
        String uri = text(status.getPath());
        return new LandingFile(
                relative(uri),
                uri,
                status.getLen(),
                Instant.ofEpochMilli(status.getModificationTime()),
                status.isDirectory());
    }

    private FileSystem fileSystem(Path path) throws IOException {
        return path.getFileSystem(configuration);
    }

    private String qualified(String path) {
        try {
            Path given = new Path(path);
            return text(given.getFileSystem(configuration).makeQualified(given));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path path) {
        return path.toString();
    }
}
