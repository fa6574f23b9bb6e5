package io.plimsoll.cli;

import io.plimsoll.bronze.IngestionReport;
import io.plimsoll.bronze.IngestionReport.SourceReport;
import io.plimsoll.run.Outcome;
import io.plimsoll.run.RunOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run did, in a few lines for a person. */
final class Summary {

    private Summary() {}

    static String of(RunOptions options, IngestionReport report, List<Outcome> outcomes, double seconds) {
        List<String> lines = new ArrayList<>();
        lines.add(ingested(report));
        report.sources()
                .forEach(source -> source.failed()
                        .forEach(file -> lines.add(
                                "rejected whole: " + source.source() + ": " + file.path() + ": " + file.error())));
        report.sources().stream()
                .filter(SourceReport::exceedsLimit)
                .forEach(source -> lines.add("source " + source.source() + " rejects more than its max_rejected of "
                        + source.maxRejected() + ": " + excess(source)));
        outcomes.forEach(outcome -> outcome.problem()
                .ifPresent(problem -> lines.add("not published: " + outcome.table() + ": " + problem)));
        lines.add(published(outcomes));
        lines.add(String.format(Locale.ROOT, "as of %s, %.1f s", options.asOf(), seconds));
        return String.join(System.lineSeparator(), lines);
    }

    /** What exceeds the limit: rows, files, or both. */
    private static String excess(SourceReport source) {
        List<String> excess = new ArrayList<>();
        if (source.filesExceedLimit()) {
            excess.add(source.failed().size() + " of " + source.filesDelivered()
                    + " files rejected whole (the reasons stand above and in ops.ingested_file)");
        }
        if (source.rowsExceedLimit()) {
            excess.add(source.rowsRejected() + " of " + source.rowsRead()
                    + " rows rejected (the reasons stand in bronze.rejected_row)");
        }
        return String.join("; ", excess);
    }

    private static String ingested(IngestionReport report) {
        long read = report.sources().stream().mapToLong(SourceReport::rowsRead).sum();
        long accepted =
                report.sources().stream().mapToLong(SourceReport::rowsAccepted).sum();
        long rejected =
                report.sources().stream().mapToLong(SourceReport::rowsRejected).sum();
        int files = report.sources().stream().mapToInt(SourceReport::files).sum();
        int duplicates =
                report.sources().stream().mapToInt(SourceReport::duplicates).sum();
        int failed = report.sources().stream()
                .mapToInt(source -> source.failed().size())
                .sum();
        if (files == 0 && duplicates == 0 && failed == 0) {
            return "nothing new in landing";
        }
        return files + " files, " + read + " rows read = " + accepted + " accepted + " + rejected + " rejected; "
                + duplicates + " duplicate files skipped" + (failed == 0 ? "" : ", " + failed + " rejected whole");
    }

    private static String published(List<Outcome> outcomes) {
        long written = outcomes.stream()
                .filter(outcome -> outcome.kind() == Outcome.Kind.WRITTEN)
                .count();
        return written == 0
                ? "nothing to write: every published table is up to date"
                : written + " tables written, " + (outcomes.size() - written) + " recomputed without a difference";
    }
}
