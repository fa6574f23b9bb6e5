package io.plimsoll.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The defaults that a person edits, {@code conf/plimsoll.yaml}. */
final class Defaults {

    static final String FILE = "conf/plimsoll.yaml";

    private Defaults() {}

    /** The file under {@code plimsoll.home} where there is one, else the copy in the jar. */
    static byte[] read() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    private static InputStream open() throws IOException {
        String home = System.getProperty("plimsoll.home");
        if (home != null) {
            return Files.newInputStream(Path.of(home, FILE));
        }
        return Objects.requireNonNull(Defaults.class.getResourceAsStream("/" + FILE), "the jar carries " + FILE);
    }
}
