package io.plimsoll.source.format;

import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.plimsoll.contract.Field;
import io.plimsoll.source.feed.Feed;
import io.plimsoll.source.landing.Content;
import io.plimsoll.source.landing.Opened;
import io.plimsoll.source.landing.UnreadableFile;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;

/**
 * Responses of Prometheus' {@code query_range}. A record is a sample with the columns {@code metric MAP<STRING,STRING>} (its
 * labels), {@code measured_at TIMESTAMP}, {@code value DOUBLE}, and {@code good}, {@code total DOUBLE}: where two series differ
 * only in the label {@code count} ({@code good} or {@code total}) they make one record and {@code value} is null. Without
 * {@code columns}, a feed's text columns are the labels of the same name, and counts are rounded, since {@code increase()}
 * extrapolates.
 */
public final class PrometheusFormat implements Format {

    static final StructType COLUMNS = new StructType()
            .add("metric", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType))
            .add("measured_at", DataTypes.TimestampType)
            .add("value", DataTypes.DoubleType)
            .add("good", DataTypes.DoubleType)
            .add("total", DataTypes.DoubleType);

    @Override
    public Content inspect(Opened file, Request request) throws IOException, UnreadableFile {
        try {
            PrometheusResponse.check(file.uncompressed());
        } catch (JsonProcessingException failure) {
            throw JsonRecords.unreadable(failure);
        }
        return Content.of(COLUMNS);
    }

    @Override
    public Dataset<Row> records(SparkSession session, Reading reading) {
        return WholeFiles.read(session, reading, PrometheusResponse::records, COLUMNS)
                .withColumn(Records.BROKEN, lit(null).cast(DataTypes.StringType));
    }

    @Override
    public Column raw(Reading reading) {
        return ParquetFormat.asJson(COLUMNS);
    }

    @Override
    public Map<String, String> ownColumns(Feed feed, StructType columns) {
        Map<String, String> own = new LinkedHashMap<>();
        for (Field field : feed.fields()) {
            if (List.of("good", "total").contains(field.name())) {
                own.put(field.name(), "round(" + field.name() + ")");
            } else if (List.of("measured_at", "value").contains(field.name())) {
                own.put(field.name(), field.name());
            } else if (field.type() instanceof StringType) {
                own.put(field.name(), "metric['" + field.name() + "']");
            }
        }
        return own;
    }
}
