package io.plimsoll.bronze;

import static org.apache.spark.sql.functions.col;

import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.Lake;
import io.plimsoll.source.feed.Feeds;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * Bills of which each export run fills a folder of its own ({@code replace: folder}). Folders with the same parent are runs of
 * one export. Of the rows of one billing period ({@code BillingPeriodStart}) of one export only those of the newest run stand.
 * A run is as old as its oldest file; of two equally old the one whose name comes later is newer.
 */
final class FolderRuns {

    private static final String PERIOD = "BillingPeriodStart";

    private final Lake lake;
    private final String source;
    private final Map<String, Instant> startedAt = new HashMap<>();

    FolderRuns(Lake lake, String source, List<FileEntry> files) {
        this.lake = lake;
        this.source = source;
        for (FileEntry file : files) {
            if (file.modifiedAt() != null) {
                startedAt.merge(folder(file.path()), file.modifiedAt(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
    }

    /** Removes the rows of runs that a newer one replaces. */
    void removeReplaced() {
        TableContract billing = BronzeTables.of(Feeds.BILLING);
        List<Delivered> delivered = lake
                .read(billing)
                .where(col(BronzeTables.SOURCE.name()).equalTo(source))
                .select(BronzeTables.PATH.name(), PERIOD)
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> new Delivered(row.getString(0), instant(row)))
                .toList();
        Map<Instant, Set<String>> replaced = new HashMap<>();
        delivered.stream()
                .collect(Collectors.groupingBy(row -> List.of(folder(folder(row.path())), row.period())))
                .values()
                .forEach(runs -> runs.stream()
                        .filter(row -> !folder(row.path()).equals(newest(runs)))
                        .forEach(row -> replaced.computeIfAbsent(row.period(), each -> new TreeSet<>())
                                .add(row.path())));
        replaced.entrySet().stream()
                .map(old -> col(PERIOD)
                        .equalTo(old.getKey())
                        .and(col(BronzeTables.PATH.name()).isin(old.getValue().toArray())))
                .reduce(Column::or)
                .ifPresent(old -> lake.delete(
                        billing, col(BronzeTables.SOURCE.name()).equalTo(source).and(old)));
    }

    private record Delivered(String path, Instant period) {}

    private static Instant instant(Row row) {
        return Objects.requireNonNull(row.getAs(1));
    }

    private String newest(List<Delivered> runs) {
        return runs.stream()
                .map(row -> folder(row.path()))
                .max(Comparator.comparing((String folder) -> startedAt.getOrDefault(folder, Instant.EPOCH))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }
}
