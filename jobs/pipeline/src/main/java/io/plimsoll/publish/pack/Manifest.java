package io.plimsoll.publish.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What an auditor needs to make a pack's figures again.
 *
 * @param sections its questions, the versions of the tables that answered them, and digests of the answers
 * @param files SHA-256 of the files beside it in hexadecimal, by their names
 */
record Manifest(List<Recorded> sections, Map<String, String> files) {

    private static final String QUARTER_START = "quarter_start";
    private static final String QUARTER_END = "quarter_end";
    private static final String AS_OF = "as_of";
    private static final String SECTIONS = "sections";
    private static final String TITLE = "title";
    private static final String QUERY = "query";
    private static final String VERSIONS = "table_versions";
    private static final String DIGEST = "rows_sha256";
    private static final String FILES = "files_sha256";

    /**
     * What a manifest says of a section.
     *
     * @param arguments what the question's parameters stood for
     */
    record Recorded(
            String title, String query, Map<String, Object> arguments, Map<String, Long> versions, String digest) {}

    /**
     * Reads a manifest.
     *
     * @throws IllegalArgumentException when it is none of a pack
     */
    static Manifest read(byte[] json) {
        try {
            JsonNode told = new ObjectMapper().readTree(json);
            Map<String, Object> arguments = new TreeMap<>();
            for (String name : List.of(QUARTER_START, QUARTER_END, AS_OF)) {
                arguments.put(name, LocalDate.parse(told.required(name).asText()));
            }
            List<Recorded> sections = new ArrayList<>();
            told.required(SECTIONS).forEach(section -> sections.add(recorded(section, arguments)));
            Map<String, String> files = new TreeMap<>();
            told.required(FILES)
                    .properties()
                    .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
            return new Manifest(sections, files);
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("is no manifest of a pack: " + e.getMessage(), e);
        }
    }

    private static Recorded recorded(JsonNode section, Map<String, Object> arguments) {
        Map<String, Long> versions = new TreeMap<>();
        section.required(VERSIONS)
                .properties()
                .forEach(table -> versions.put(table.getKey(), table.getValue().asLong()));
        return new Recorded(
                section.required(TITLE).asText(),
                section.required(QUERY).asText(),
                arguments,
                versions,
                section.required(DIGEST).asText());
    }

    /**
     * The manifest of a pack as JSON.
     *
     * @param files content of the pack's other files, by name
     */
    static byte[] of(Pack pack, Map<String, byte[]> files) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("quarter", pack.quarter());
        manifest.put(QUARTER_START, pack.period().start().toString());
        manifest.put(QUARTER_END, pack.period().end().toString());
        manifest.put(AS_OF, pack.asOf().toString());
        manifest.put("is_over", pack.isOver());
        manifest.put(SECTIONS, pack.sections().stream().map(Manifest::told).toList());
        Map<String, String> digests = new TreeMap<>();
        files.forEach((name, content) -> digests.put(name, DigestUtils.sha256Hex(content)));
        manifest.put(FILES, digests);
        return json(manifest);
    }

    private static Map<String, Object> told(Pack.Section section) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put(TITLE, section.title());
        told.put(VERSIONS, section.source().tables());
        told.put(QUERY, section.source().query());
        told.put("rows", section.grid().rows().size());
        told.put(DIGEST, section.source().digest());
        return told;
    }

    private static byte[] json(Object content) {
        try {
            String text = new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(content);
            return (text + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
