package io.plimsoll.run;

import io.plimsoll.contract.DataContract;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.contract.TableIndex;
import io.plimsoll.contract.TablePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of {@code datasets/published/} as the declarations of a graph give them. */
final class PublishedPages {

    private final Graph graph;

    PublishedPages(Graph graph) {
        this.graph = graph;
    }

    /** Every file's text by its name. */
    SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        files.put("README.md", TableIndex.of(sections()));
        for (TableContract contract : graph.contracts()) {
            files.put(
                    contract.name() + ".md",
                    TablePage.of(contract, built(contract.name()), graph.readers(contract.name())));
            files.put(contract.name() + ".odcs.yaml", DataContract.of(contract));
        }
        return files;
    }

    /** The files of a folder as they stand. */
    static SortedMap<String, String> in(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> found = Files.list(folder)) {
                for (Path file : found.toList()) {
                    files.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    /** Makes the folder hold these files and no other. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        SortedMap<String, String> files = files();
        for (String left : in(folder).keySet()) {
            if (!files.containsKey(left)) {
                Files.delete(folder.resolve(left));
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private Map<String, List<TableContract>> sections() {
        Map<String, List<TableContract>> sections = new LinkedHashMap<>();
        for (String layer : List.of("gold", "silver", "ops", "bronze")) {
            SortedMap<String, TableContract> sorted = new TreeMap<>();
            graph.contracts().stream()
                    .filter(contract -> contract.layer().equals(layer))
                    .forEach(contract -> sorted.put(heading(contract) + "\n" + contract.name(), contract));
            sorted.forEach((key, contract) -> sections.computeIfAbsent(heading(contract), each -> new ArrayList<>())
                    .add(contract));
        }
        return sections;
    }

    /** The layer, and for gold the subject: the package that the table's class stands in. */
    private String heading(TableContract contract) {
        return built(contract.name())
                .map(table -> table.getClass().getPackageName())
                .filter(name -> name.contains(".gold."))
                .map(name -> "gold: " + name.substring(name.lastIndexOf('.') + 1))
                .orElse(contract.layer());
    }

    private Optional<Table> built(String name) {
        return graph.inOrder().stream()
                .filter(table -> table.contract().name().equals(name))
                .findFirst();
    }
}
