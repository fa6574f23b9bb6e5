package io.plimsoll.source.mapping;

import io.plimsoll.config.SourceSettings;
import io.plimsoll.source.feed.Feed;
import java.util.List;

/**
 * A source's way from its files' columns to its feed, checked against files that have the same columns.
 *
 * @param source the settings
 * @param feed the feed
 * @param cells the mapped columns; a column of the feed that is not among them is null
 */
public record Mapping(SourceSettings source, Feed feed, List<Cell> cells) {

    /** The feed's column that names the tool; rows that do not say it carry the source's name. */
    static final String TOOL = "tool";

    /** Copies the list. */
    public Mapping {
        cells = List.copyOf(cells);
    }
}
