package io.plimsoll.cli;

import java.util.Optional;
import org.apache.spark.SparkThrowable;
import org.apache.spark.SparkThrowableHelper;
import org.jspecify.annotations.Nullable;

/** What Spark says of a person's query, as far as it is for that person: no plan, no trace. */
final class QueryError {

    private static final String MARKED_QUERY = "== SQL";
    private static final int LINES = 6;

    private QueryError() {}

    /** The person's error; empty when the failure is not the query's fault. */
    static Optional<UserError> of(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkThrowable known && isForThePerson(known.getCondition())) {
                return Optional.of(new UserError("the query cannot be answered: " + text(known, cause)));
            }
        }
        return Optional.empty();
    }

    private static boolean isForThePerson(@Nullable String condition) {
        return condition != null && !SparkThrowableHelper.isInternalError(condition);
    }

    private static String text(SparkThrowable known, Throwable cause) {
        if ("TABLE_OR_VIEW_NOT_FOUND".equals(known.getCondition())) {
            String name = known.getMessageParameters()
                    .getOrDefault("relationName", "")
                    .replace("`", "");
            return "there is no table " + name + "; 'plimsoll tables' lists them";
        }
        String message = String.valueOf(cause.getMessage()).strip();
        int marked = message.indexOf(MARKED_QUERY);
        String shown = marked < 0 ? message.lines().findFirst().orElse("") : message;
        return String.join("\n", shown.lines().limit(LINES).toList()).strip().replaceFirst(";$", "");
    }
}
