package io.plimsoll.cli;

import io.plimsoll.config.Secrets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.TypeConversionException;

/** The command line: {@code plimsoll COMMAND WORKSPACE [options]}. */
@Command(
        name = "plimsoll",
        version = "plimsoll 0.1.0",
        mixinStandardHelpOptions = true,
        description = "What was promised, what was delivered, who owes what: service level management from records.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            CheckCommand.class,
            RunCommand.class,
            TablesCommand.class,
            SqlCommand.class,
            AttainmentCommand.class,
            ForecastCommand.class,
            StatementCommand.class,
            PackCommand.class,
            HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:a bug (its trace is on standard error)",
            "2:the input is wrong",
            "3:done, but a source's rejects exceed its limit",
            "4:a failing check stopped a table from being published (the rest was), or a sealed statement or a pack was not confirmed"
        })
public final class Plimsoll {

    /** Whether the process is being stopped: what fails then fails because Spark is taken away under it. */
    private static volatile boolean isStopping;

    private Plimsoll() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> isStopping = true, "stopping"));
        System.exit(execute(arguments));
    }

    /** Runs one command; returns its exit code. */
    public static int execute(String... arguments) {
        return line().execute(arguments);
    }

    /** The commands with their options. */
    static CommandLine line() {
        CommandLine line = new CommandLine(new Plimsoll());
        line.registerConverter(LocalDate.class, Plimsoll::date);
        line.setExecutionExceptionHandler((exception, command, parsed) -> explain(exception, command));
        return line;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is not a day such as 2026-03-31");
        }
    }

    private static int explain(Exception exception, CommandLine command) {
        PrintWriter err = command.getErr();
        if (exception instanceof UserError) {
            err.println(Secrets.ofProcess().redact(String.valueOf(exception.getMessage())));
            err.flush();
            return ExitCode.WRONG_INPUT;
        }
        if (isStopping) {
            err.println("stopped by a signal; every published table is whole, and the next run goes on from there");
            err.flush();
            return ExitCode.BUG;
        }
        err.println("This is a bug of plimsoll; the published tables are as they were before this command.");
        StringWriter trace = new StringWriter();
        exception.printStackTrace(new PrintWriter(trace));
        err.println(Secrets.ofProcess().redact(trace.toString()));
        err.flush();
        return ExitCode.BUG;
    }
}
