package io.plimsoll.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The defaults that a person edits, the files of {@code conf}. */
final class Defaults {

    static final String SETTINGS = "conf/plimsoll.yaml";
    static final String MATURITY = "conf/maturity.yaml";
    static final String SCORECARDS = "conf/scorecards.yaml";
    static final String PACK = "conf/pack.yaml";

    private Defaults() {}

    /** The file under {@code plimsoll.home} where there is one, else the copy in the jar. */
    static byte[] read(String file) {
        try (InputStream in = open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static InputStream open(String file) throws IOException {
        String home = System.getProperty("plimsoll.home");
        if (home != null) {
            return Files.newInputStream(Path.of(home, file));
        }
        return Objects.requireNonNull(Defaults.class.getResourceAsStream("/" + file), "the jar carries " + file);
    }
}
