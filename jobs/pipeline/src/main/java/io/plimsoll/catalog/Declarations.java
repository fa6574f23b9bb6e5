package io.plimsoll.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the documents declare, before references are followed. */
final class Declarations {

    private final List<Declared<?>> entries = new ArrayList<>();
    private final List<Declared<Service>> completions = new ArrayList<>();
    private final List<Slo> slos = new ArrayList<>();
    private final Map<String, Origin> rejected = new LinkedHashMap<>();

    void add(Declared<?> entry) {
        entries.add(entry);
    }

    /** A Plimsoll service, which completes the OpenSLO service of its name. */
    void addCompletion(Declared<Service> service) {
        completions.add(service);
    }

    void add(Slo slo) {
        slos.add(slo);
    }

    void addAll(Declarations others) {
        entries.addAll(others.entries);
        completions.addAll(others.completions);
        slos.addAll(others.slos);
    }

    /** Remembers that something of a name is declared, and is not loaded because it is wrong. */
    void reject(String kind, String name, Origin origin) {
        rejected.putIfAbsent(key(kind, name), origin);
    }

    /** Where something that is not loaded is declared; empty when it is not declared at all. */
    Optional<Origin> rejected(String kind, String name) {
        return Optional.ofNullable(rejected.get(key(kind, name)));
    }

    List<Declared<?>> entries() {
        return entries;
    }

    List<Declared<Service>> completions() {
        return completions;
    }

    List<Slo> slos() {
        return slos;
    }

    /** The entries of a type. */
    <E extends Entry> List<Declared<E>> entries(Class<E> type) {
        List<Declared<E>> found = new ArrayList<>();
        for (Declared<?> declared : entries) {
            if (type.isInstance(declared.entry())) {
                found.add(new Declared<>(
                        declared.kind(),
                        type.cast(declared.entry()),
                        declared.document(),
                        declared.path(),
                        declared.content()));
            }
        }
        return found;
    }

    private static String key(String kind, String name) {
        return kind + " " + name;
    }
}
