package io.plimsoll.statistics.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.statistics.attainment.ReferenceFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.StreamSupport;

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
