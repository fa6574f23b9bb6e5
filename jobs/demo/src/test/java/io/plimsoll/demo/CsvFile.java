package io.plimsoll.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A CSV file (RFC 4180) with a header, read by a reader that shares nothing with the writer. */
final class CsvFile {

    private final List<List<String>> records = new ArrayList<>();
    private final char separator;
    private List<String> fields = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private boolean quoted;
    private boolean closing;

    private CsvFile(char separator) {
        this.separator = separator;
    }

    /** The rows by column name; a row of another width than the header is an error. */
    static List<Map<String, String>> rows(Path path, char separator) throws IOException {
        CsvFile file = new CsvFile(separator);
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(path));
                InputStream bytes = path.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                file.take((char) c);
            }
        }
        List<String> header = file.records.get(0);
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> values : file.records.subList(1, file.records.size())) {
            if (values.size() != header.size()) {
                throw new IOException(
                        path + ": " + values.size() + " fields for " + header.size() + " columns: " + values);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                row.put(header.get(i), values.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    private void take(char c) {
        if (quoted && !closing) {
            if (c == '"') {
                closing = true;
            } else {
                field.append(c);
            }
        } else if (closing && c == '"') {
            field.append('"');
            closing = false;
        } else {
            quoted = false;
            closing = false;
            takeOutside(c);
        }
    }

    private void takeOutside(char c) {
        if (c == '"') {
            quoted = true;
        } else if (c == separator) {
            endField();
        } else if (c == '\n') {
            endField();
            records.add(fields);
            fields = new ArrayList<>();
        } else if (c != '\r') {
            field.append(c);
        }
    }

    private void endField() {
        fields.add(field.toString());
        field.setLength(0);
    }
}
