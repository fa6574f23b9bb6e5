package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WorkspaceTest {

    @ParameterizedTest
    @CsvSource({
        "/data/ws/, landing/a.csv, /data/ws/landing/a.csv",
        "s3a://bucket/ws, landing/a.csv, s3a://bucket/ws/landing/a.csv",
        "/data/ws, /exports/a.csv, /exports/a.csv",
        "/data/ws, abfss://c@account/a.csv, abfss://c@account/a.csv"
    })
    void resolvesWhatIsRelative(String root, String path, String full) {
        assertThat(new Workspace(root).resolve(path)).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource({"landing/**/*.csv, false", "../other/a.csv, true", "landing/../../a.csv, true", "./a/../b, false"})
    void seesAPathThatLeavesIt(String path, boolean leaves) {
        assertThat(Workspace.leaves(path)).isEqualTo(leaves);
    }

    @Test
    void listsFilesOfAFolderSortedAndWithoutHiddenOnes(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("catalog/b/c"));
        Files.createDirectories(root.resolve("catalog/.git"));
        for (String file : new String[] {"catalog/z.yaml", "catalog/b/c/a.yaml", "catalog/.git/x.yaml", "other.yaml"}) {
            Files.writeString(root.resolve(file), "a: 1");
        }

        assertThat(WorkspaceFiles.local(new Workspace(root.toString())).list("catalog"))
                .containsExactly("catalog/b/c/a.yaml", "catalog/z.yaml");
    }

    @Test
    void listsNothingOfAFolderThatIsMissing(@TempDir Path root) {
        assertThat(WorkspaceFiles.local(new Workspace(root.toString())).list("catalog"))
                .isEmpty();
    }

    @Test
    void mayBeAFileUri(@TempDir Path root) throws IOException {
        Files.writeString(root.resolve("a.yaml"), "a: 1");

        assertThat(WorkspaceFiles.local(new Workspace(root.toUri().toString())).exists("a.yaml"))
                .isTrue();
    }
}
