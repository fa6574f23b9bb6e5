package io.plimsoll.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A notebook of {@code notebooks/}.
 *
 * @param name of its file
 * @param document the file, nbformat 4
 */
record Notebook(String name, JsonNode document) {

    private static final Path FOLDER = Path.of(System.getProperty("plimsoll.root"), "notebooks");

    /** A cell of code; it counts from 1 among all cells, those of text too. */
    record Code(int number, String source) {}

    /** Every notebook there is, by name. */
    static List<Notebook> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Notebook> all = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList()) {
                all.add(new Notebook(file.getFileName().toString(), new ObjectMapper().readTree(file.toFile())));
            }
            return all;
        }
    }

    /** Its cells of code, in order. */
    List<Code> code() {
        List<Code> code = new ArrayList<>();
        int number = 0;
        for (JsonNode cell : document.get("cells")) {
            number++;
            if (cell.get("cell_type").asText().equals("code")) {
                code.add(new Code(number, source(cell)));
            }
        }
        return code;
    }

    /** Every cell's text, of whatever kind. */
    List<String> sources() {
        List<String> sources = new ArrayList<>();
        document.get("cells").forEach(cell -> sources.add(source(cell)));
        return sources;
    }

    private static String source(JsonNode cell) {
        StringBuilder source = new StringBuilder();
        cell.get("source").forEach(line -> source.append(line.asText()));
        return source.toString();
    }

    @Override
    public String toString() {
        return name;
    }
}
