package io.plimsoll.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    @TempDir
    Path root;

    @Test
    void equalOptionsGiveEqualBytes() throws IOException {
        Demo.write(new DemoOptions(root.resolve("a"), 13, 40, 5, END));
        Demo.write(new DemoOptions(root.resolve("b"), 13, 40, 5, END));
        assertThat(digests(root.resolve("a"))).isEqualTo(digests(root.resolve("b")));
    }

    @Test
    void anotherSeedGivesOtherMeasurements() throws IOException {
        Demo.write(new DemoOptions(root.resolve("a"), 1, 3, 5, END));
        Demo.write(new DemoOptions(root.resolve("b"), 1, 3, 6, END));
        String export = "landing/prometheus-eu/2026-06-28.json.gz";
        assertThat(digests(root.resolve("a")).get(export))
                .isNotEqualTo(digests(root.resolve("b")).get(export));
    }

    @Test
    void moreServicesMeasureMore() throws IOException {
        DemoSummary few = Demo.write(new DemoOptions(root.resolve("few"), 6, 5, 1, END));
        DemoSummary many = Demo.write(new DemoOptions(root.resolve("many"), 30, 5, 1, END));
        assertThat(many.services()).isEqualTo(30);
        assertThat(many.measurementRows()).isGreaterThan(few.measurementRows());
    }

    @Test
    void moreDaysMeasureInProportion() throws IOException {
        DemoSummary week = Demo.write(new DemoOptions(root.resolve("week"), 1, 7, 1, END));
        DemoSummary fortnight = Demo.write(new DemoOptions(root.resolve("fortnight"), 1, 14, 1, END));
        assertThat(fortnight.measurementRows()).isBetween(2 * week.measurementRows(), 2 * week.measurementRows() + 200);
    }

    @Test
    void aSingleDayOfOneServiceIsAWorkspaceToo() throws IOException {
        DemoSummary summary = Demo.write(new DemoOptions(root.resolve("w"), 1, 1, 1, END));
        assertThat(summary.asOf()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(root.resolve("w/plimsoll.yaml")).isNotEmptyFile();
        assertThat(root.resolve("w/catalog/services/booking-api.yaml")).isNotEmptyFile();
        assertThat(root.resolve("w/truths.json")).isNotEmptyFile();
    }

    @Test
    void aDirectoryThatHoldsFilesIsLeftAlone() throws IOException {
        Files.writeString(root.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> Demo.write(DemoOptions.in(root)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The demo needs a new or empty directory, but " + root
                        + " holds files: name another one or remove it");
        assertThat(digests(root)).containsOnlyKeys("mine.txt");
    }

    @Test
    void anEnterpriseWithoutServicesIsRefused() {
        assertThatThrownBy(() -> new DemoOptions(root, 0, 10, 1, END))
                .hasMessage("services must be at least 1, but is 0");
    }

    @Test
    void aPastWithoutDaysIsRefused() {
        assertThatThrownBy(() -> new DemoOptions(root, 1, 0, 1, END)).hasMessage("days must be at least 1, but is 0");
    }

    private static Map<String, String> digests(Path directory) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> digests.put(directory.relativize(file).toString(), digest(file)));
        }
        return digests;
    }

    private static String digest(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
