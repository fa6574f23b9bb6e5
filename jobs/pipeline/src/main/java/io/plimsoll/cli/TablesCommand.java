package io.plimsoll.cli;

import io.plimsoll.config.Nearest;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.TableState;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plimsoll tables WORKSPACE [TABLE]}: what is published, or one table with columns, units, meaning and lineage. */
@Command(
        name = "tables",
        description =
                "Tables with rows, partitions, version, freshness; one table with columns, units, meaning, lineage.",
        mixinStandardHelpOptions = true)
final class TablesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceArgument workspace;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TABLE",
            description = "A table, such as gold.sla_compliance.")
    private Optional<String> table = Optional.empty();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (OpenWorkspace open = workspace.open()) {
            if (table.isPresent()) {
                describe(open, table.get(), out);
            } else {
                list(open, out);
            }
            out.flush();
            return ExitCode.DONE;
        }
    }

    private static void list(OpenWorkspace open, PrintWriter out) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("table", "rows", "partitions", "version", "written (UTC)", "one row is"));
        for (TableContract contract : open.graph().contracts()) {
            open.lake()
                    .state(contract)
                    .ifPresent(state -> lines.add(List.of(
                            contract.name(),
                            String.valueOf(state.rows()),
                            contract.partitionedBy().isEmpty() ? "" : String.valueOf(state.partitions()),
                            String.valueOf(state.version()),
                            state.writtenAt().toString().substring(0, 19).replace('T', ' '),
                            contract.grain())));
        }
        TextTable.print(lines, out);
    }

    private static void describe(OpenWorkspace open, String name, PrintWriter out) {
        List<TableContract> contracts = open.graph().contracts();
        TableContract contract = contracts.stream()
                .filter(each -> each.name().equals(name) || each.table().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserError("there is no table '" + name + "'"
                        + Nearest.suggestion(
                                name,
                                contracts.stream().map(TableContract::name).toList())
                        + " 'plimsoll tables' lists those that hold rows"));
        out.println(contract.name() + ": " + contract.grain());
        out.println();
        TextTable.print(columns(contract), out);
        out.println();
        out.println("key: " + (contract.key().isEmpty() ? "none" : String.join(", ", contract.key())));
        for (Check check : contract.checks()) {
            out.println("check: " + check.meaning());
        }
        out.println("reads: " + inputs(open, contract));
        out.println("read by: " + orNone(open.graph().readers(contract.name())));
        out.println(open.lake().state(contract).map(TablesCommand::sentence).orElse("not computed yet"));
    }

    private static List<List<String>> columns(TableContract contract) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("column", "type", "unit", "null", "meaning"));
        for (Field field : contract.fields()) {
            lines.add(List.of(
                    field.name(), field.type().sql(), field.unit(), field.required() ? "" : "yes", field.meaning()));
        }
        return lines;
    }

    private static String inputs(OpenWorkspace open, TableContract contract) {
        return open.graph().inOrder().stream()
                .filter(table -> table.contract().equals(contract))
                .findFirst()
                .map(Table::inputs)
                .map(TablesCommand::orNone)
                .orElse("the catalogue, the settings or landing files");
    }

    private static String orNone(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static String sentence(TableState state) {
        return state.rows() + " rows, version " + state.version() + ", written " + state.writtenAt();
    }
}
