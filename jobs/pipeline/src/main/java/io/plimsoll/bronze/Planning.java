package io.plimsoll.bronze;

import static java.util.Objects.requireNonNull;

import io.plimsoll.config.MappedColumn;
import io.plimsoll.config.Problem;
import io.plimsoll.config.SourceSettings;
import io.plimsoll.source.Fitted;
import io.plimsoll.source.Source;
import io.plimsoll.source.landing.Content;
import io.plimsoll.source.landing.Inspection;
import io.plimsoll.source.landing.LandingFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Finds what is new in a source and looks through it. */
final class Planning {

    private final Ledger ledger;
    private final long batch;
    private final List<Problem> problems = new ArrayList<>();

    Planning(Ledger ledger, long batch) {
        this.ledger = ledger;
        this.batch = batch;
    }

    /** Mistakes of the settings that the files brought to light. */
    List<Problem> problems() {
        return problems;
    }

    SourcePlan plan(Source source) {
        String readAs = readAs(source.settings());
        String name = source.settings().name();
        List<LandingFile> fresh = source.files().stream()
                .filter(file -> !ledger.isSettled(name, file, readAs))
                .toList();
        List<FileEntry> entries = new ArrayList<>();
        List<Inspection> readable = new ArrayList<>();
        Map<String, LandingFile> firstOfBatch = new HashMap<>();
        for (Inspection inspection : inspect(source, fresh)) {
            Optional<String> copyOf = copyOf(source.settings(), inspection, firstOfBatch);
            if (inspection.error().isPresent()) {
                entries.add(
                        rejected(name, readAs, inspection, inspection.error().get()));
            } else if (copyOf.isPresent()) {
                entries.add(duplicate(name, readAs, inspection, copyOf.get()));
            } else {
                readable.add(inspection);
            }
        }
        Fitted grouped = source.fit(readable);
        if (grouped.fitsNothing() && !ledger.everDelivered(name)) {
            grouped.unfit().values().stream().flatMap(List::stream).distinct().forEach(problems::add);
        }
        Map<String, Inspection> byPath = readable.stream()
                .collect(Collectors.toMap(inspection -> inspection.file().path(), inspection -> inspection));
        grouped.unfit()
                .forEach((path, reasons) ->
                        entries.add(rejected(name, readAs, requireNonNull(byPath.get(path)), oneLine(reasons))));
        return new SourcePlan(source, readAs, grouped.batches(), byPath, entries);
    }

    /** The earlier file with the same content, unless this path delivered other content meanwhile and now returns to it. */
    private Optional<String> copyOf(
            SourceSettings source, Inspection inspection, Map<String, LandingFile> firstOfBatch) {
        if (inspection.digest().isEmpty() || inspection.error().isPresent()) {
            return Optional.empty();
        }
        String digest = inspection.digest().get();
        LandingFile file = inspection.file();
        Optional<FileEntry> before = ledger.latest(source.name(), file.path()).filter(FileEntry::delivered);
        if (before.isPresent()) {
            return digest.equals(before.get().digest()) && before.get().outcome() == Outcome.ACCEPTED
                    ? Optional.of(file.path())
                    : Optional.empty();
        }
        Optional<String> earlier = ledger.deliveries(source.name(), digest).stream()
                .map(FileEntry::path)
                .filter(path -> !source.replaceFolder() || folder(path).equals(file.folder()))
                .findFirst();
        if (earlier.isPresent()) {
            return earlier;
        }
        String unit = source.replaceFolder() ? digest + file.folder() : digest;
        return Optional.ofNullable(firstOfBatch.putIfAbsent(unit, file)).map(LandingFile::path);
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private FileEntry rejected(String source, String readAs, Inspection inspection, String error) {
        LandingFile file = inspection.file();
        return new FileEntry(
                source,
                file.path(),
                file.sizeBytes(),
                file.modifiedAt(),
                inspection.digest().orElse(null),
                batch,
                Outcome.REJECTED,
                0,
                0,
                error,
                null,
                readAs);
    }

    private FileEntry duplicate(String source, String readAs, Inspection inspection, String original) {
        LandingFile file = inspection.file();
        boolean itself = original.equals(file.path());
        return new FileEntry(
                source,
                file.path(),
                file.sizeBytes(),
                file.modifiedAt(),
                inspection.digest().orElse(null),
                batch,
                Outcome.DUPLICATE,
                0,
                0,
                null,
                itself ? "the content did not change since it was last read" : "same content as " + original,
                readAs);
    }

    private static List<Inspection> inspect(Source source, List<LandingFile> files) {
        if (files.size() < 2) {
            return files.stream().map(source::inspect).toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(files.size(), Runtime.getRuntime().availableProcessors()));
        try {
            List<Future<Inspection>> looks = files.stream()
                    .map(file -> threads.submit(() -> source.inspect(file)))
                    .toList();
            List<Inspection> inspections = new ArrayList<>();
            for (Future<Inspection> look : looks) {
                inspections.add(look.get());
            }
            return inspections;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking through files", interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static String oneLine(List<Problem> problems) {
        return problems.stream().map(Problem::message).collect(Collectors.joining("; "));
    }

    /** Changes when the source would read its files differently. */
    private static String readAs(SourceSettings source) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (MappedColumn column : source.columns().values()) {
            columns.put(column.column(), column.expression());
        }
        String text = String.join(
                "\n",
                source.feed(),
                source.format(),
                new TreeMap<>(source.options()).toString(),
                new TreeMap<>(columns).toString(),
                source.where().orElse(""),
                source.zone().map(Object::toString).orElse(""));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** The columns of every file, for those that report on them. */
    static Optional<String> note(Inspection inspection) {
        return inspection.content().flatMap(Content::note);
    }
}
