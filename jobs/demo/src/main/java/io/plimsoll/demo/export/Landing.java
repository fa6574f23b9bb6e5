package io.plimsoll.demo.export;

import io.plimsoll.demo.truth.Truth;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The landing folder while the tools drop their files into it, and what must be found about files with dirt in them. */
public final class Landing {

    private static final int BUFFER = 1 << 16;

    private final Path workspace;
    private final List<Truth> truths = new ArrayList<>();
    private long measurementRows;

    /** The landing folder of a workspace. */
    public Landing(Path workspace) {
        this.workspace = workspace;
    }

    /** A new UTF-8 text file at {@code path} below the workspace; gzip when the name ends in {@code .gz}. */
    public LandingFile create(String path) {
        try {
            Path file = workspace.resolve(path);
            Files.createDirectories(parent(file));
            OutputStream bytes = Files.newOutputStream(file);
            OutputStream packed = path.endsWith(".gz") ? new GZIPOutputStream(bytes, BUFFER) : bytes;
            return new LandingFile(new BufferedWriter(new OutputStreamWriter(packed, StandardCharsets.UTF_8), BUFFER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops the same bytes again under another name. */
    public void copy(String path, String copy) {
        try {
            Files.copy(workspace.resolve(path), workspace.resolve(copy));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops the first half of a file's bytes under another name, as a broken transfer does. */
    public void copyHalf(String path, String copy) {
        try {
            byte[] bytes = Files.readAllBytes(workspace.resolve(path));
            Files.write(workspace.resolve(copy), Arrays.copyOf(bytes, bytes.length / 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes what the file ledger must say of one file. */
    public void expect(FileAccount account) {
        truths.add(account.truth());
    }

    /** Notes what a table must say because of the files written. */
    public void expect(Truth truth) {
        truths.add(truth);
    }

    /** Adds to the number of measurement rows written. */
    public void countMeasurements(long rows) {
        measurementRows += rows;
    }

    /** Measurement rows written so far, duplicates included. */
    public long measurementRows() {
        return measurementRows;
    }

    /** What must be found about the files written so far. */
    public List<Truth> truths() {
        return List.copyOf(truths);
    }

    private static Path parent(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IOException(file + " has no folder");
        }
        return parent;
    }
}
