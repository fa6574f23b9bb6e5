package io.plimsoll.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the links that close a cycle, in declared order. */
final class Cycles {

    /**
     * A link that closes a cycle.
     *
     * @param path the cycle, {@code a -> b -> a}, the link last
     */
    record Closing(String from, String to, String path) {}

    private final Map<String, Set<String>> links = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();
    private final List<Closing> closing = new ArrayList<>();

    void add(String from, List<String> to) {
        links.computeIfAbsent(from, name -> new LinkedHashSet<>()).addAll(to);
    }

    /** The links without which there is no cycle. */
    List<Closing> closing() {
        links.keySet().forEach(name -> follow(name, new ArrayList<>()));
        return closing;
    }

    private void follow(String name, List<String> way) {
        if (done.contains(name)) {
            return;
        }
        way.add(name);
        for (String next : links.getOrDefault(name, Set.of())) {
            int seen = way.indexOf(next);
            if (seen < 0) {
                follow(next, way);
            } else {
                List<String> cycle = new ArrayList<>(way.subList(seen, way.size()));
                cycle.add(next);
                closing.add(new Closing(name, next, String.join(" -> ", cycle)));
            }
        }
        way.remove(way.size() - 1);
        done.add(name);
    }
}
