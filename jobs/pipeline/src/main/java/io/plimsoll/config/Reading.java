package io.plimsoll.config;

import java.util.Optional;

/**
 * What came of reading a text.
 *
 * @param value the value; empty when the text is wrong
 * @param complaint what is wrong with the text and what to write; empty when it is right
 */
public record Reading<T>(Optional<T> value, String complaint) {

    /** A text that is right. */
    public static <T> Reading<T> of(T value) {
        return new Reading<>(Optional.of(value), "");
    }

    /** A text that is wrong. */
    public static <T> Reading<T> wrong(String complaint) {
        return new Reading<>(Optional.empty(), complaint);
    }
}
