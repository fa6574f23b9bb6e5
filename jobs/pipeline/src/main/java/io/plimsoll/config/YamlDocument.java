package io.plimsoll.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One document of a file with what is wrong in it: a document of its own, or one element where the file holds a list of them.
 *
 * @param file the file, relative to the workspace
 * @param root its value
 * @param problems what is found wrong in it
 */
public record YamlDocument(String file, YamlNode root, Problems problems) {

    private static final Pattern STEP = Pattern.compile("\\['([^']*)'\\]|\\[(\\d+)\\]|\\.?([A-Za-z0-9_-]+)");

    /** The line on which it begins, counted from 1. */
    public int line() {
        return root.line();
    }

    /** Records that a field is wrong, on the line of its deepest key that is written. */
    public void problem(String field, String message) {
        problems.add(new Problem(file, line(field), field, message));
    }

    /** Whether a field is written. */
    public boolean has(String field) {
        return find(field).isPresent();
    }

    /** The line of a field, or of its deepest key that is written. */
    public int line(String field) {
        int line = line();
        Optional<YamlNode> here = Optional.of(root);
        Matcher step = STEP.matcher(field);
        while (here.isPresent() && step.find()) {
            Optional<YamlNode> next = next(here.get(), step);
            if (next.isPresent()) {
                line = step.group(2) != null
                        ? next.get().line()
                        : here.get().asMap().orElseThrow().line(key(step));
            }
            here = next;
        }
        return line;
    }

    private Optional<YamlNode> find(String field) {
        Optional<YamlNode> here = Optional.of(root);
        Matcher step = STEP.matcher(field);
        while (here.isPresent() && step.find()) {
            here = next(here.get(), step);
        }
        return here.filter(value -> !value.isAbsent());
    }

    private static Optional<YamlNode> next(YamlNode here, Matcher step) {
        if (step.group(2) != null) {
            int index = Integer.parseInt(step.group(2));
            List<YamlNode> items = here.isList() ? here.asList() : List.of();
            return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
        }
        return here.isMap()
                ? here.asMap().flatMap(map -> Optional.ofNullable(map.entries().get(key(step))))
                : Optional.empty();
    }

    private static String key(Matcher step) {
        return step.group(1) != null ? step.group(1) : step.group(3);
    }
}
