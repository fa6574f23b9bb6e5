package io.plimsoll.catalog;

import io.plimsoll.config.YamlDocument;

/** Something that can stand several times under one name, with dates that do not overlap. */
interface Versioned {

    /** The kind of its document. */
    String kind();

    /** Its name. */
    String name();

    /** When it is in force. */
    Effective effective();

    /** The document that declares it. */
    YamlDocument document();

    /** The keys that lead to its name. */
    default String namePath() {
        return "metadata.name";
    }

    /** Where its declaration begins. */
    default Origin origin() {
        return new Origin(document().file(), document().line());
    }

    /** As it stands in messages, {@code SLO 'checkout'}. */
    default String called() {
        return kind() + " '" + name() + "'";
    }
}
