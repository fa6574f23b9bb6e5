package io.plimsoll.gold.maturity;

import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.TableContract;
import io.plimsoll.run.Graph;
import io.plimsoll.testing.Rows;
import io.plimsoll.testing.TextTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * A few records, and what a practice makes of them on 2026-04-01: {@code src/test/practices} holds them, a file an area.
 *
 * @param practice the practice's id
 * @param kind high, low or none (without evidence)
 * @param rating what the enterprise is rated
 * @param tables rows by table, as text
 * @param counts the evidence, as text: the columns that are looked at; empty for none
 */
record PracticeCase(String practice, String kind, String rating, Map<String, String> tables, String counts) {

    private static final Path FOLDER =
            Path.of(System.getProperty("plimsoll.root", "."), "jobs", "pipeline", "src", "test", "practices");

    static List<PracticeCase> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().flatMap(file -> read(file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PracticeCase> read(Path file) {
        try {
            List<PracticeCase> cases = new ArrayList<>();
            Map<String, Map<String, Map<String, Object>>> practices = new Yaml().load(Files.readString(file));
            practices.forEach(
                    (practice, kinds) -> kinds.forEach((kind, content) -> cases.add(of(practice, kind, content))));
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every key but two is a table. */
    private static PracticeCase of(String practice, String kind, Map<String, Object> content) {
        Map<String, String> tables = new TreeMap<>();
        content.forEach((key, value) -> tables.put(key, String.valueOf(value)));
        String rating = tables.remove("rating");
        String counts = tables.remove("counts");
        return new PracticeCase(
                practice, kind, rating == null ? "not_evidenced" : rating, tables, counts == null ? "" : counts);
    }

    /** The tables that it shows; every other is empty. */
    Inputs inputs(Graph graph) {
        Rows rows = new Rows();
        tables.forEach((name, text) -> {
            TableContract contract = graph.contract(name);
            rows.with(contract, TextTable.rows(contract, text));
        });
        Inputs shown = rows.inputs();
        return name -> tables.containsKey(name) ? shown.table(name) : Rows.none(graph.contract(name));
    }

    /** What must be counted, by the columns that the case looks at. */
    List<Map<String, String>> expected() {
        return counts.isBlank() ? List.of() : TextTable.cells(counts);
    }

    @Override
    public String toString() {
        return practice + " " + kind;
    }
}
