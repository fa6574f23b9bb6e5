package io.plimsoll.source.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.plimsoll.source.landing.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** The JSON of a {@code query_range} response, as Prometheus' HTTP API v1 defines it. */
final class PrometheusResponse {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String COUNT = "count";
    private static final int NANOS_DIGITS = 9;

    private String status = "";
    private String error = "";
    private String resultType = "";
    private final Map<Map<String, String>, Map<BigDecimal, Sample>> series = new LinkedHashMap<>();

    private PrometheusResponse() {}

    /** One point in time of a series, or of the good and the total series together. */
    private static final class Sample {
        private @Nullable Double value;
        private @Nullable Double good;
        private @Nullable Double total;
    }

    /**
     * Reads a response to its end.
     *
     * @throws UnreadableFile when it is an error, or not a matrix
     */
    static void check(InputStream response) throws IOException, UnreadableFile {
        PrometheusResponse read = read(response, false);
        if (read.status.isEmpty()) {
            throw new UnreadableFile("the file is not a response of Prometheus' query_range: it has no status");
        }
        if (!read.status.equals("success")) {
            throw new UnreadableFile("Prometheus answered with status " + read.status + ": " + read.error);
        }
        if (!read.resultType.equals("matrix")) {
            throw new UnreadableFile(
                    "the response holds a " + read.resultType + ", not a matrix; export with query_range");
        }
    }

    /** The samples, series by series, in time order. */
    static List<Row> records(InputStream response) throws IOException {
        List<Row> records = new ArrayList<>();
        read(response, true).series.forEach((labels, samples) -> {
            scala.collection.Map<String, String> metric = CollectionConverters.asScala(labels);
            samples.forEach((time, sample) ->
                    records.add(RowFactory.create(metric, instant(time), sample.value, sample.good, sample.total)));
        });
        return records;
    }

    private static PrometheusResponse read(InputStream in, boolean keep) throws IOException {
        PrometheusResponse response = new PrometheusResponse();
        try (JsonParser parser = FACTORY.createParser(in)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                response.readTop(parser, keep);
            }
            while (parser.nextToken() != null) {
                parser.skipChildren();
            }
        }
        return response;
    }

    private void readTop(JsonParser parser, boolean keep) throws IOException {
        String errorType = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "status" -> status = parser.getText();
                case "errorType" -> errorType = parser.getText();
                case "error" -> error = parser.getText();
                case "data" -> readData(parser, keep);
                default -> parser.skipChildren();
            }
        }
        error = errorType.isEmpty() ? error : errorType + ": " + error;
    }

    private void readData(JsonParser parser, boolean keep) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("resultType")) {
                resultType = parser.getText();
            } else if (name.equals("result") && keep && value == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    readSeries(parser);
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    /** Prometheus writes the labels before the values. */
    private void readSeries(JsonParser parser) throws IOException {
        Map<String, String> labels = new TreeMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals("metric")) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    labels.put(parser.currentName(), parser.nextTextValue());
                }
            } else if (name.equals("values")) {
                readValues(parser, labels);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void readValues(JsonParser parser, Map<String, String> labels) throws IOException {
        Map<String, String> shared = new TreeMap<>(labels);
        String count = labels.getOrDefault(COUNT, "");
        boolean counts = count.equals("good") || count.equals("total");
        if (counts) {
            shared.remove(COUNT);
        }
        Map<BigDecimal, Sample> samples = series.computeIfAbsent(shared, each -> new TreeMap<>());
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            parser.nextToken();
            BigDecimal time = parser.getDecimalValue();
            parser.nextToken();
            double value = value(parser.getText());
            parser.nextToken();
            Sample sample = samples.computeIfAbsent(time.stripTrailingZeros(), each -> new Sample());
            if (!counts) {
                sample.value = value;
            } else if (count.equals("good")) {
                sample.good = value;
            } else {
                sample.total = value;
            }
        }
    }

    private static double value(String text) {
        return switch (text) {
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static Instant instant(BigDecimal seconds) {
        long whole = seconds.longValue();
        BigDecimal fraction = seconds.subtract(BigDecimal.valueOf(whole));
        return Instant.ofEpochSecond(
                whole, fraction.movePointRight(NANOS_DIGITS).longValue());
    }
}
