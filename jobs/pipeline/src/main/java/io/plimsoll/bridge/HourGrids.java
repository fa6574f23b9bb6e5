package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.udf;

import io.plimsoll.statistics.timeline.HourGrid;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** {@link HourGrid} of two zones as a column. */
public final class HourGrids {

    private static final UserDefinedFunction SECONDS =
            udf((UDF2<String, String, Long>) HourGrids::seconds, DataTypes.LongType);

    /** A zone's rules are read once, not once a row. */
    private static final Map<List<String>, Long> KNOWN = new ConcurrentHashMap<>();

    private HourGrids() {}

    /** Seconds of the cells that lie across no full hour of either zone (IANA): 3600 or 900. */
    public static Column seconds(Column zone, Column otherZone) {
        return SECONDS.apply(zone, otherZone);
    }

    private static Long seconds(String zone, String otherZone) {
        return KNOWN.computeIfAbsent(
                List.of(zone, otherZone), zones -> HourGrid.seconds(ZoneId.of(zones.get(0)), ZoneId.of(zones.get(1))));
    }
}
