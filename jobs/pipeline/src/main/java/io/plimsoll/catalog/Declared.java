package io.plimsoll.catalog;

import io.plimsoll.config.YamlDocument;

/**
 * An entry as its document declares it, before references are followed.
 *
 * @param kind the kind of its document
 * @param entry what is declared
 * @param document where
 * @param path the keys that lead to it; empty when the document is its declaration
 * @param content what it says, for comparison with others of its name
 */
record Declared<E extends Entry>(String kind, E entry, YamlDocument document, String path, String content)
        implements Versioned {

    @Override
    public String name() {
        return entry.name();
    }

    @Override
    public Effective effective() {
        return entry.effective();
    }

    @Override
    public Origin origin() {
        return entry.origin();
    }

    @Override
    public String namePath() {
        return isInline() ? path + ".metadata.name" : "metadata.name";
    }

    /** Whether it is declared inside another document. */
    boolean isInline() {
        return !path.isEmpty();
    }

    Declared<E> with(E changed) {
        return new Declared<>(kind, changed, document, path, content);
    }
}
