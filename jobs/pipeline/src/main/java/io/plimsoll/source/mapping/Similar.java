package io.plimsoll.source.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.unsafe.types.UTF8String;

/** Finds the name that somebody probably meant. */
final class Similar {

    private static final int FARTHEST = 2;
    private static final int LETTERS_PER_SLIP = 3;

    private Similar() {}

    /** The nearest name within two slips, and no more than one in three letters; empty when none is that near. */
    static Optional<String> to(String name, Collection<String> known) {
        int allowed = Math.min(FARTHEST, name.length() / LETTERS_PER_SLIP);
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= allowed)
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    }

    private static int distance(String a, String b) {
        return UTF8String.fromString(a.toLowerCase(Locale.ROOT))
                .levenshteinDistance(UTF8String.fromString(b.toLowerCase(Locale.ROOT)));
    }
}
