package io.plimsoll.catalog;

import io.plimsoll.config.Form;
import io.plimsoll.config.Forms;
import io.plimsoll.config.YamlMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Plimsoll document from which a kind's own fields are read.
 *
 * @param name its name; empty text with a problem when it has none
 * @param displayName its title; empty when none is given
 * @param spec its specification
 */
record Body(String name, Optional<String> displayName, YamlMap spec, Effective effective, Origin origin) {

    private static final int LONGEST = 253;

    /** Names of what Plimsoll declares are the ids of other tools: any text without space at its ends. */
    static final Form<String> NAME = Forms.TEXT.where(
            text -> text.length() <= LONGEST
                    && text.equals(text.strip())
                    && text.chars().noneMatch(Character::isISOControl),
            "is not a name; write at most 253 characters, without space at the ends and without control characters");

    /** A weight. */
    static final Form<BigDecimal> NOT_NEGATIVE =
            Forms.DECIMAL.where(number -> number.signum() >= 0, "is negative; write a number from 0");

    /** A count of days, hours or minutes. */
    static final Form<Integer> NUMBER = Forms.COUNT
            .where(number -> number <= Integer.MAX_VALUE, "is not in [0,2147483647]; write a smaller number")
            .map(Long::intValue);

    /** Records the keys that are neither the kind's own nor those of every Plimsoll document. */
    void allow(String... own) {
        List<String> known = new ArrayList<>(List.of(own));
        known.addAll(List.of("title", "description", EffectiveReader.FROM, EffectiveReader.TO));
        spec.allow(known);
    }

    /** The title of the specification, else the display name of the metadata. */
    Optional<String> title() {
        return spec.text("title").or(() -> displayName);
    }
}
