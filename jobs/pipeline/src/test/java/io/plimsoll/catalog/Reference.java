package io.plimsoll.catalog;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The reference material that nobody on this project wrote; it is not part of the project. */
public final class Reference {

    private Reference() {}

    /** A folder or file of it; the test is skipped where it is absent. */
    public static Path path(String below) {
        Path path = root().resolve(below);
        assumeTrue(Files.exists(path), () -> "skipped: there is no reference material at " + path);
        return path;
    }

    private static Path root() {
        String stated = System.getenv("PLIMSOLL_REFERENCE");
        return stated != null
                ? Path.of(stated)
                : Path.of(System.getProperty("plimsoll.root"), "..", "shared", "reference");
    }
}
