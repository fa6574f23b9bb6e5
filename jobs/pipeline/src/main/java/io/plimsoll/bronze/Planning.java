package io.plimsoll.bronze;

import static java.util.Objects.requireNonNull;

import io.plimsoll.config.MappedColumn;
import io.plimsoll.config.Problem;
import io.plimsoll.config.SourceSettings;
import io.plimsoll.source.Fitted;
import io.plimsoll.source.Source;
import io.plimsoll.source.TableIncrement;
import io.plimsoll.source.UnreadableSource;
import io.plimsoll.source.landing.Inspection;
import io.plimsoll.source.landing.LandingFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
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
        return source.isTable() ? planTable(source) : planFiles(source);
    }

    private SourcePlan planFiles(Source source) {
        try {
            return planFiles(source, source.files());
        } catch (UnreadableSource failure) {
            return unreadable(source, source.settings().path(), failure);
        }
    }

    /** Told on every run for as long as it lasts. */
    private SourcePlan unreadable(Source source, String path, UnreadableSource failure) {
        String readAs = readAs(source.settings());
        LandingFile whole = new LandingFile(path, path, LandingFile.NO_SIZE, Instant.EPOCH, false);
        FileEntry rejected = FileEntry.of(source.settings().name(), whole, Optional.empty(), batch, readAs)
                .rejected(String.valueOf(failure.getMessage()));
        return new SourcePlan(source, readAs, List.of(), Map.of(), List.of(rejected));
    }

    private SourcePlan planFiles(Source source, List<LandingFile> files) {
        String readAs = readAs(source.settings());
        String name = source.settings().name();
        List<LandingFile> fresh = files.stream()
                .filter(file -> !ledger.isSettled(name, file, readAs))
                .toList();
        List<FileEntry> entries = new ArrayList<>();
        Map<String, Inspection> readable = new LinkedHashMap<>();
        Map<String, LandingFile> firstOfBatch = new HashMap<>();
        for (Inspection inspection : inspect(source, fresh)) {
            Optional<String> copyOf = copyOf(source.settings(), inspection, firstOfBatch);
            FileEntry entry = entry(name, readAs, inspection);
            if (inspection.error().isPresent()) {
                FileEntry rejected = entry.rejected(inspection.error().get());
                if (!ledger.knows(rejected)) {
                    entries.add(rejected);
                }
            } else if (copyOf.isPresent()) {
                entries.add(entry.duplicateOf(copyOf.get()));
            } else {
                readable.put(inspection.file().path(), inspection);
            }
        }
        Fitted fitted = source.fit(List.copyOf(readable.values()));
        fitted.unfit()
                .forEach((path, reasons) -> entries.add(
                        entry(name, readAs, requireNonNull(readable.get(path))).rejected(oneLine(reasons))));
        return plan(source, readAs, fitted, readable, entries);
    }

    private SourcePlan planTable(Source source) {
        String readAs = readAs(source.settings());
        String name = source.settings().name();
        LandingFile table =
                new LandingFile(source.tablePath(), source.tablePath(), LandingFile.NO_SIZE, Instant.EPOCH, false);
        try {
            Optional<TableIncrement> increment = source.increment(ledger.position(name, table.path(), readAs));
            if (increment.isEmpty()) {
                return new SourcePlan(source, readAs, List.of(), Map.of(), List.of());
            }
            Inspection read =
                    new Inspection(table, increment.map(TableIncrement::position), Optional.empty(), Optional.empty());
            Fitted fitted = source.fit(increment.get());
            List<FileEntry> entries = fitted.unfit().values().stream()
                    .map(reasons -> entry(name, readAs, read).rejected(oneLine(reasons)))
                    .toList();
            return plan(source, readAs, fitted, Map.of(table.path(), read), entries);
        } catch (UnreadableSource failure) {
            return unreadable(source, table.path(), failure);
        }
    }

    private SourcePlan plan(
            Source source, String readAs, Fitted fitted, Map<String, Inspection> read, List<FileEntry> entries) {
        if (fitted.fitsNothing() && !ledger.everDelivered(source.settings().name())) {
            fitted.unfit().values().stream().flatMap(List::stream).distinct().forEach(problems::add);
        }
        return new SourcePlan(source, readAs, fitted.batches(), read, entries);
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

    private FileEntry entry(String source, String readAs, Inspection inspection) {
        return FileEntry.of(source, inspection.file(), inspection.digest(), batch, readAs);
    }

    /** Looks through files, as many at once as there are processors. */
    static List<Inspection> inspect(Source source, List<LandingFile> files) {
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
    static String readAs(SourceSettings source) {
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
                source.incrementalColumn().orElse(""),
                source.zone().map(Object::toString).orElse(""));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
