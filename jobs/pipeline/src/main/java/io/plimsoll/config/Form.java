package io.plimsoll.config;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How the text of a value is read. It works on the text as written, so that no value passes through a binary double.
 *
 * @param <T> what the text means
 */
public final class Form<T> {

    private final boolean plainOnly;
    private final Function<String, Reading<T>> reader;

    private Form(boolean plainOnly, Function<String, Reading<T>> reader) {
        this.plainOnly = plainOnly;
        this.reader = reader;
    }

    /** A form that reads with a function; the value may stand in quotes. */
    public static <T> Form<T> of(Function<String, Reading<T>> reader) {
        return new Form<>(false, reader);
    }

    /** Reads a text. */
    public Reading<T> read(String text) {
        return reader.apply(text);
    }

    boolean plainOnly() {
        return plainOnly;
    }

    /** The same form, where quotes would make another value of it, as they make text of a number in JSON. */
    public Form<T> unquoted() {
        return new Form<>(true, reader);
    }

    /**
     * The same form, for values that fulfil a condition.
     *
     * @param complaint follows the quoted text: {@code is not in [0,1]; write a ratio such as 0.999}
     */
    public Form<T> where(Predicate<T> condition, String complaint) {
        return new Form<>(plainOnly, text -> {
            Reading<T> read = read(text);
            boolean fails =
                    read.value().isPresent() && !condition.test(read.value().get());
            return fails ? Reading.wrong("'" + text + "' " + complaint) : read;
        });
    }

    /** The same form with another meaning. */
    public <R> Form<R> map(Function<T, R> meaning) {
        return new Form<>(plainOnly, text -> {
            Reading<T> read = read(text);
            return new Reading<>(read.value().map(meaning), read.complaint());
        });
    }
}
