package io.plimsoll.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plimsoll sql WORKSPACE "SELECT ..."}: any Spark SQL over bronze, silver, gold and ops. */
@Command(
        name = "sql",
        description = "Any Spark SQL over bronze., silver., gold. and ops.",
        mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceArgument workspace;

    @Parameters(index = "1", paramLabel = "QUERY", description = "The query, in quotes.")
    private String query;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table (default), csv or json (a document a line).")
    private ResultFormat format = ResultFormat.table;

    @Option(
            names = "--version-of",
            paramLabel = "TABLE=N",
            description = "Reads a table as it was at a Delta version. Repeatable.")
    private Map<String, Long> versions = new LinkedHashMap<>();

    @Option(
            names = "--inputs-of",
            paramLabel = "TABLE=DATE",
            description = "Reads the tables from which TABLE was computed as the run of that date read them.")
    private Map<String, LocalDate> computed = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        try (OpenWorkspace open = workspace.open()) {
            Map<String, Long> pinned = new LinkedHashMap<>();
            computed.forEach((table, asOf) -> pinned.putAll(open.ledger().inputsOf(table, asOf)));
            pinned.putAll(versions);
            Dataset<Row> rows = open.views().query(query, pinned);
            ResultPrinter.print(rows, format, spec.commandLine().getOut());
            return ExitCode.DONE;
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()));
        } catch (Exception e) {
            throw QueryError.of(e).orElseThrow(() -> e);
        }
    }
}
