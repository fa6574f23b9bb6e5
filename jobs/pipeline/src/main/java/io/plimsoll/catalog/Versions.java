package io.plimsoll.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;

/**
 * Keeps the versions of a name apart: on each day at most one is in force. Of versions that overlap none is loaded, for nobody
 * can tell which one was meant.
 */
final class Versions<V extends Versioned> {

    private final Declarations declarations;
    private final BiPredicate<V, V> same;
    private final BinaryOperator<V> merge;

    private Versions(Declarations declarations, BiPredicate<V, V> same, BinaryOperator<V> merge) {
        this.declarations = declarations;
        this.same = same;
        this.merge = merge;
    }

    /** For what has a document of its own. */
    static <V extends Versioned> Versions<V> ofDocuments(Declarations declarations) {
        return new Versions<>(declarations, (first, second) -> false, (first, second) -> first);
    }

    /** For what can stand inline in several documents, as long as each time it says the same. */
    static Versions<Declared<?>> ofInlines(Declarations declarations) {
        return new Versions<>(declarations, Versions::saySame, Versions::span);
    }

    private static boolean saySame(Declared<?> first, Declared<?> second) {
        return (first.isInline() || second.isInline()) && first.content().equals(second.content());
    }

    private static Declared<?> span(Declared<?> first, Declared<?> second) {
        Declared<?> kept = first.isInline() && !second.isInline() ? second : first;
        return kept.entry() instanceof Indicator indicator
                ? new Declared<>(
                        kept.kind(),
                        indicator.during(first.effective().span(second.effective())),
                        kept.document(),
                        kept.path(),
                        kept.content())
                : kept;
    }

    /** Those that stand alone on each of their days, in declared order; the others are problems. */
    List<V> apart(List<V> all) {
        Map<String, List<V>> byName = new LinkedHashMap<>();
        for (V version : all) {
            byName.computeIfAbsent(version.called(), name -> new ArrayList<>()).add(version);
        }
        List<V> kept = new ArrayList<>();
        byName.values().forEach(versions -> kept.addAll(apartOfOneName(versions)));
        return kept;
    }

    private List<V> apartOfOneName(List<V> versions) {
        List<V> seen = new ArrayList<>();
        Set<V> overlapping = new LinkedHashSet<>();
        for (V version : versions) {
            V whole = version;
            for (V other : List.copyOf(seen)) {
                if (!other.effective().overlaps(whole.effective())) {
                    continue;
                }
                if (same.test(other, whole)) {
                    whole = merge.apply(other, whole);
                    seen.remove(other);
                } else {
                    report(whole, other);
                    overlapping.add(other);
                    overlapping.add(whole);
                }
            }
            seen.add(whole);
        }
        overlapping.forEach(version -> declarations.reject(version.kind(), version.name(), version.origin()));
        seen.removeAll(overlapping);
        return seen;
    }

    private void report(V later, V earlier) {
        later.document()
                .problem(
                        later.namePath(),
                        later.called() + " stands twice for the same days: " + later.effective() + " here ("
                                + later.origin() + ") and " + earlier.effective() + " at " + earlier.origin()
                                + "; keep one, or set effectiveFrom and effectiveTo so that they do not overlap;"
                                + " neither is loaded");
    }
}
