package io.plimsoll.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value of a document with its place. What reads it as something that it is not records a problem and goes on without it. */
public final class YamlNode {

    private final Node node;
    private final String file;
    private final String field;
    private final Problems problems;

    YamlNode(Node node, String file, String field, Problems problems) {
        this.node = node;
        this.file = file;
        this.field = field;
        this.problems = problems;
    }

    /** The line on which it begins, counted from 1. */
    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** The column in which it begins, counted from 1. */
    public int column() {
        return node.getStartMark().getColumn() + 1;
    }

    /** The keys that lead to it, {@code spec.objectives[0].target}; empty for the document itself. */
    public String field() {
        return field;
    }

    /** Whether nothing is written, or {@code null}, or a text without letters. */
    public boolean isAbsent() {
        return node instanceof ScalarNode scalar
                && (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank());
    }

    /** Whether it is one value, neither a list nor a mapping. */
    public boolean isScalar() {
        return node instanceof ScalarNode;
    }

    /** Whether it is a list. */
    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether it is a mapping. */
    public boolean isMap() {
        return node instanceof MappingNode;
    }

    /** Reads it; empty with a problem when it has another form. */
    public <T> Optional<T> as(Form<T> form) {
        if (!(node instanceof ScalarNode scalar)) {
            problem("is a " + kind() + "; write one value");
            return Optional.empty();
        }
        if (form.plainOnly() && scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            problem("'" + scalar.getValue() + "' is a text; write it without quotes");
            return Optional.empty();
        }
        Reading<T> reading = form.read(scalar.getValue());
        if (reading.value().isEmpty()) {
            problem(reading.complaint());
        }
        return reading.value();
    }

    /** It as a mapping; empty with a problem when it is something else. */
    public Optional<YamlMap> asMap() {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(this, mapping));
        }
        problem("is a " + kind() + "; write keys and values");
        return Optional.empty();
    }

    /** Its elements; none with a problem when it is not a list. */
    public List<YamlNode> asList() {
        if (!(node instanceof SequenceNode sequence)) {
            problem("is a " + kind() + "; write a list");
            return List.of();
        }
        List<YamlNode> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new YamlNode(item, file, field + "[" + items.size() + "]", problems));
        }
        return items;
    }

    /** Records that it is wrong. */
    public void problem(String message) {
        problems.add(new Problem(file, line(), field, message));
    }

    /** What it says, whatever its place and the order of keys: two values with the same text say the same. */
    public String canonical() {
        if (node instanceof MappingNode mapping) {
            return new TreeMap<>(new YamlMap(this, mapping).entries())
                    .entrySet().stream()
                            .filter(entry -> !entry.getValue().isAbsent())
                            .map(entry ->
                                    entry.getKey() + "=" + entry.getValue().canonical())
                            .collect(Collectors.joining(",", "{", "}"));
        }
        if (node instanceof SequenceNode) {
            return asList().stream().map(YamlNode::canonical).collect(Collectors.joining(",", "[", "]"));
        }
        return ((ScalarNode) node).getValue();
    }

    YamlNode child(String key, Node value) {
        return new YamlNode(value, file, Fields.join(field, key), problems);
    }

    Node node() {
        return node;
    }

    String file() {
        return file;
    }

    Problems problems() {
        return problems;
    }

    private String kind() {
        return switch (node.getNodeId()) {
            case mapping -> "mapping";
            case sequence -> "list";
            default -> "single value";
        };
    }
}
