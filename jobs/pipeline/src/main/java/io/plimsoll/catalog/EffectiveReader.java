package io.plimsoll.catalog;

import io.plimsoll.config.Forms;
import io.plimsoll.config.YamlMap;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the days on which a version is in force. */
final class EffectiveReader {

    static final String FROM = "effectiveFrom";
    static final String TO = "effectiveTo";

    private EffectiveReader() {}

    /** Those of a Plimsoll specification. */
    static Effective read(YamlMap spec) {
        return read(spec, FROM, TO).orElse(Effective.ALWAYS);
    }

    /** Those of two keys; empty when neither is written. */
    static Optional<Effective> read(YamlMap map, String fromKey, String toKey) {
        Optional<LocalDate> from = map.value(fromKey, Forms.DATE);
        Optional<LocalDate> to = map.value(toKey, Forms.DATE);
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            map.problem(
                    toKey,
                    "'" + to.get() + "' is not after " + fromKey + " '" + from.get()
                            + "'; it is the first day on which the version is no longer in force");
        }
        return from.isPresent() || to.isPresent() ? Optional.of(new Effective(from, to)) : Optional.empty();
    }
}
