package io.plimsoll.source.format;

import io.plimsoll.config.SourceSettings;
import java.time.ZoneId;
import java.util.Set;

/**
 * What a source wants of its files.
 *
 * @param source its settings
 * @param zone zone of times that do not say theirs
 * @param bare columns that the mapping uses by their name alone; they are read as text where the format has no types
 * @param computed columns that the mapping uses inside expressions; they are read as what they are
 */
public record Request(SourceSettings source, ZoneId zone, Set<String> bare, Set<String> computed) {

    /** A reader's option, whatever the case of its name; the default when it is not set. */
    public String option(String name, String otherwise) {
        return source.options().entrySet().stream()
                .filter(option -> option.getKey().equalsIgnoreCase(name))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}
