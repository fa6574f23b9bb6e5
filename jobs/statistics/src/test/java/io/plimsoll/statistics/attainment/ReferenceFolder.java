package io.plimsoll.statistics.attainment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Published figures that stand beside the repository; a test that needs them is skipped where they are absent. */
public final class ReferenceFolder {
    /** Reads decimals as written, never through a binary double. */
    public static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ReferenceFolder() {}

    public static Path path(String name) {
        Path path = root().resolve(name);
        assumeTrue(Files.exists(path), () -> "skipped, no reference data at " + path);
        return path;
    }

    /** A test for each example of a reference; where it is absent one test, skipped. */
    public static Stream<DynamicTest> each(String name, Examples examples) throws IOException {
        if (Files.exists(root().resolve(name))) {
            return examples.tests();
        }
        return Stream.of(DynamicTest.dynamicTest(name, () -> path(name)));
    }

    /** Makes the tests of a reference that is there. */
    public interface Examples {
        Stream<DynamicTest> tests() throws IOException;
    }

    public static JsonNode json(String name) throws IOException {
        return JSON.readTree(path(name).toFile());
    }

    private static Path root() {
        Map<String, String> environment = System.getenv();
        String named = System.getProperty("plimsoll.reference", environment.getOrDefault("PLIMSOLL_REFERENCE", ""));
        return named.isEmpty()
                ? Path.of(System.getProperty("plimsoll.root", ""), "..", "shared", "reference")
                : Path.of(named);
    }
}
