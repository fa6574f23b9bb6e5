package io.plimsoll.source.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Hands every line that is read through it to a listener, without its line feed. */
final class LineTap extends FilterInputStream {

    private static final int FIRST_CAPACITY = 1 << 12;

    private final Lines lines;
    private byte[] pending = new byte[FIRST_CAPACITY];
    private int length;

    /** Takes lines. */
    @FunctionalInterface
    interface Lines {
        void line(byte[] bytes, int offset, int length) throws IOException;
    }

    LineTap(InputStream in, Lines lines) {
        super(in);
        this.lines = lines;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int wanted) throws IOException {
        int count = in.read(buffer, offset, wanted);
        if (count < 0) {
            endLine();
            return count;
        }
        int start = offset;
        for (int i = offset; i < offset + count; i++) {
            if (buffer[i] == '\n') {
                append(buffer, start, i - start);
                endLine();
                start = i + 1;
            }
        }
        append(buffer, start, offset + count - start);
        return count;
    }

    private void append(byte[] buffer, int offset, int count) {
        if (length + count > pending.length) {
            pending = Arrays.copyOf(pending, Math.max(pending.length * 2, length + count));
        }
        System.arraycopy(buffer, offset, pending, length, count);
        length += count;
    }

    private void endLine() throws IOException {
        if (length > 0) {
            lines.line(pending, 0, length);
            length = 0;
        }
    }
}
