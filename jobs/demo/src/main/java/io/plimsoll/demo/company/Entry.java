package io.plimsoll.demo.company;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A catalogue entry that records refer to only by name: a vendor, a team, a runbook.
 *
 * @param kind the document's kind
 * @param spec its specification in document order; values are texts, numbers, booleans, lists and maps
 */
public record Entry(String kind, String name, String title, Map<String, Object> spec) {

    public Entry {
        spec = Collections.unmodifiableMap(new LinkedHashMap<>(spec));
    }
}
