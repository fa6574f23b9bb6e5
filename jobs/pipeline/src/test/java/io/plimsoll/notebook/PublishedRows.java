package io.plimsoll.notebook;

import io.plimsoll.contract.TableContract;
import io.plimsoll.run.AllTables;
import io.plimsoll.run.Graph;
import io.plimsoll.testing.Rows;
import io.plimsoll.testing.TextTable;
import java.nio.file.Path;

/** A workspace of a few published rows: each table in one commit, without the checks and partitions that a run gives it. */
final class PublishedRows {

    private static final Graph GRAPH = AllTables.graph();

    private final Path workspace;

    PublishedRows(Path workspace) {
        this.workspace = workspace;
    }

    /** Writes a table as a test shows it ({@link TextTable}). */
    PublishedRows with(String table, String rows) {
        TableContract contract = GRAPH.contract(table);
        new Rows()
                .with(contract, TextTable.rows(contract, rows))
                .inputs()
                .table(table)
                .coalesce(1)
                .write()
                .format("delta")
                .save(workspace.resolve("lake").resolve(table.replace('.', '/')).toString());
        return this;
    }
}
