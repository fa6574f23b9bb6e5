package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a notebook is told that cannot be answered. */
class PublishedTest {

    @TempDir
    private Path workspace;

    @AfterEach
    void forgetTheWorkspace() {
        System.clearProperty(Published.PROPERTY);
    }

    @Test
    void noWorkspaceIsNamed() {
        System.setProperty(Published.PROPERTY, " ");

        assertThatThrownBy(Published::open)
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "PLIMSOLL_WORKSPACE is not set: it names the workspace whose tables are read, such as the folder"
                                + " that 'plimsoll demo' made; 'notebooks/start WORKSPACE' sets it");
    }

    @Test
    void nothingWasPublishedYet() {
        System.setProperty(Published.PROPERTY, workspace.toString());

        assertThatThrownBy(Published::open)
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "PLIMSOLL_WORKSPACE names %s, where nothing is published: 'plimsoll run' publishes a workspace's"
                                        .formatted(workspace)
                                + " tables");
    }

    @Test
    void anUnknownTableIsNamedAndNothingCanBeWritten() throws IOException {
        Files.createDirectory(workspace.resolve("lake"));
        Files.writeString(workspace.resolve("plimsoll.yaml"), "sources: []\n");
        System.setProperty(Published.PROPERTY, workspace.toString());
        LocalSpark.session();
        Published published = Published.open();

        assertThatThrownBy(() -> published.ask("SELECT * FROM gold.nosuch"))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "the query cannot be answered: there is no table gold.nosuch; 'plimsoll tables' lists them");
        assertThatThrownBy(() -> published.ask("DROP VIEW gold.sla_compliance"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("only queries are answered");
    }
}
