package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The defaults as they are delivered, {@code conf/plimsoll.yaml}. */
final class DefaultsTest {

    @Test
    void loadWithoutProblemsUnderAnEmptyWorkspace() throws IOException {
        byte[] delivered = Files.readAllBytes(Path.of(System.getProperty("plimsoll.root"), Defaults.FILE));

        Loaded<Settings> loaded = new SettingsReader(
                        new Workspace("/ws"),
                        TextFiles.of(Settings.FILE, "sources: [{name: a, feed: alert, format: csv, path: a.csv}]\n"),
                        name -> Optional.empty())
                .read(delivered);

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value().zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(loaded.value().sources().get(0).maxRejected()).isEqualTo(new BigDecimal("0.01"));
    }
}
