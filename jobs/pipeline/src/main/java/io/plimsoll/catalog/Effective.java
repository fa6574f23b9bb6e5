package io.plimsoll.catalog;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which a version is in force, {@code [from, to)}. In an agreement they are local days of its zone.
 *
 * @param from first day; empty for always before
 * @param to first day on which it no longer is in force; empty for until further notice
 */
public record Effective(Optional<LocalDate> from, Optional<LocalDate> to) {

    /** In force on every day. */
    public static final Effective ALWAYS = new Effective(Optional.empty(), Optional.empty());

    /** Whether a day is in it. */
    public boolean contains(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && to.map(day::isBefore).orElse(true);
    }

    /** Whether some day is in both. */
    public boolean overlaps(Effective other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Effective other) {
        return from.isEmpty() || other.to.isEmpty() || from.get().isBefore(other.to.get());
    }

    /** The days that are in both; only of stretches that overlap. */
    public Effective common(Effective other) {
        return new Effective(
                later(from, other.from),
                to.isPresent() && other.to.isPresent()
                        ? to.filter(mine -> mine.isBefore(other.to.get())).or(() -> other.to)
                        : to.or(() -> other.to));
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isPresent() && other.isPresent()
                ? one.filter(mine -> mine.isAfter(other.get())).or(() -> other)
                : one.or(() -> other);
    }

    /** The shortest stretch that holds both. */
    Effective span(Effective other) {
        return new Effective(
                from.flatMap(mine -> other.from.map(theirs -> mine.isBefore(theirs) ? mine : theirs)),
                to.flatMap(mine -> other.to.map(theirs -> mine.isAfter(theirs) ? mine : theirs)));
    }

    /** As it stands in messages, {@code [2026-01-01, …)}. */
    @Override
    public String toString() {
        return equals(ALWAYS) ? "always" : stretch();
    }

    private String stretch() {
        return "[" + from.map(LocalDate::toString).orElse("…") + ", "
                + to.map(LocalDate::toString).orElse("…") + ")";
    }
}
