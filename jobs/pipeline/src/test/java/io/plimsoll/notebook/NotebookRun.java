package io.plimsoll.notebook;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.jspecify.annotations.Nullable;

/** The cells of a notebook in a Java shell of this process, one after the other, as a kernel runs them. */
final class NotebookRun implements AutoCloseable {

    private final Notebook notebook;
    private final JShell shell;

    private NotebookRun(Notebook notebook, JShell shell) {
        this.notebook = notebook;
        this.shell = shell;
    }

    /**
     * What a notebook shows.
     *
     * @throws AssertionError that names notebook and cell, when a cell cannot be compiled or fails
     */
    static List<Object> shown(Notebook notebook) {
        Screen.take();
        JShell shell = JShell.builder()
                .executionEngine(new LocalExecutionControlProvider(), null)
                .compilerOptions("-classpath", System.getProperty("java.class.path"))
                .build();
        try (NotebookRun run = new NotebookRun(notebook, shell)) {
            run.cell(new Notebook.Code(0, "import static io.plimsoll.notebook.Screen.display;"));
            notebook.code().forEach(run::cell);
        }
        return Screen.take();
    }

    private void cell(Notebook.Code cell) {
        String rest = cell.source();
        while (!rest.isBlank()) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (next.completeness() == Completeness.DEFINITELY_INCOMPLETE
                    || next.completeness() == Completeness.EMPTY) {
                throw failure(cell, "the code ends before it is complete: " + rest.strip());
            }
            shell.eval(next.source()).forEach(event -> judge(cell, event));
            rest = next.remaining();
        }
    }

    private void judge(Notebook.Code cell, SnippetEvent event) {
        if (event.status() == Status.REJECTED) {
            String wrong = shell.diagnostics(event.snippet())
                    .map(each -> each.getMessage(Locale.ROOT))
                    .toList()
                    .toString();
            throw failure(cell, event.snippet().source().strip() + ": " + wrong);
        }
        JShellException thrown = event.exception();
        if (thrown != null) {
            throw failure(cell, message(thrown));
        }
    }

    private static String message(JShellException thrown) {
        String kind = thrown instanceof EvalException eval ? eval.getExceptionClassName() + ": " : "";
        return kind + Objects.toString(thrown.getMessage(), "");
    }

    private AssertionError failure(Notebook.Code cell, @Nullable String why) {
        return new AssertionError("%s, cell %d: %s".formatted(notebook.name(), cell.number(), why));
    }

    @Override
    public void close() {
        shell.close();
    }
}
