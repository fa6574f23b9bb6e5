package io.plimsoll.testing;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.security.AccessControlException;

/**
 * This machine's files under {@code guarded:/}, except that nobody, root included, may open a file or list a folder whose name
 * begins with {@code closed}.
 */
public final class GuardedFiles extends RawLocalFileSystem {

    /** The URI of a local path, in the session of the tests. */
    public static String uri(java.nio.file.Path path) {
        LocalSpark.session().sparkContext().hadoopConfiguration().set("fs.guarded.impl", GuardedFiles.class.getName());
        return "guarded:" + path;
    }

    @Override
    public URI getUri() {
        return URI.create("guarded:///");
    }

    @Override
    public String getScheme() {
        return "guarded";
    }

    @Override
    public FSDataInputStream open(Path file, int bufferSize) throws IOException {
        refuse(file);
        return super.open(file, bufferSize);
    }

    @Override
    public FileStatus[] listStatus(Path folder) throws IOException {
        refuse(folder);
        return super.listStatus(folder);
    }

    private static void refuse(Path path) throws AccessControlException {
        if (path.getName().startsWith("closed")) {
            throw new AccessControlException("Permission denied: " + path.getName());
        }
    }
}
