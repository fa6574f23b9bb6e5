package io.plimsoll.source.landing;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;

/** Reads a file once from end to end before Spark does, so that a broken one never fails a job. */
public final class FileProbe {

    private static final int BUFFER = 1 << 16;

    private final Landing landing;

    /** @param landing where the files lie */
    public FileProbe(Landing landing) {
        this.landing = landing;
    }

    /** Tells what a file holds for those who read its format. */
    @FunctionalInterface
    public interface Look {

        /**
         * Looks through the uncompressed bytes.
         *
         * @throws UnreadableFile when the bytes are not of the format
         */
        Content through(Opened file) throws IOException, UnreadableFile;
    }

    /** Looks through a file; every failure is told in the result, none is thrown. */
    public Inspection inspect(LandingFile file, Look look) {
        if (file.directory()) {
            return Inspection.rejected(file, Optional.empty(), folder(file));
        }
        if (file.sizeBytes() == 0) {
            return Inspection.rejected(file, Optional.empty(), "the file is empty (0 bytes)");
        }
        Path path = new Path(file.uri());
        try (InputStream raw = path.getFileSystem(landing.configuration()).open(path)) {
            return inspect(file, raw, look);
        } catch (FileNotFoundException | AccessDeniedException | AccessControlException failure) {
            return Inspection.rejected(file, Optional.empty(), "the file cannot be opened (" + reason(failure) + ")");
        } catch (IOException failure) {
            return Inspection.rejected(file, Optional.empty(), "the file cannot be read (" + reason(failure) + ")");
        }
    }

    private String folder(LandingFile folder) {
        Path path = new Path(folder.uri());
        try {
            path.getFileSystem(landing.configuration()).listStatus(path);
            return "it is a folder, where a file is expected; name its files in the source's path, such as "
                    + folder.path() + "/*";
        } catch (IOException failure) {
            return "the folder cannot be listed (" + reason(failure) + ")";
        }
    }

    private Inspection inspect(LandingFile file, InputStream raw, Look look) throws IOException {
        DigestInputStream digested = new DigestInputStream(raw, sha256());
        InputStream bytes = new BufferedInputStream(digested, BUFFER);
        Compression compression = Compression.of(file.path());
        try {
            InputStream uncompressed = new Unclosed(compression.open(bytes));
            Content content = look.through(new Opened(file, uncompressed, landing.configuration()));
            uncompressed.transferTo(OutputStream.nullOutputStream());
            return new Inspection(file, Optional.of(digestOf(bytes, digested)), Optional.of(content), Optional.empty());
        } catch (UnreadableFile unreadable) {
            return Inspection.rejected(file, Optional.of(digestOf(bytes, digested)), reason(unreadable));
        } catch (IOException failure) {
            return Inspection.rejected(file, Optional.of(digestOf(bytes, digested)), compression.explain(failure));
        }
    }

    private static String digestOf(InputStream bytes, DigestInputStream digested) throws IOException {
        bytes.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digested.getMessageDigest().digest());
    }

    /** Readers close what they have read; the rest of the file still counts for its digest. */
    private static final class Unclosed extends FilterInputStream {

        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the probe closes the file
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private static String reason(Exception failure) {
        return String.valueOf(failure.getMessage());
    }
}
