package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_seconds;

import io.plimsoll.statistics.timeline.BudgetWindow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** An objective's window as it stands at the end of a day; see {@link BudgetWindow}. */
public final class BudgetWindows {

    private static final StructType WINDOW = new StructType()
            .add("window_start", DataTypes.TimestampType, false)
            .add("window_end", DataTypes.TimestampType, false);

    private static final UserDefinedFunction WINDOW_OF = udf((UDF1<Row, Row>) BudgetWindows::window, WINDOW);

    private BudgetWindows() {}

    /**
     * A struct of window_start and window_end.
     *
     * @param kind rolling or calendar
     * @param unit minute to year
     * @param count length in units
     * @param anchor start of some calendar window; null for a rolling one
     * @param zone IANA zone of day and units
     * @param day local day at whose end the window is looked at
     * @param asOf the run's instant
     */
    public static Column of(
            Column kind, Column unit, Column count, Column anchor, Column zone, Column day, Column asOf) {
        return WINDOW_OF.apply(struct(
                kind.as("kind"),
                unit.as("unit"),
                count.as("count"),
                unix_seconds(anchor).as("anchor"),
                zone.as("zone"),
                unix_date(day).as("day"),
                unix_seconds(asOf).as("as_of")));
    }

    private static Row window(Row terms) {
        BudgetWindow.Unit unit =
                BudgetWindow.Unit.valueOf(terms.<String>getAs("unit").toUpperCase(Locale.ROOT));
        ZoneId zone = ZoneId.of(terms.getAs("zone"));
        LocalDate day = LocalDate.ofEpochDay(terms.<Integer>getAs("day"));
        int count = terms.<Integer>getAs("count");
        long asOf = terms.<Long>getAs("as_of");
        BudgetWindow window = terms.<String>getAs("kind").equals("rolling")
                ? BudgetWindow.rolling(count, unit, day, zone, asOf)
                : BudgetWindow.calendar(count, unit, terms.<Long>getAs("anchor"), day, zone, asOf);
        return RowFactory.create(Instant.ofEpochSecond(window.from()), Instant.ofEpochSecond(window.to()));
    }
}
