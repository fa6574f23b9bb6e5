package io.plimsoll.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets stand in settings only as {@code ${env:NAME}}. The settings keep that text; it is resolved where it is used, and
 * whatever is printed afterwards passes through {@link #redact}.
 */
public final class Secrets {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)\\}");
    private static final Pattern SECRET_KEY = Pattern.compile(
            ".*(password|passwd|passphrase|pwd|secret|token|credential|api[._-]?key|access[._-]?key|account[._-]?key).*");
    private static final Pattern SECRET_IN_URL = Pattern.compile(
            "//[^/@:\\s]+:[^/@\\s]+@|[?&;](password|pwd|token|secret)=(?!\\$\\{env:)[^&;\\s]+",
            Pattern.CASE_INSENSITIVE);

    private static final Secrets OF_PROCESS = new Secrets(Environment.ofProcess());

    private final Environment environment;
    private final Map<String, String> resolved = new ConcurrentHashMap<>();

    /** Secrets that are taken from the variables of this process; what one part resolved, every part can redact. */
    public static Secrets ofProcess() {
        return OF_PROCESS;
    }

    /** Secrets that are taken from an environment. */
    public Secrets(Environment environment) {
        this.environment = environment;
    }

    /**
     * The text with every {@code ${env:NAME}} replaced.
     *
     * @throws IllegalStateException naming the variable when it is not set
     */
    public String resolve(String text) {
        return REFERENCE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match.group(1))));
    }

    private String value(String name) {
        String value = environment
                .value(name)
                .orElseThrow(() -> new IllegalStateException("the environment variable " + name + " is not set"));
        if (!value.isEmpty()) {
            resolved.put(name, value);
        }
        return value;
    }

    /** The text with every value that was resolved so far replaced by its {@code ${env:NAME}}. */
    public String redact(String text) {
        List<Map.Entry<String, String>> longestFirst = new ArrayList<>(resolved.entrySet());
        longestFirst.sort(Comparator.comparingInt(
                        (Map.Entry<String, String> entry) -> entry.getValue().length())
                .reversed());
        String redacted = text;
        for (Map.Entry<String, String> secret : longestFirst) {
            redacted = redacted.replace(secret.getValue(), "${env:" + secret.getKey() + "}");
        }
        return redacted;
    }

    /** The names of the variables that a text refers to, in its order. */
    static List<String> variables(String text) {
        return REFERENCE.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** Whether a text holds a secret in clear. */
    static boolean isInClear(String key, String text) {
        boolean named = SECRET_KEY.matcher(key.toLowerCase(Locale.ROOT)).matches();
        return (named && variables(text).isEmpty())
                || SECRET_IN_URL.matcher(REFERENCE.matcher(text).replaceAll("")).find();
    }
}
