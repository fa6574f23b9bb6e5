package io.plimsoll.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known word that a person most likely meant. */
public final class Nearest {

    private static final int LEAST_TOLERANCE = 2;
    private static final int LETTERS_A_SLIP = 3;

    private Nearest() {}

    /**
     * The nearest of the known words by edit distance without regard to case, the first of several.
     *
     * @return empty when even the nearest differs in more than a third of its letters (two are always tolerated)
     */
    public static Optional<String> of(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> distance(word, candidate) <= tolerance(candidate));
    }

    /** A phrase for an error message: {@code ; did you mean 'x'?}, or nothing when no known word is near. */
    public static String suggestion(String word, Collection<String> known) {
        return of(word, known)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("");
    }

    private static int tolerance(String candidate) {
        return Math.max(LEAST_TOLERANCE, candidate.length() / LETTERS_A_SLIP);
    }

    /** Levenshtein distance of the lower-case words. */
    static int distance(String left, String right) {
        String from = left.toLowerCase(Locale.ROOT);
        String to = right.toLowerCase(Locale.ROOT);
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, Math.min(above[column], current[column - 1]) + 1);
            }
            above = current;
        }
        return above[to.length()];
    }
}
