package io.plimsoll.cli;

import io.plimsoll.contract.Columns;
import io.plimsoll.gold.objectives.SlaStatement;
import io.plimsoll.publish.StatementPeriod;
import io.plimsoll.publish.Statements;
import io.plimsoll.run.RunLedger;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plimsoll statement seal|verify|show WORKSPACE --period P}: what was stated of closed periods. */
@Command(
        name = "statement",
        description = {
            "Seals closed periods, recomputes sealed revisions from their table versions, shows them.",
            "A revision that cannot be confirmed, or whose table versions are gone, ends with exit code 4."
        },
        mixinStandardHelpOptions = true)
final class StatementCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /** What to do; the names are what a person types. */
    enum Action {
        /** Adds revision 1, or the next where a figure changed. */
        seal,
        /** Recomputes every revision and compares it exactly. */
        verify,
        /** Prints every revision. */
        show
    }

    @Parameters(index = "0", paramLabel = "ACTION", description = "seal, verify or show.")
    private Action action = Action.show;

    @Parameters(index = "1", paramLabel = "WORKSPACE", description = "Folder or URI of the workspace.")
    private String location = "";

    @Option(
            names = "--period",
            required = true,
            paramLabel = "P",
            description =
                    "A month 2026-02, a quarter 2026-Q1 or a year 2026: the agreements whose periods are as long.")
    private String period = "";

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "Why figures are restated. Default: the tables that changed.")
    private Optional<String> reason = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table (default: what a reader compares), csv or json (every column), for show.")
    private ResultFormat format = ResultFormat.table;

    private final InstantSource clock = Clock.systemUTC();

    @Override
    public Integer call() {
        StatementPeriod asked = StatementPeriod.parse(period)
                .orElseThrow(() -> new UserError("--period " + period
                        + " is no period; write a month 2026-02, a quarter 2026-Q1 or a year 2026"));
        try (OpenWorkspace open = WorkspaceArgument.at(location).open()) {
            Statements statements = new Statements(open.lake(), open.graph()::contract);
            PrintWriter out = spec.commandLine().getOut();
            return switch (action) {
                case seal -> seal(open, statements, asked, out);
                case verify -> verify(statements, asked, out);
                case show -> show(statements, asked, out);
            };
        }
    }

    private int seal(OpenWorkspace open, Statements statements, StatementPeriod asked, PrintWriter out) {
        LocalDate asOf = new RunLedger(open.lake())
                .newestAsOf()
                .orElseThrow(() -> new UserError("nothing was computed yet; 'plimsoll run " + location + "' first"));
        if (asked.end().isAfter(asOf)) {
            throw new UserError("--period " + period + " is not closed: the newest run saw the data up to " + asOf);
        }
        Instant now = clock.instant();
        Statements.Sealed sealed = statements.seal(asked, asOf, open.settings().zone(), now, reason);
        out.println(sealed.first() + " stated for the first time, " + sealed.restated() + " restated, "
                + sealed.unchanged() + " unchanged");
        sealed.vanished().forEach(subject -> out.println("sealed, but no longer computed: " + subject));
        out.flush();
        return ExitCode.DONE;
    }

    private int verify(Statements statements, StatementPeriod asked, PrintWriter out) {
        List<Statements.Verified> results = statements.verify(asked);
        if (results.isEmpty()) {
            throw nothingSealed();
        }
        long confirmed =
                results.stream().filter(result -> result.problems().isEmpty()).count();
        for (Statements.Verified result : results) {
            result.problems().forEach(problem -> out.println(result.subject() + ": " + problem));
        }
        out.println(confirmed + " of " + results.size() + " sealed revisions confirmed");
        out.flush();
        return confirmed == results.size() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }

    private int show(Statements statements, StatementPeriod asked, PrintWriter out) {
        Dataset<Row> revisions = statements.of(asked);
        if (revisions.isEmpty()) {
            throw nothingSealed();
        }
        ResultPrinter.print(format == ResultFormat.table ? revisions.select(compared()) : revisions, format, out);
        return ExitCode.DONE;
    }

    private static Column[] compared() {
        return Columns.of(SlaStatement.COMPARED);
    }

    private UserError nothingSealed() {
        return new UserError(
                "--period " + period + ": nothing is sealed; 'plimsoll statement seal " + location + "' first");
    }
}
