package io.plimsoll.lake;

import io.plimsoll.contract.TableContract;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.FileAction;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.immutable.Map;

/**
 * What a table's commits between two versions touched, as Delta's own log tells it.
 *
 * @param dates partitions with added or removed data; empty when the table has no date partition or the log does not reach
 *     back, so that everything must be taken as changed
 */
public record PartitionChanges(Optional<NavigableSet<LocalDate>> dates) {

    /** Everything may have changed. */
    public static PartitionChanges everything() {
        return new PartitionChanges(Optional.empty());
    }

    /** What either touched. */
    public PartitionChanges and(PartitionChanges other) {
        if (dates.isEmpty() || other.dates.isEmpty()) {
            return everything();
        }
        NavigableSet<LocalDate> both = new TreeSet<>(dates.get());
        both.addAll(other.dates.get());
        return new PartitionChanges(Optional.of(both));
    }

    static PartitionChanges between(
            SparkSession session, String path, TableContract contract, long afterVersion, long toVersion) {
        if (afterVersion == Lake.ABSENT || contract.partitionedBy().isEmpty()) {
            return everything();
        }
        String column = contract.partitionedBy().get(0);
        NavigableSet<LocalDate> dates = new TreeSet<>();
        Iterator<Tuple2<Object, scala.collection.immutable.Seq<Action>>> commits =
                DeltaLog.forTable(session, path).getChanges(afterVersion + 1, scala.Option.empty(), false);
        while (commits.hasNext()) {
            Tuple2<Object, scala.collection.immutable.Seq<Action>> commit = commits.next();
            if (((Number) commit._1()).longValue() <= toVersion) {
                addDates(commit._2(), column, dates);
            }
        }
        return new PartitionChanges(Optional.of(dates));
    }

    private static void addDates(
            scala.collection.immutable.Seq<Action> actions, String column, NavigableSet<LocalDate> dates) {
        Iterator<Action> each = actions.iterator();
        while (each.hasNext()) {
            if (each.next() instanceof FileAction file && file.dataChange()) {
                Map<String, String> values = file.partitionValues();
                if (values != null && values.get(column).isDefined()) {
                    dates.add(LocalDate.parse(values.get(column).get()));
                }
            }
        }
    }
}
