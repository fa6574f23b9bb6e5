package io.plimsoll.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A folder that is published into, on this machine or behind a URI. */
public final class Folder {

    private final Path path;
    private final FileSystem files;

    /**
     * @param path in full; made with the first file
     * @param configuration of the file systems
     * @throws UncheckedIOException when its file system cannot be reached
     */
    public Folder(String path, Configuration configuration) {
        this.path = new Path(path);
        try {
            // Its own, because a switch of a file system that is shared would be one for all who share it.
            this.files = FileSystem.newInstance(this.path.toUri(), configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Hadoop lays a hidden file of checksums beside each file on this machine, which people ask about.
        files.setWriteChecksum(false);
    }

    /** Where it is. */
    public String path() {
        return path.toString();
    }

    /**
     * Writes a file, in the place of one of its name.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public void write(String name, byte[] content) {
        try (FSDataOutputStream file = files.create(new Path(path, name), true)) {
            file.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The bytes of a file.
     *
     * @throws UncheckedIOException when it cannot be read
     */
    public byte[] read(String name) {
        try (var file = files.open(new Path(path, name))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it has a file. */
    public boolean holds(String name) {
        try {
            return files.exists(new Path(path, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
