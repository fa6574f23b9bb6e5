package io.plimsoll.source;

/** A table that a source reads does not answer, or is not what the settings say. The message is for a person. */
public final class UnreadableTable extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int MOST_CAUSES = 20;

    private UnreadableTable(String message, Throwable cause) {
        super(message, cause);
    }

    /** The driver's own words lie deepest. */
    static UnreadableTable because(Exception failure) {
        Throwable deepest = failure;
        for (int depth = 0; deepest.getCause() != null && depth < MOST_CAUSES; depth++) {
            deepest = deepest.getCause();
        }
        String said = String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
        String reason =
                deepest instanceof ClassNotFoundException ? "its driver " + said + " is not on the class path" : said;
        return new UnreadableTable("the table cannot be read (" + reason + ")", failure);
    }
}
