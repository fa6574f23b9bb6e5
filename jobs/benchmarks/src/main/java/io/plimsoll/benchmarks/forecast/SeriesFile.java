package io.plimsoll.benchmarks.forecast;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads series from CSV files with a header line, compressed or not. */
final class SeriesFile {
    private SeriesFile() {}

    /** The M4 layout: a row a series, its name first, empty cells after its last value. */
    static List<double[]> wide(Path file) throws IOException {
        return rows(file).stream()
                .map(cells -> Arrays.stream(cells)
                        .skip(1)
                        .filter(cell -> !cell.isEmpty())
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    /**
     * A row a value, which stands in the last column.
     *
     * @param isNamed whether the file holds several series, named before the date; a name may hold commas
     * @return each series in the order of the file; NaN where the last cell is no number
     */
    static List<double[]> tall(Path file, boolean isNamed) throws IOException {
        Map<String, List<Double>> series = new LinkedHashMap<>();
        for (String[] cells : rows(file)) {
            String name = isNamed ? String.join(",", Arrays.copyOf(cells, cells.length - 2)) : "";
            series.computeIfAbsent(name, each -> new ArrayList<>()).add(number(cells[cells.length - 1]));
        }
        return series.values().stream()
                .map(values -> values.stream().mapToDouble(Double::doubleValue).toArray())
                .toList();
    }

    private static double number(String cell) {
        return cell.isEmpty() || cell.equals("NA") ? Double.NaN : Double.parseDouble(cell);
    }

    private static List<String[]> rows(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                Stream<String> lines =
                        new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8)).lines()) {
            return lines.skip(1)
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
        }
    }
}
