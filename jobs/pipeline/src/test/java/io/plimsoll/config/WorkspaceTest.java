package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
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
    void aUriIsReadThroughItsFileSystem(@TempDir Path root) throws IOException {
        Files.createDirectories(root.resolve("catalog/deep er/.git"));
        Files.writeString(root.resolve("catalog/deep er/a.yaml"), "a: 1");
        Files.writeString(root.resolve("catalog/deep er/.git/b.yaml"), "b: 1");
        WorkspaceFiles files = WorkspaceFiles.of(new Workspace("file://" + root + "/"), Configuration::new);

        assertThat(files.list("catalog")).containsExactly("catalog/deep er/a.yaml");
        assertThat(new String(files.read("catalog/deep er/a.yaml"), StandardCharsets.UTF_8))
                .isEqualTo("a: 1");
        assertThat(files.list("absent")).isEmpty();
        assertThat(files.exists("catalog")).isFalse();
        assertThat(files.exists("catalog/deep er/a.yaml")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "s3a://bucket/ws, cannot be read: java.io.IOException: the library that reads s3a:// is not on the class path",
        "nosuch://bucket/ws, cannot be read: org.apache.hadoop.fs.UnsupportedFileSystemException: No FileSystem for scheme"
    })
    void aFileSystemThatIsNotThereIsAProblemOfTheSettings(String uri, String message) {
        Workspace workspace = new Workspace(uri);

        assertThat(Settings.load(workspace, WorkspaceFiles.of(workspace, Configuration::new), Environment.ofProcess())
                        .problems())
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .startsWith(message);
    }
}
