package io.plimsoll.bronze;

import static io.plimsoll.testing.SourceBuilder.source;
import static io.plimsoll.testing.TestWorkspace.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.testing.TestWorkspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An ITSM database, in memory, of which the connection that stays open keeps the tables. */
class DatabaseSourceTest {

    private static final String URL = "jdbc:h2:mem:desk";

    @TempDir
    Path root;

    @Test
    void anIncrementalColumnReadsOnFromWhereTheLastReadingEnded() throws SQLException {
        TestWorkspace workspace = new TestWorkspace(root)
                .with(source("desk", "incident", "jdbc", "")
                        .option("url", URL)
                        .option("dbtable", "TICKET")
                        .incrementalBy("CHANGED")
                        .map("incident_id", "NUMBER")
                        .map("opened_at", "OPENED")
                        .map("severity", "PRIORITY")
                        .map("updated_at", "CHANGED"));
        try (Connection desk = DriverManager.getConnection(URL)) {
            execute(desk, "CREATE TABLE TICKET (NUMBER VARCHAR, OPENED TIMESTAMP, PRIORITY INT, CHANGED TIMESTAMP)");
            execute(desk, "INSERT INTO TICKET VALUES ('A', '2026-02-01 10:00:00', 1, '2026-02-01 10:00:00')");
            execute(desk, "INSERT INTO TICKET VALUES ('B', '2026-02-01 11:00:00', 9, '2026-02-01 11:00:00')");
            workspace.ingest();
            workspace.ingest();
            execute(desk, "UPDATE TICKET SET PRIORITY = 2, CHANGED = '2026-02-01 12:00:00' WHERE NUMBER = 'B'");
            workspace.ingest();
        }

        assertThat(text(workspace.bronze("incident"), "incident_id", "severity", "batch_id"))
                .containsExactly("A | 1 | 1", "B | 2 | 2");
        assertThat(workspace.reasons()).containsExactly("the row breaks the rule: severity is 1 to 5 (severity = 9)");
        assertThat(text(workspace.ledger(), "path", "batch_id", "rows_read", "rows_accepted", "rows_rejected"))
                .containsExactly("jdbc:TICKET | 1 | 2 | 1 | 1", "jdbc:TICKET | 2 | 1 | 1 | 0");
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }
}
