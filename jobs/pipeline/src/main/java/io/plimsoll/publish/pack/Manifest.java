package io.plimsoll.publish.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
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

    static final String QUARTER_START = "quarter_start";
    static final String QUARTER_END = "quarter_end";
    static final String AS_OF = "as_of";
    static final String AS_OF_AT = "as_of_at";
    private static final String SECTIONS = "sections";
    private static final String TITLE = "title";
    private static final String QUESTIONS = "questions";
    private static final String QUERY = "query";
    private static final String VERSIONS = "table_versions";
    private static final String ROWS = "rows";
    private static final String DIGEST = "rows_sha256";
    private static final String FILES = "files_sha256";

    /**
     * What a manifest says of a section.
     *
     * @param arguments what the parameters of the questions stood for
     */
    record Recorded(
            String title, List<Pack.Question> questions, Map<String, Object> arguments, Map<String, Long> versions) {}

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
            arguments.put(AS_OF_AT, Instant.parse(told.required(AS_OF_AT).asText()));
            List<Recorded> sections = new ArrayList<>();
            filled(told, SECTIONS).forEach(section -> sections.add(recorded(section, arguments)));
            Map<String, String> files = new TreeMap<>();
            filled(told, FILES)
                    .properties()
                    .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
            return new Manifest(sections, files);
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException("is no manifest of a pack: " + e.getMessage(), e);
        }
    }

    private static Recorded recorded(JsonNode section, Map<String, Object> arguments) {
        Map<String, Long> versions = new TreeMap<>();
        section.required(VERSIONS).properties().forEach(table -> versions.put(table.getKey(), version(table)));
        List<Pack.Question> questions = new ArrayList<>();
        filled(section, QUESTIONS)
                .forEach(question -> questions.add(new Pack.Question(
                        question.required(QUERY).asText(),
                        question.required(ROWS).asInt(),
                        question.required(DIGEST).asText())));
        return new Recorded(section.required(TITLE).asText(), questions, arguments, versions);
    }

    private static JsonNode filled(JsonNode node, String name) {
        JsonNode value = node.required(name);
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is empty");
        }
        return value;
    }

    private static long version(Map.Entry<String, JsonNode> table) {
        if (!table.getValue().isIntegralNumber()) {
            throw new IllegalArgumentException(
                    "'" + table.getValue().asText() + "' is no version of " + table.getKey());
        }
        return table.getValue().asLong();
    }

    /**
     * The manifest of a pack as JSON.
     *
     * @param files content of the pack's other files, by name
     */
    static byte[] of(Pack pack, Map<String, byte[]> files) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("quarter", pack.quarter());
        for (String name : List.of(QUARTER_START, QUARTER_END, AS_OF, AS_OF_AT)) {
            manifest.put(name, String.valueOf(pack.arguments().get(name)));
        }
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
        told.put(
                QUESTIONS,
                section.source().questions().stream().map(Manifest::told).toList());
        return told;
    }

    private static Map<String, Object> told(Pack.Question question) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put(QUERY, question.query());
        told.put(ROWS, question.rows());
        told.put(DIGEST, question.digest());
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
