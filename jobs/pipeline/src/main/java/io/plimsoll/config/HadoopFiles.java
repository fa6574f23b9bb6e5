package io.plimsoll.config;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Files below a URI, through Hadoop's file system for its scheme. */
final class HadoopFiles implements WorkspaceFiles {

    private final Path root;
    private final Configuration configuration;

    HadoopFiles(Workspace workspace, Configuration configuration) {
        this.root = new Path(workspace.root());
        this.configuration = configuration;
    }

    @Override
    public List<String> list(String folder) {
        try {
            FileSystem files = fileSystem();
            String above = files.makeQualified(root) + "/";
            RemoteIterator<LocatedFileStatus> found = files.listFiles(new Path(root, folder), true);
            List<String> paths = new ArrayList<>();
            while (found.hasNext()) {
                String path = found.next().getPath().toString().substring(above.length());
                if (isVisible(path)) {
                    paths.add(path);
                }
            }
            Collections.sort(paths);
            return paths;
        } catch (FileNotFoundException absent) {
            return List.of();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isVisible(String path) {
        return Arrays.stream(path.split("/", -1)).noneMatch(name -> name.startsWith("."));
    }

    @Override
    public boolean exists(String path) {
        try {
            return fileSystem().getFileStatus(new Path(root, path)).isFile();
        } catch (FileNotFoundException absent) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public byte[] read(String path) {
        try (FSDataInputStream file = fileSystem().open(new Path(root, path))) {
            return file.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private FileSystem fileSystem() throws IOException {
        try {
            return root.getFileSystem(configuration);
        } catch (RuntimeException failure) {
            if (failure.getCause() instanceof ClassNotFoundException absent) {
                throw new IOException(
                        "the library that reads " + root.toUri().getScheme() + ":// is not on the class path; start"
                                + " Spark with it, such as --packages org.apache.hadoop:hadoop-aws:<Hadoop's version>",
                        absent);
            }
            throw failure;
        }
    }
}
