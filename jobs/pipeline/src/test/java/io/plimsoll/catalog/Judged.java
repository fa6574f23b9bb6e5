package io.plimsoll.catalog;

import io.plimsoll.config.Loaded;
import io.plimsoll.config.Problem;
import io.plimsoll.config.TextFiles;
import io.plimsoll.config.YamlDocument;
import io.plimsoll.config.YamlFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Documents of a test, judged one by one or as a catalogue. */
final class Judged {

    private Judged() {}

    /** What is wrong in each document of a file by itself, references left aside. */
    static List<List<Problem>> documents(String file, byte[] content) {
        Loaded<List<YamlDocument>> read = YamlFile.read(file, content);
        if (!read.problems().isEmpty()) {
            return List.of(read.problems());
        }
        HolidayFiles holidays = new HolidayFiles(TextFiles.of());
        read.value().forEach(document -> new DocumentReader(document, holidays).readInto(new Declarations()));
        return read.value().stream().map(document -> document.problems().view()).toList();
    }

    /** What is wrong in a single document by itself, one line a problem without its file. */
    static List<String> document(String text) {
        return documents("a.yaml", text.getBytes(StandardCharsets.UTF_8)).get(0).stream()
                .map(problem -> problem.line() + ": " + problem.field() + ": " + problem.message())
                .toList();
    }

    /** The fields that are wrong in a single document by itself. */
    static List<String> fields(String text) {
        return documents("a.yaml", text.getBytes(StandardCharsets.UTF_8)).get(0).stream()
                .map(Problem::field)
                .toList();
    }

    /** A catalogue of one file, {@code catalog/a.yaml}. */
    static Loaded<Catalog> catalog(String text) {
        return Catalog.load(TextFiles.of("catalog/a.yaml", text));
    }

    /** The problems of a catalogue, a line each. */
    static List<String> lines(Loaded<Catalog> catalog) {
        return catalog.problems().stream().map(Problem::toString).toList();
    }
}
