package io.plimsoll.source.landing;

import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** How a file is compressed, by the end of its name, as Spark's readers decide it too. */
public enum Compression {
    /** As it is. */
    NONE,
    /** {@code .gz} */
    GZIP,
    /** {@code .zst} */
    ZSTD;

    private static final int BUFFER = 1 << 16;

    /** The compression that a file name tells. */
    public static Compression of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".gz")) {
            return GZIP;
        }
        return lower.endsWith(".zst") ? ZSTD : NONE;
    }

    /** The uncompressed bytes. */
    public InputStream open(InputStream compressed) throws IOException {
        return switch (this) {
            case NONE -> compressed;
            case GZIP -> new GZIPInputStream(compressed, BUFFER);
            case ZSTD -> new ZstdInputStream(compressed);
        };
    }

    /** What a failure while uncompressing says about the file. */
    String explain(IOException failure) {
        String name = this == GZIP ? "gzip" : "zstd";
        if (failure instanceof EOFException
                || String.valueOf(failure.getMessage()).contains("Truncated")) {
            return "the " + name + " file is truncated: it ends in the middle of its data; deliver it again";
        }
        if (failure instanceof ZipException || this == ZSTD) {
            return "the file is not readable as " + name + " (" + failure.getMessage() + "); deliver it again";
        }
        return "the file cannot be read (" + failure.getMessage() + ")";
    }
}
