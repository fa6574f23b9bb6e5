package io.plimsoll.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping of a document. A key without a value counts as absent. */
public final class YamlMap {

    private final YamlNode self;
    private final Map<String, YamlNode> values = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();

    YamlMap(YamlNode self, MappingNode mapping) {
        this.self = self;
        add(mapping, Set.of());
    }

    private void add(MappingNode mapping, Set<Node> merging) {
        List<Node> merged = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                merged.add(tuple.getValueNode());
            } else if (tuple.getKeyNode() instanceof ScalarNode key) {
                values.putIfAbsent(key.getValue(), self.child(key.getValue(), tuple.getValueNode()));
                keyLines.putIfAbsent(key.getValue(), key.getStartMark().getLine() + 1);
            }
        }
        // What is merged in comes last: a key of the mapping itself wins.
        merged.forEach(node -> merge(node, merging));
    }

    private void merge(Node node, Set<Node> merging) {
        if (merging.contains(node)) {
            return;
        }
        Set<Node> deeper = new HashSet<>(merging);
        deeper.add(node);
        if (node instanceof MappingNode mapping) {
            add(mapping, deeper);
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> merge(item, deeper));
        }
    }

    /** The mapping as a value. */
    public YamlNode self() {
        return self;
    }

    /** Its keys in the order of the file. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /** Keys and values in the order of the file, with those that are absent. */
    public Map<String, YamlNode> entries() {
        return Collections.unmodifiableMap(values);
    }

    /** The line of a key, of the mapping when it has no such key. */
    public int line(String key) {
        return keyLines.getOrDefault(key, self.line());
    }

    /** Whether a key has a value. */
    public boolean has(String key) {
        return get(key).isPresent();
    }

    /** The value of a key; empty when it is absent. */
    public Optional<YamlNode> get(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isAbsent());
    }

    /** Reads the value of a key; empty when it is absent, and with a problem when it has another form. */
    public <T> Optional<T> value(String key, Form<T> form) {
        return get(key).flatMap(value -> value.as(form));
    }

    /** Reads the value of a key; empty with a problem when it is absent or has another form. */
    public <T> Optional<T> required(String key, Form<T> form) {
        requirePresent(key);
        return value(key, form);
    }

    /** The text of a key; empty when it is absent. */
    public Optional<String> text(String key) {
        return value(key, Forms.TEXT);
    }

    /** The mapping of a key; empty when it is absent, and with a problem when it is something else. */
    public Optional<YamlMap> map(String key) {
        return get(key).flatMap(YamlNode::asMap);
    }

    /** The mapping of a key; empty with a problem when it is absent or something else. */
    public Optional<YamlMap> requiredMap(String key) {
        requirePresent(key);
        return map(key);
    }

    /** The elements of a key's list; none when it is absent, and none with a problem when it is something else. */
    public List<YamlNode> list(String key) {
        return get(key).map(YamlNode::asList).orElse(List.of());
    }

    /** The elements of a key's list; none with a problem when it is absent, empty or something else. */
    public List<YamlNode> requiredList(String key) {
        boolean isEmptyList =
                get(key).filter(value -> !value.isList()).isEmpty() && list(key).isEmpty();
        if (isEmptyList) {
            problem(key, "is required; write at least one element");
        }
        return list(key);
    }

    /** The values of a key's list that have the form; the others are problems. */
    public <T> List<T> values(String key, Form<T> form) {
        List<T> read = new ArrayList<>();
        for (YamlNode item : list(key)) {
            item.as(form).ifPresent(read::add);
        }
        return List.copyOf(read);
    }

    /** Records every key that is not known, with the nearest that is. */
    public void allow(Collection<String> known) {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                String suggestion = Nearest.suggestion(key, known);
                String others = (suggestion.isEmpty() ? "; known keys: " : " known keys: ") + String.join(", ", known);
                problem(key, "unknown key '" + key + "'" + suggestion + others);
            }
        }
    }

    /** Records that the value of a key is wrong, at the mapping itself when it has no such key. */
    public void problem(String key, String message) {
        self.problems().add(new Problem(self.file(), line(key), Fields.join(self.field(), key), message));
    }

    private void requirePresent(String key) {
        if (!has(key)) {
            problem(key, "is required");
        }
    }
}
