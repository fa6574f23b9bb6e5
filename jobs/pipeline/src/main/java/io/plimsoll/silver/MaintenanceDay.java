package io.plimsoll.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a maintenance window and UTC day that it touches, up to the run's date. A window that comes or changes concerns its
 * own days: a reader by day recomputes those and not its whole history.
 */
public final class MaintenanceDay implements Table {

    public static final String NAME = "silver.maintenance_day";

    public static final Field WINDOW_ID = Field.required("window_id", StringType, "the window's number");
    public static final Field SCOPE =
            Field.required("scope", StringType, "the service, component (service/component) or indicator concerned");
    public static final Field KIND = Field.optional(
            "kind", StringType, "planned, emergency, force_majeure or customer_caused; null when not said");
    public static final Field FROM_AT =
            Field.required("from_at", TimestampType, "UTC", "start of the window within the day");
    public static final Field TO_AT = Field.required("to_at", TimestampType, "UTC", "end of the window within the day");
    public static final Field DAY = Field.required("day", DateType, "UTC", "the day");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a maintenance window and UTC day that it touches")
            .withFields(WINDOW_ID, SCOPE, KIND, FROM_AT, TO_AT, DAY)
            .withKey(WINDOW_ID, DAY)
            .withChecks(new Check("ends_after_start", "to_at > from_at", "a part of a window ends after it starts"))
            .withPartitions(DAY);

    private static final String WINDOWS = "silver.maintenance_window";

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(WINDOWS);
    }

    /** Of the whole only the days that differ are written. */
    @Override
    public Recompute recompute() {
        return Recompute.whole();
    }

    @Override
    public boolean dependsOnAsOf() {
        return true;
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Column asOf = lit(parameters.asOfInstant());
        Column lastDay = to_date(expr("ends_at - INTERVAL 1 MICROSECOND"));
        return inputs.table(WINDOWS)
                .where(col("starts_at").lt(asOf))
                .withColumn("ends_at", least(col("ends_at"), asOf))
                .withColumn(DAY.name(), explode(sequence(to_date(col("starts_at")), lastDay)))
                .withColumn(FROM_AT.name(), greatest(col("starts_at"), DAY.col().cast(TimestampType)))
                .withColumn(
                        TO_AT.name(),
                        least(col("ends_at"), date_add(DAY.col(), 1).cast(TimestampType)))
                .select(CONTRACT.columns());
    }
}
