package io.plimsoll.catalog;

import io.plimsoll.config.Form;
import io.plimsoll.config.Forms;
import io.plimsoll.config.YamlMap;
import io.plimsoll.config.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the metadata of documents and of what is declared inline. */
final class MetadataReader {

    private static final List<String> KEYS = List.of("name", "displayName", "labels", "annotations");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z0-9]([-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?");
    private static final Pattern ANNOTATION_LENGTH = Pattern.compile("(.{0,253}/)?.{0,63}");
    private static final Pattern ANNOTATION = Pattern.compile(
            "([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*/)?" + LABEL.pattern());

    private MetadataReader() {}

    /**
     * Reads the key {@code metadata}.
     *
     * @param parent what holds it
     * @param nameForm what a name looks like
     * @param annotations the words that may follow {@code plimsoll/}
     */
    static Metadata read(YamlMap parent, Form<String> nameForm, List<String> annotations) {
        Optional<YamlMap> metadata =
                parent.map("metadata").filter(map -> !map.keys().isEmpty());
        if (metadata.isEmpty()) {
            parent.problem("metadata", "is required; write metadata: {name: …}");
            return new Metadata(Optional.empty(), Optional.empty(), new Annotations(Optional.empty()));
        }
        YamlMap map = metadata.get();
        map.allow(KEYS);
        map.map("labels").ifPresent(MetadataReader::checkLabels);
        Optional<YamlMap> written = map.map("annotations");
        written.ifPresent(MetadataReader::checkAnnotations);
        Annotations ours = new Annotations(written);
        ours.allow(annotations);
        return new Metadata(map.required("name", nameForm), map.value("displayName", OpenSloForms.TITLE), ours);
    }

    private static void checkLabels(YamlMap labels) {
        labels.entries().forEach((key, value) -> {
            if (!LABEL.matcher(key).matches()) {
                labels.problem(
                        key,
                        "'" + key
                                + "' is not a label; write at most 63 letters, digits, '-', '.' and '_', with a letter or"
                                + " digit at both ends");
            }
            if (value.isList()) {
                value.asList().forEach(item -> item.as(Forms.TEXT));
            } else {
                value.as(Forms.TEXT);
            }
        });
    }

    private static void checkAnnotations(YamlMap annotations) {
        for (var entry : annotations.entries().entrySet()) {
            String key = entry.getKey();
            YamlNode value = entry.getValue();
            if (!ANNOTATION_LENGTH.matcher(key).matches()
                    || !ANNOTATION.matcher(key).matches()) {
                annotations.problem(
                        key, "'" + key + "' is not an annotation; write a name such as my-key or my-domain.org/my-key");
            }
            value.as(Forms.TEXT);
        }
    }
}
