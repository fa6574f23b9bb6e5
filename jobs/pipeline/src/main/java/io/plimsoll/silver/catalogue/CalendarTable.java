package io.plimsoll.silver.catalogue;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.LocalRange;
import io.plimsoll.catalog.ServiceCalendar;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** One row a calendar of service hours and version of it. */
public final class CalendarTable {

    public static final String NAME = "silver.calendar";

    public static final Field CALENDAR = Field.required("calendar", StringType, "the calendar's name");
    public static final Field ZONE = Field.required("zone", StringType, "its time zone (IANA)");
    public static final Field WEEKLY = Field.required(
            "weekly",
            createArrayType(
                    new StructType()
                            .add("weekday", IntegerType, false)
                            .add("from_second", IntegerType, false)
                            .add("to_second", IntegerType, false),
                    false),
            "open hours: weekday 1 = Monday .. 7, local seconds of the day, 86400 = end of day");
    public static final Field HOLIDAYS =
            Field.required("holidays", createArrayType(DateType, false), "local days on which it is closed");
    public static final Field EFFECTIVE_FROM =
            Field.optional("effective_from", DateType, "first day on which this version is in force; null for always");
    public static final Field EFFECTIVE_TO = Field.optional(
            "effective_to", DateType, "first day on which it no longer is; null for until further notice");

    /** The table's declaration. */
    public static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a calendar and version: when service is promised")
            .withFields(CALENDAR, ZONE, WEEKLY, HOLIDAYS, EFFECTIVE_FROM, EFFECTIVE_TO)
            .withKey(CALENDAR, EFFECTIVE_FROM);

    /** The catalogue's calendars as rows of this table. */
    public static List<Row> rows(Catalog catalog) {
        return catalog.calendars().stream().map(CalendarTable::row).toList();
    }

    private static Row row(ServiceCalendar calendar) {
        return RowFactory.create(
                calendar.name(),
                calendar.zone().getId(),
                weekly(calendar.weekly()),
                calendar.holidays().stream().sorted().toList(),
                calendar.effective().from().orElse(null),
                calendar.effective().to().orElse(null));
    }

    private static List<Row> weekly(Map<DayOfWeek, List<LocalRange>> weekly) {
        List<Row> hours = new ArrayList<>();
        new TreeMap<>(weekly)
                .forEach((day, ranges) -> ranges.forEach(
                        range -> hours.add(RowFactory.create(day.getValue(), range.fromSecond(), range.toSecond()))));
        return hours;
    }

    private CalendarTable() {}
}
