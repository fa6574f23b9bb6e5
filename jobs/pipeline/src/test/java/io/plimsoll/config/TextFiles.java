package io.plimsoll.config;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A workspace of a few files that stand in the test. */
public record TextFiles(Map<String, String> texts) implements WorkspaceFiles {

    /** Paths and texts in turn. */
    public static TextFiles of(String... pathsAndTexts) {
        Map<String, String> texts = new TreeMap<>();
        for (int index = 0; index < pathsAndTexts.length; index += 2) {
            texts.put(pathsAndTexts[index], pathsAndTexts[index + 1]);
        }
        return new TextFiles(texts);
    }

    @Override
    public List<String> list(String folder) {
        return texts.keySet().stream()
                .filter(path -> path.startsWith(folder + "/"))
                .toList();
    }

    @Override
    public boolean exists(String path) {
        return texts.containsKey(path);
    }

    @Override
    public byte[] read(String path) {
        if (!exists(path)) {
            throw new UncheckedIOException(new FileNotFoundException(path));
        }
        return texts.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
    }
}
