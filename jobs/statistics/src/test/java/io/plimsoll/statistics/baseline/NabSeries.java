package io.plimsoll.statistics.baseline;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.statistics.attainment.ReferenceFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** A labelled series of the Numenta Anomaly Benchmark: its values and the windows that hold an anomaly, as first and last row. */
record NabSeries(String name, List<Long> seconds, List<Double> values, List<int[]> windows) {
    /** Every series of the reference folder, by its name in the published scores. */
    static Map<String, NabSeries> all() throws IOException {
        JsonNode labels = ReferenceFolder.json("nab/labels/combined_windows.json");
        Map<String, NabSeries> all = new TreeMap<>();
        for (String folder : List.of("artificialWithAnomaly", "realAWSCloudwatch")) {
            try (var files = Files.list(ReferenceFolder.path("nab/data/" + folder))) {
                for (var file : files.toList()) {
                    String name = folder + "/" + file.getFileName().toString().replace(".gz", "");
                    all.put(name, read(name, "nab/data/" + name + ".gz", labels.get(name)));
                }
            }
        }
        return all;
    }

    /** One column of a gzipped CSV file below its header. */
    static List<String> column(String name, int column) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(ReferenceFolder.path(name))), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1)[column])
                    .toList();
        }
    }

    long[] secondArray() {
        return seconds.stream().mapToLong(Long::longValue).toArray();
    }

    double[] valueArray() {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static NabSeries read(String name, String path, JsonNode windows) throws IOException {
        List<Long> seconds = column(path, 0).stream().map(NabSeries::second).toList();
        List<Double> values = column(path, 1).stream().map(Double::valueOf).toList();
        List<int[]> rows = new ArrayList<>();
        for (JsonNode window : windows) {
            rows.add(rows(
                    seconds,
                    second(window.get(0).asText()),
                    second(window.get(1).asText())));
        }
        return new NabSeries(name, seconds, values, rows);
    }

    private static int[] rows(List<Long> seconds, long from, long to) {
        int first = 0;
        while (seconds.get(first) < from) {
            first++;
        }
        int last = first;
        while (last + 1 < seconds.size() && seconds.get(last + 1) <= to) {
            last++;
        }
        return new int[] {first, last};
    }

    private static long second(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T')).toEpochSecond(ZoneOffset.UTC);
    }
}
