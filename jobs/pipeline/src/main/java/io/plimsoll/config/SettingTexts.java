package io.plimsoll.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the options of a source and the settings of Spark, whose secrets stand as {@code ${env:NAME}}. */
final class SettingTexts {

    private final Environment environment;

    SettingTexts(Environment environment) {
        this.environment = environment;
    }

    /** Keys and texts in the order of the file; variables are not replaced. */
    Map<String, String> read(YamlMap map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.entries().forEach((key, value) -> {
            // An empty text is an option of its own: no quote character, say.
            value.as(Forms.TEXT).ifPresent(text -> {
                check(map, key, text);
                texts.put(key, text);
            });
        });
        return texts;
    }

    private void check(YamlMap map, String key, String text) {
        if (Secrets.isInClear(key, text)) {
            map.problem(key, "holds a secret in clear; write ${env:NAME} and set the environment variable NAME");
        }
        List<String> variables = Secrets.variables(text);
        if (variables.isEmpty() && text.contains("${env")) {
            map.problem(key, "'" + text + "' is not ${env:NAME} with a name of letters, digits and underscores");
        }
        for (String variable : variables) {
            if (environment.value(variable).isEmpty()) {
                map.problem(key, "the environment variable " + variable + " is not set; set it before the start");
            }
        }
    }
}
