package io.plimsoll.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Real exports and published numbers, which lie outside the project. */
public final class Reference {

    private Reference() {}

    /** A file or folder of the reference material; the test is skipped where it is absent. */
    public static Path path(String name) {
        Path path = folder().resolve(name);
        Assumptions.assumeTrue(Files.exists(path), () -> "skipped: the reference material is absent (" + path + ")");
        return path;
    }

    private static Path folder() {
        return Optional.ofNullable(System.getProperty("plimsoll.reference"))
                .or(() -> Optional.ofNullable(System.getenv("PLIMSOLL_REFERENCE")))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("plimsoll.root", "."), "..", "shared", "reference"));
    }
}
