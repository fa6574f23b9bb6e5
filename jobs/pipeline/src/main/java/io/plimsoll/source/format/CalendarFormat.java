package io.plimsoll.source.format;

import io.plimsoll.source.landing.Content;
import io.plimsoll.source.landing.Opened;
import io.plimsoll.source.landing.UnreadableFile;
import java.io.IOException;
import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * iCalendar (RFC 5545). A record is one occurrence of an event with the columns {@code uid}, {@code occurrence_id} (the uid; for
 * a repeating event followed by the instant at which the occurrence was to begin), {@code summary}, {@code description},
 * {@code location}, {@code categories}, {@code status}, {@code starts_at}, {@code ends_at}, {@code created_at}. Repetition
 * without an end is followed for two years after the last DTSTART or UNTIL of the file. A cancelled occurrence stays a record
 * with the status CANCELLED, so that it can replace what was delivered before.
 */
public final class CalendarFormat implements Format {

    static final StructType COLUMNS = new StructType()
            .add("uid", DataTypes.StringType)
            .add("occurrence_id", DataTypes.StringType)
            .add("summary", DataTypes.StringType)
            .add("description", DataTypes.StringType)
            .add("location", DataTypes.StringType)
            .add("categories", DataTypes.StringType)
            .add("status", DataTypes.StringType)
            .add("starts_at", DataTypes.TimestampType)
            .add("ends_at", DataTypes.TimestampType)
            .add("created_at", DataTypes.TimestampType);

    private static final StructType RECORD = COLUMNS.add(Records.BROKEN, DataTypes.StringType);

    @Override
    public Content inspect(Opened file, Request request) throws IOException, UnreadableFile {
        CalendarFile.check(file.uncompressed(), request.zone());
        return Content.of(COLUMNS);
    }

    @Override
    public Dataset<Row> records(SparkSession session, Reading reading) {
        ZoneId zone = reading.request().zone();
        return WholeFiles.read(session, reading, file -> CalendarFile.records(file, zone), RECORD);
    }

    @Override
    public Column raw(Reading reading) {
        return ParquetFormat.asJson(COLUMNS);
    }
}
