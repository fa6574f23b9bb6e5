package io.plimsoll.catalog;

import java.util.Optional;

/**
 * The metadata of a document.
 *
 * @param name empty when it is missing or wrong, which is a problem then
 * @param displayName empty when none is given
 * @param annotations those with Plimsoll's prefix
 */
record Metadata(Optional<String> name, Optional<String> displayName, Annotations annotations) {}
