package io.plimsoll.run;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Partitions of a table that must be recomputed, and why.
 *
 * @param partitions values of the partition column; empty for the whole table
 * @param reason what changed, in words
 */
public record Touched(Optional<NavigableSet<LocalDate>> partitions, String reason) {

    /** The whole table. */
    public static Touched everything(String reason) {
        return new Touched(Optional.empty(), reason);
    }

    /** No partition. */
    public static Touched nothing() {
        return only(new TreeSet<>(), "");
    }

    /** Some partitions, or nothing when there are none. */
    public static Touched only(NavigableSet<LocalDate> partitions, String reason) {
        return new Touched(Optional.of(partitions), reason);
    }

    /** Whether there is nothing to do. */
    public boolean isNothing() {
        return partitions.map(NavigableSet::isEmpty).orElse(false);
    }

    /** This and the other together. */
    public Touched and(Touched other) {
        if (isNothing()) {
            return other;
        }
        if (other.isNothing()) {
            return this;
        }
        return new Touched(union(partitions, other.partitions), reason + "; " + other.reason);
    }

    private static Optional<NavigableSet<LocalDate>> union(
            Optional<NavigableSet<LocalDate>> left, Optional<NavigableSet<LocalDate>> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        NavigableSet<LocalDate> both = new TreeSet<>(left.get());
        both.addAll(right.get());
        return Optional.of(both);
    }
}
