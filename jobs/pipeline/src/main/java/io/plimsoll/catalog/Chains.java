package io.plimsoll.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Follows the links between entries of one kind, which must not form a cycle. */
final class Chains<E extends Entry> {

    private final Names names;
    private final String kind;
    private final String key;
    private final Function<E, List<String>> links;
    private final BiFunction<E, List<String>, E> withLinks;

    /**
     * The links that a key of the specification lists.
     *
     * @param links the names that an entry lists
     * @param withLinks the entry with other names
     */
    Chains(
            Names names,
            String kind,
            String key,
            Function<E, List<String>> links,
            BiFunction<E, List<String>, E> withLinks) {
        this.names = names;
        this.kind = kind;
        this.key = key;
        this.links = links;
        this.withLinks = withLinks;
    }

    /** The entries without links that lead nowhere or close a cycle. */
    List<Declared<E>> link(List<Declared<E>> entries) {
        List<Declared<E>> known = entries.stream().map(this::keepDeclared).toList();
        Cycles cycles = new Cycles();
        known.forEach(entry -> cycles.add(entry.name(), links.apply(entry.entry())));
        List<Cycles.Closing> closing = cycles.closing();
        return known.stream().map(entry -> open(entry, closing)).toList();
    }

    private Declared<E> keepDeclared(Declared<E> declared) {
        List<String> written = links.apply(declared.entry());
        List<String> kept = new ArrayList<>();
        for (int index = 0; index < written.size(); index++) {
            String name = written.get(index);
            Optional<String> fault = names.fault(kind, name);
            if (fault.isEmpty()) {
                kept.add(name);
            } else {
                declared.document()
                        .problem(
                                "spec." + key + "[" + index + "]",
                                "'" + name + "' " + fault.get() + "; " + declared.called()
                                        + " is loaded without the link");
            }
        }
        return declared.with(withLinks.apply(declared.entry(), kept));
    }

    private Declared<E> open(Declared<E> declared, List<Cycles.Closing> closing) {
        List<String> kept = new ArrayList<>(links.apply(declared.entry()));
        for (Cycles.Closing link : closing) {
            if (link.from().equals(declared.name()) && kept.remove(link.to())) {
                declared.document()
                        .problem(
                                "spec." + key,
                                key + " goes round in a cycle: " + link.path() + "; the link " + link.from() + " -> "
                                        + link.to() + " is left out");
            }
        }
        return declared.with(withLinks.apply(declared.entry(), kept));
    }
}
