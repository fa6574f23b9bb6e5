package io.plimsoll.catalog;

import io.plimsoll.config.Nearest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names that references can lead to, by kind. */
final class Names {

    private final Declarations declarations;
    private final Map<String, Set<String>> loaded = new HashMap<>();

    Names(Declarations declarations) {
        this.declarations = declarations;
    }

    void add(String kind, String name) {
        loaded.computeIfAbsent(kind, any -> new TreeSet<>()).add(name);
    }

    boolean hasAny(String kind) {
        return loaded.containsKey(kind);
    }

    /** Why a name leads nowhere, as the end of a sentence that begins with it; empty when it leads somewhere. */
    Optional<String> fault(String kind, String name) {
        Set<String> known = loaded.getOrDefault(kind, Set.of());
        if (known.contains(name)) {
            return Optional.empty();
        }
        return Optional.of(declarations
                .rejected(kind, name)
                .map(origin -> "is declared at " + origin + ", but not loaded")
                .orElseGet(() -> "is not declared"
                        + Nearest.of(name, known)
                                .map(nearest -> " (did you mean '" + nearest + "'?)")
                                .orElse("")));
    }
}
