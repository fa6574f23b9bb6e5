package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class WorkspaceArgumentTest {

    @ParameterizedTest
    @ValueSource(strings = {"demo", "./demo/", "other/../demo"})
    void aFolderIsTakenFromWhereTheCommandWasStarted(String location) {
        assertThat(root(location)).isEqualTo(Path.of("demo").toAbsolutePath().toString());
    }

    @Test
    void aUriStaysWhatItIs() {
        assertThat(root("s3a://bucket/workspace")).isEqualTo("s3a://bucket/workspace");
    }

    private static String root(String location) {
        return CommandLine.populateCommand(new WorkspaceArgument(), location)
                .workspace()
                .root();
    }
}
