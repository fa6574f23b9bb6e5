package io.plimsoll.demo.catalog;

import io.plimsoll.demo.company.Ordered;
import java.util.Map;

/** A catalogue document: what stands above its {@code spec} is the same for every kind. */
record Document(String apiVersion, String kind, Map<String, Object> metadata, Map<String, Object> spec) {

    static Document openSlo(String kind, Ordered metadata, Ordered spec) {
        return new Document("openslo/v1", kind, metadata.build(), spec.build());
    }

    static Document plimsoll(String kind, String name, Map<String, Object> spec) {
        return new Document("plimsoll/v1", kind, Ordered.map("name", name).build(), spec);
    }

    String yaml() {
        return Yaml.document(Ordered.map("apiVersion", apiVersion)
                .and("kind", kind)
                .and("metadata", metadata)
                .and("spec", spec)
                .build());
    }
}
