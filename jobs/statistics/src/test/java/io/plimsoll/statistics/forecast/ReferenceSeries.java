package io.plimsoll.statistics.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.statistics.attainment.ReferenceFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/** Columns of numbers in the reference folder. */
public final class ReferenceSeries {
    private ReferenceSeries() {}

    /** One column of a CSV file, all its rows that hold a number there. */
    public static double[] column(String name, int column) throws IOException {
        return rows(name).stream()
                .map(row -> row.split(",", -1)[column].strip())
                .filter(ReferenceSeries::isNumber)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** The rows of a text file. */
    public static List<String> rows(String name) throws IOException {
        return Files.readAllLines(ReferenceFolder.path(name));
    }

    /** The series of a compressed CSV file, a row each after a header: its name, its values, empty cells. */
    public static List<double[]> wide(String name) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(ReferenceFolder.path(name))), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(row -> Arrays.stream(row.replace("\"", "").split(",", -1))
                            .skip(1)
                            .filter(cell -> !cell.isEmpty())
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }
    }

    /** A JSON array of numbers. */
    public static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
    }
}
