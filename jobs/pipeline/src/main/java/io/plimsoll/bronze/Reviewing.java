package io.plimsoll.bronze;

import static java.util.Objects.requireNonNull;

import io.plimsoll.config.Problem;
import io.plimsoll.source.Source;
import io.plimsoll.source.UnreadableSource;
import io.plimsoll.source.landing.Inspection;
import io.plimsoll.source.landing.LandingFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds sources against the files that are there: those that the next ingestion reads, and the newest of each source, so that a
 * mapping that was changed is checked although every file was read before.
 */
final class Reviewing {

    private final Ledger ledger;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Reviewing(Ledger ledger) {
        this.ledger = ledger;
    }

    SourceReview review(List<Source> sources) {
        for (Source source : sources) {
            if (source.isTable()) {
                problems.addAll(without(source.problems(), source.tableProblems()));
            } else {
                reviewFiles(source);
            }
        }
        return new SourceReview(problems, notes);
    }

    private void reviewFiles(Source source) {
        try {
            review(source, files(source));
        } catch (UnreadableSource failure) {
            problems.add(source.problem(failure));
        }
    }

    private void review(Source source, List<LandingFile> files) {
        String name = source.settings().name();
        if (files.isEmpty()) {
            notes.add("source " + name + " has no files yet at "
                    + source.settings().path());
        }
        List<Inspection> readable = new ArrayList<>();
        for (Inspection inspection : Planning.inspect(source, files)) {
            Optional<String> error = inspection.error();
            if (error.isEmpty()) {
                readable.add(inspection);
            } else {
                notes.add("the next run rejects whole: " + name + ": "
                        + inspection.file().path() + ": " + error.get());
            }
        }
        named(source.problems(), source.fit(readable).unfit());
    }

    private List<LandingFile> files(Source source) throws UnreadableSource {
        String readAs = Planning.readAs(source.settings());
        List<LandingFile> files = source.files();
        Optional<LandingFile> newest =
                files.stream().filter(file -> !file.directory()).max(Comparator.comparing(LandingFile::modifiedAt));
        return files.stream()
                .filter(file -> newest.filter(file::equals).isPresent()
                        || !ledger.isSettled(source.settings().name(), file, readAs))
                .toList();
    }

    private static List<Problem> without(List<Problem> known, List<Problem> found) {
        return found.stream().filter(problem -> !known.contains(problem)).toList();
    }

    /** Each problem that is not known yet once, with the files that have it. */
    private void named(List<Problem> known, Map<String, List<Problem>> unfit) {
        Map<Problem, List<String>> paths = new LinkedHashMap<>();
        unfit.forEach((path, found) -> without(known, found)
                .forEach(problem -> paths.computeIfAbsent(problem, each -> new ArrayList<>())
                        .add(path)));
        for (Problem problem : paths.keySet()) {
            List<String> files = requireNonNull(paths.get(problem));
            String others = files.size() == 1 ? "" : " and " + (files.size() - 1) + " more";
            problems.add(new Problem(
                    problem.file(),
                    problem.line(),
                    problem.field(),
                    problem.message() + " (in " + files.get(0) + others + ")"));
        }
    }
}
