package io.plimsoll.catalog;

import io.plimsoll.config.Forms;
import io.plimsoll.config.YamlDocument;
import io.plimsoll.config.YamlMap;
import io.plimsoll.config.YamlNode;
import java.util.List;
import java.util.Optional;

/** Reads OpenSLO v1 documents as OpenSLO's own validator judges them, and what their {@code plimsoll/} annotations add. */
final class OpenSloReader {

    private final YamlDocument document;
    private final YamlMap root;
    private final Declarations declarations;

    OpenSloReader(YamlDocument document, YamlMap root, Declarations declarations) {
        this.document = document;
        this.root = root;
        this.declarations = declarations;
    }

    void read(String kind) {
        Metadata metadata = MetadataReader.read(root, OpenSloForms.DNS_LABEL, annotations(kind));
        Effective effective = metadata.annotations().effective().orElse(Effective.ALWAYS);
        Origin origin = new Origin(document.file(), document.line());
        String name = metadata.name().orElse("");
        if (kind.equals(Kinds.SERVICE)) {
            declare(kind, service(metadata, effective, origin), "");
            return;
        }
        Optional<YamlMap> written = root.requiredMap("spec");
        if (written.isEmpty()) {
            return;
        }
        YamlMap spec = written.get();
        switch (kind) {
            case Kinds.SLI ->
                new SliReader(spec)
                        .read(metadata, List.of(metadata.annotations()), effective, origin)
                        .ifPresent(sli -> declare(kind, sli, SliReader.content(spec, sli)));
            case Kinds.SLO -> new SloReader(document, spec, declarations).read(metadata, effective);
            case Kinds.DATA_SOURCE -> declare(kind, dataSource(name, spec, effective, origin), "");
            default ->
                new AlertReader(document, declarations, effective).read(kind, name, metadata.annotations(), spec, "");
        }
    }

    private static List<String> annotations(String kind) {
        return switch (kind) {
            case Kinds.SLI -> Annotations.OF_INDICATORS;
            case Kinds.SLO -> Annotations.OF_OBJECTIVES;
            case Kinds.ALERT_POLICY -> Annotations.OF_POLICIES;
            default -> Annotations.DATES;
        };
    }

    private Service service(Metadata metadata, Effective effective, Origin origin) {
        Optional<YamlMap> spec = root.map("spec");
        spec.ifPresent(map -> map.allow(List.of("description")));
        return ServiceReader.described(
                metadata.name().orElse(""),
                metadata.displayName(),
                spec.flatMap(map -> map.value("description", OpenSloForms.DESCRIPTION)),
                effective,
                origin);
    }

    private static DataSource dataSource(String name, YamlMap spec, Effective effective, Origin origin) {
        spec.allow(List.of("description", "type", "connectionDetails"));
        spec.value("description", OpenSloForms.DESCRIPTION);
        if (spec.get("connectionDetails").filter(YamlNode::isScalar).isPresent() || !spec.has("connectionDetails")) {
            spec.problem("connectionDetails", "is required; write what the system needs, at least {}");
        }
        return new DataSource(name, spec.required("type", Forms.TEXT).orElse(""), effective, origin);
    }

    private void declare(String kind, Entry entry, String content) {
        declarations.add(new Declared<>(kind, entry, document, "", content));
    }
}
