package io.plimsoll.config;

/**
 * One thing that is wrong in what a person wrote.
 *
 * @param file the file, relative to the workspace
 * @param line counted from 1
 * @param field the key that holds the wrong value, with the keys that lead to it; empty for the file itself
 * @param message what is wrong, which value, and what to do
 */
public record Problem(String file, int line, String field, String message) {

    /** One line for a person: {@code catalog/a.yaml:12: spec.objectives[0].target: '1.2' is not in [0,1); …}. */
    @Override
    public String toString() {
        String place = file + ":" + line + ": ";
        return field.isEmpty() ? place + message : place + field + ": " + message;
    }
}
