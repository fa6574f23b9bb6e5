package io.plimsoll.source.format;

import io.plimsoll.config.SourceSettings;
import io.plimsoll.source.landing.Landing;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A format whose source is one table, which can be read on from where the last reading ended. */
public interface TableFormat extends Format {

    /** The whole table as it is now. */
    Dataset<Row> table(SparkSession session, Landing landing, SourceSettings source);
}
