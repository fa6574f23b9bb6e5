package io.plimsoll.catalog;

import io.plimsoll.config.Loaded;
import io.plimsoll.config.Problem;
import io.plimsoll.config.WorkspaceFiles;
import io.plimsoll.config.YamlDocument;
import io.plimsoll.config.YamlFile;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Reads the files of a catalogue. */
final class CatalogReader {

    private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

    private final WorkspaceFiles files;
    private final List<Problem> problems = new ArrayList<>();

    CatalogReader(WorkspaceFiles files) {
        this.files = files;
    }

    Loaded<Catalog> read() {
        List<YamlDocument> documents = documents();
        HolidayFiles holidays = new HolidayFiles(files);
        Declarations declarations = new Declarations();
        documents.forEach(document -> new DocumentReader(document, holidays).readInto(declarations));
        Catalog catalog = new Linker(declarations).link();
        documents.forEach(document -> problems.addAll(document.problems().view()));
        problems.sort(Comparator.comparing(Problem::file).thenComparing(Problem::line));
        return new Loaded<>(catalog, problems);
    }

    private List<YamlDocument> documents() {
        List<YamlDocument> documents = new ArrayList<>();
        for (String file : names()) {
            try {
                Loaded<List<YamlDocument>> read = YamlFile.read(file, files.read(file));
                problems.addAll(read.problems());
                documents.addAll(read.value());
            } catch (UncheckedIOException e) {
                problems.add(new Problem(file, 1, "", "cannot be read: " + e.getCause()));
            }
        }
        return documents;
    }

    private List<String> names() {
        try {
            return files.list(Catalog.FOLDER).stream()
                    .filter(file -> ENDINGS.stream()
                            .anyMatch(ending -> file.toLowerCase(Locale.ROOT).endsWith(ending)))
                    .toList();
        } catch (UncheckedIOException e) {
            problems.add(new Problem(Catalog.FOLDER, 1, "", "cannot be listed: " + e.getCause()));
            return List.of();
        }
    }
}
