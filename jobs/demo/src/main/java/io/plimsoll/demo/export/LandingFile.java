package io.plimsoll.demo.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** A text file being written. Failures to write are {@link UncheckedIOException}s, so that rows can be written from lambdas. */
public final class LandingFile implements Closeable {

    private final Writer writer;

    LandingFile(Writer writer) {
        this.writer = writer;
    }

    /** Appends text as it is. */
    public LandingFile append(CharSequence text) {
        try {
            writer.append(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Appends a line that ends in a line feed. */
    public LandingFile line(CharSequence text) {
        return append(text).append("\n");
    }

    Writer writer() {
        return writer;
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
