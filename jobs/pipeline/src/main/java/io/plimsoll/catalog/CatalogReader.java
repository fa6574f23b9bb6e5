package io.plimsoll.catalog;

import io.plimsoll.config.Loaded;
import io.plimsoll.config.Problem;
import io.plimsoll.config.WorkspaceFiles;
import io.plimsoll.config.YamlDocument;
import io.plimsoll.config.YamlFile;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
        documents();
        return new Loaded<>(new Catalog(List.of()), problems);
    }

    private List<YamlDocument> documents() {
        List<YamlDocument> documents = new ArrayList<>();
        for (String file : names()) {
            Loaded<List<YamlDocument>> read = YamlFile.read(file, files.read(file));
            problems.addAll(read.problems());
            read.value().forEach(document -> documents.addAll(document.elements()));
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
