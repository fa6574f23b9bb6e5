package io.plimsoll.config;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** A YAML or JSON file as documents whose values keep their places. */
public final class YamlFile {

    private static final int MOST_CODE_POINTS = 64 * 1024 * 1024;

    private YamlFile() {}

    /**
     * Reads the documents of a file; the elements of a list are documents of their own. Where the file stops being YAML there is one problem, and what came before it is kept.
     *
     * @param file its name, relative to the workspace
     * @param content its bytes, UTF-8
     */
    public static Loaded<List<YamlDocument>> read(String file, byte[] content) {
        List<YamlDocument> documents = new ArrayList<>();
        Problems problems = new Problems();
        try {
            for (Node node : new Yaml(options()).composeAll(new StringReader(text(file, content)))) {
                if (node instanceof SequenceNode list) {
                    list.getValue().forEach(element -> add(file, element, documents, problems));
                } else if (!node.getTag().equals(Tag.NULL)) {
                    add(file, node, documents, problems);
                }
            }
        } catch (CharacterCodingException e) {
            problems.add(new Problem(file, 1, "", "is not UTF-8 text; save it as UTF-8"));
        } catch (YAMLException e) {
            problems.add(new Problem(file, line(e, content), "", "is not YAML: " + reason(e)));
        }
        return new Loaded<>(List.copyOf(documents), problems.view());
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_CODE_POINTS);
        return options;
    }

    private static String text(String file, byte[] content) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return file.toLowerCase(Locale.ROOT).endsWith(".json") ? JsonText.asYaml(unmarked) : unmarked;
    }

    private static void add(String file, Node node, List<YamlDocument> documents, Problems fileProblems) {
        Problems problems = new Problems();
        YamlNode root = new YamlNode(node, file, "", problems);
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        checkKeys(root, seen);
        if (seen.stream().anyMatch(Node::isTwoStepsConstruction)) {
            fileProblems.add(new Problem(file, root.line(), "", "an alias refers to what it stands in; write it out"));
        } else {
            documents.add(new YamlDocument(file, root, problems));
        }
    }

    private static void checkKeys(YamlNode value, Set<Node> seen) {
        if (!seen.add(value.node())) {
            return;
        }
        if (value.node() instanceof MappingNode mapping) {
            Map<String, Integer> lines = new HashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    YamlNode child = value.child(key.getValue(), tuple.getValueNode());
                    checkKey(value.child(key.getValue(), key), lines);
                    checkKeys(child, seen);
                } else {
                    value.problem("a key is a list or a mapping; write a name");
                }
            }
        } else if (value.node() instanceof SequenceNode) {
            value.asList().forEach(item -> checkKeys(item, seen));
        }
    }

    private static void checkKey(YamlNode key, Map<String, Integer> lines) {
        String name = ((ScalarNode) key.node()).getValue();
        Integer first = lines.putIfAbsent(name, key.line());
        if (first != null) {
            key.problem("key '" + name + "' stands twice, first on line " + first + "; keep one");
        }
    }

    private static int line(YAMLException error, byte[] content) {
        if (error instanceof MarkedYAMLException marked) {
            Mark mark = marked.getProblemMark();
            return mark == null ? 1 : mark.getLine() + 1;
        }
        if (error instanceof ReaderException unreadable) {
            String before = new String(content, StandardCharsets.UTF_8);
            int end = Math.min(unreadable.getPosition(), before.length());
            return 1
                    + (int) before.substring(0, end)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
        }
        return 1;
    }

    private static String reason(YAMLException error) {
        if (error instanceof MarkedYAMLException marked) {
            return String.join(
                    ", ",
                    List.of(text(marked.getContext()), text(marked.getProblem())).stream()
                            .filter(part -> !part.isBlank())
                            .toList());
        }
        return text(error.getMessage()).lines().findFirst().orElse("");
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part.strip();
    }
}
