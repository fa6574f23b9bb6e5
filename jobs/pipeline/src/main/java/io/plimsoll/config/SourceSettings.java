package io.plimsoll.config;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One source of a feed's rows.
 *
 * @param name unique in the workspace; becomes {@code tool} where the feed has one
 * @param feed the feed that the rows belong to, one of {@link Feeds#ALL}
 * @param format one of {@link Formats#ALL}
 * @param path files below the workspace, with wildcards; empty where the format needs none (jdbc)
 * @param options the reader's own options; secrets in them are still {@code ${env:NAME}}
 * @param columns feed column to expression, in the order of the settings; empty when the files carry the feed's own names
 * @param where condition on the file's columns; rows that do not fulfil it are not read
 * @param zone zone of times without one; empty for the workspace's zone
 * @param maxRejected greatest share of rejected rows, in [0,1], that is still in order
 * @param replaceFolder whether each folder holds a run of a billing period, the newest of which stands
 * @param incrementalColumn column by which a database or table is read on from where the last reading ended; empty to read all
 * @param file the settings file
 * @param line line of the source in the settings file, counted from 1
 */
public record SourceSettings(
        String name,
        String feed,
        String format,
        String path,
        Map<String, String> options,
        Map<String, MappedColumn> columns,
        Optional<String> where,
        Optional<ZoneId> zone,
        BigDecimal maxRejected,
        boolean replaceFolder,
        Optional<String> incrementalColumn,
        String file,
        int line) {

    /** Copies what it is given, in its order. */
    public SourceSettings {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }
}
