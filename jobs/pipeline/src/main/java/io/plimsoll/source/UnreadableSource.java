package io.plimsoll.source;

import io.plimsoll.config.Secrets;

/** A database does not answer, a table is not there, files cannot be listed. The message is for a person. */
public final class UnreadableSource extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int MOST_CAUSES = 20;

    private UnreadableSource(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * @param what the sentence up to the reason
     * @param failure the driver's own words lie deepest in it
     */
    static UnreadableSource because(String what, Exception failure) {
        Throwable deepest = failure;
        for (int depth = 0; deepest.getCause() != null && depth < MOST_CAUSES; depth++) {
            deepest = deepest.getCause();
        }
        String said = Secrets.ofProcess()
                .redact(String.valueOf(deepest.getMessage()).lines().findFirst().orElse(""));
        String reason =
                deepest instanceof ClassNotFoundException ? "its driver " + said + " is not on the class path" : said;
        return new UnreadableSource(what + " (" + reason + ")", failure);
    }
}
