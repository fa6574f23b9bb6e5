package io.plimsoll.cli;

import io.plimsoll.config.Nearest;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.objectives.WindowAttainment;
import io.plimsoll.run.RunLedger;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plimsoll attainment WORKSPACE}: what an objective came to between two instants, under an agreement's policy. */
@Command(
        name = "attainment",
        description = "What an objective came to between two instants, under an agreement's policy.",
        mixinStandardHelpOptions = true)
final class AttainmentCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private WorkspaceArgument workspace;

    @Option(names = "--objective", required = true, paramLabel = "OBJECTIVE", description = "The objective's id.")
    private String objective = "";

    @Option(
            names = "--agreement",
            paramLabel = "AGREEMENT",
            description = "The agreement whose terms count. Default: every one that promises the objective.")
    private Optional<String> agreement = Optional.empty();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "INSTANT",
            description = "Start of the window, such as 2026-03-01T00:00:00Z or 2026-03-01T00:00:00+01:00.")
    private Instant from = Instant.MIN;

    @Option(names = "--to", required = true, paramLabel = "INSTANT", description = "End of the window, not in it.")
    private Instant to = Instant.MAX;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default), csv or json.")
    private ResultFormat format = ResultFormat.table;

    @Override
    public Integer call() {
        if (!from.isBefore(to)) {
            throw new UserError("--from " + from + " is not before --to " + to);
        }
        try (OpenWorkspace open = workspace.open()) {
            requireKnown(open, ObjectiveTable.CONTRACT, ObjectiveTable.OBJECTIVE_ID, "--objective", objective);
            agreement.ifPresent(name ->
                    requireKnown(open, AgreementTable.CONTRACT, AgreementTable.AGREEMENT_ID, "--agreement", name));
            Parameters parameters = new Parameters(asOf(open), open.settings().zone(), Optional.empty());
            Dataset<Row> figures = WindowAttainment.of(
                    name -> open.lake().read(open.graph().contract(name)), parameters, objective, agreement, from, to);
            if (figures.isEmpty()) {
                throw new UserError("no terms of " + agreement.orElse("any agreement") + " on " + objective
                        + " are in force between " + from + " and " + to);
            }
            ResultPrinter.printUpright(figures, format, spec.commandLine().getOut());
            return ExitCode.DONE;
        }
    }

    /** The date of the newest run: what it did not see is not counted. */
    private static LocalDate asOf(OpenWorkspace open) {
        return new RunLedger(open.lake())
                .newestAsOf()
                .orElseThrow(() -> new UserError("nothing was computed yet; 'plimsoll run "
                        + open.settings().workspace().root() + "' first"));
    }

    private static void requireKnown(
            OpenWorkspace open, TableContract table, Field column, String option, String name) {
        List<String> known = open.lake()
                .read(table)
                .select(column.col())
                .distinct()
                .as(Encoders.STRING())
                .collectAsList();
        if (!known.contains(name)) {
            throw new UserError(option + " " + name + ": there is none in the catalogue," + " " + table.name()
                    + " lists them" + Nearest.suggestion(name, known));
        }
    }
}
