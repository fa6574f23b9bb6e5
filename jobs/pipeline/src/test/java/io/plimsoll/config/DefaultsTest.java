package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.testing.Reference;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The defaults as they are delivered, the files of {@code conf}. */
final class DefaultsTest {

    private static Loaded<Settings> under(Workspace workspace, WorkspaceFiles files) {
        return new SettingsReader(workspace, files, name -> Optional.empty()).read(Defaults.read(Defaults.SETTINGS));
    }

    @Test
    void loadWithoutProblemsUnderAnEmptyWorkspace() {
        Loaded<Settings> loaded = under(
                new Workspace("/ws"),
                TextFiles.of(Settings.FILE, "sources: [{name: a, feed: alert, format: csv, path: a.csv}]\n"));

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value().zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(loaded.value().sources().get(0).maxRejected()).isEqualTo(new BigDecimal("0.01"));
    }

    @Test
    void loadWithoutProblemsUnderTheExampleWorkspace() {
        Workspace workspace =
                new Workspace(Reference.path("sla-example/workspace").toString());

        Loaded<Settings> loaded = under(workspace, WorkspaceFiles.local(workspace));

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value().sources())
                .extracting(SourceSettings::name)
                .containsExactly("counts", "values", "states", "maintenance");
    }
}
