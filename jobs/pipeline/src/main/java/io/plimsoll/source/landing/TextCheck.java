package io.plimsoll.source.landing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Looks through bytes that should be text: no NUL, valid UTF-8. Keeps the beginning, and knows whether anything but white space
 * was there.
 */
public final class TextCheck {

    private static final int BUFFER = 1 << 16;

    private final boolean utf8;
    private final byte[] beginning;
    private int kept;
    private long position;
    private long lineBreaks;
    private boolean blank = true;
    private int continuationBytes;

    /**
     * @param utf8 whether the text must be UTF-8; another encoding is not checked
     * @param keep bytes of the beginning to keep
     */
    public TextCheck(boolean utf8, int keep) {
        this.utf8 = utf8;
        this.beginning = new byte[keep];
    }

    /**
     * Reads everything.
     *
     * @throws UnreadableFile at the first byte that is not text
     */
    public void read(InputStream in) throws IOException, UnreadableFile {
        byte[] buffer = new byte[BUFFER];
        int length = in.read(buffer);
        while (length >= 0) {
            keep(buffer, length);
            check(buffer, length);
            length = in.read(buffer);
        }
        if (blank) {
            throw new UnreadableFile("the file is empty: it holds nothing but white space");
        }
        if (utf8 && continuationBytes > 0) {
            throw notUtf8();
        }
    }

    /** The first bytes. */
    public byte[] beginning() {
        return Arrays.copyOf(beginning, kept);
    }

    /** Line feeds in the whole text. */
    public long lineBreaks() {
        return lineBreaks;
    }

    private void keep(byte[] buffer, int length) {
        int more = Math.min(length, beginning.length - kept);
        System.arraycopy(buffer, 0, beginning, kept, more);
        kept += more;
    }

    private void check(byte[] buffer, int length) throws UnreadableFile {
        for (int i = 0; i < length; i++) {
            byte b = buffer[i];
            position++;
            if (b > ' ' && continuationBytes == 0) {
                blank = false;
            } else if (b == '\n') {
                lineBreaks++;
            } else if (utf8 && b == 0) {
                throw new UnreadableFile("the file is not text: byte " + position
                        + " is NUL; it may be compressed or of another format");
            }
            if (utf8 && (b < 0 || continuationBytes > 0)) {
                followSequence(b);
                blank = false;
            }
        }
    }

    /** Follows the lengths of UTF-8 sequences; overlong forms and surrogates are left to the reader. */
    private void followSequence(byte b) throws UnreadableFile {
        int bits = b & 0xFF;
        if (continuationBytes > 0) {
            if ((bits & 0xC0) != 0x80) {
                throw notUtf8();
            }
            continuationBytes--;
        } else if (bits >= 0xC2 && bits <= 0xDF) {
            continuationBytes = 1;
        } else if ((bits & 0xF0) == 0xE0) {
            continuationBytes = 2;
        } else if (bits >= 0xF0 && bits <= 0xF4) {
            continuationBytes = 3;
        } else {
            throw notUtf8();
        }
    }

    private UnreadableFile notUtf8() {
        return new UnreadableFile("the file is not UTF-8 text: byte " + position
                + " does not belong there; deliver UTF-8, or name the source's encoding (options: {encoding: ...})");
    }
}
