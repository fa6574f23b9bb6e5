package io.plimsoll.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;
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
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * One row a stretch of one state of an indicator as one tool saw it, cut at UTC midnight so that a late event touches only the
 * days it changes. A stretch begins with an event and lasts until the next, the last one until the run's date. An event whose
 * {@code previous_state} is UNKNOWN says that the stretch before it was not watched: that stretch is UNKNOWN. Any other
 * contradiction leaves the state last seen. What was before the first event stands in {@link SliRecord}.
 */
public final class StateInterval implements Table {

    public static final String NAME = "silver.state_interval";

    public static final Field SLI_ID = Field.required("sli_id", StringType, "the indicator's name in the catalogue");
    public static final Field TOOL = Field.required("tool", StringType, "the tool that saw it");
    public static final Field STATE = Field.required("state", StringType, "OK, PROBLEM or UNKNOWN (not watched)");
    public static final Field FROM_AT =
            Field.required("from_at", TimestampType, "UTC", "start of the stretch within the day");
    public static final Field TO_AT =
            Field.required("to_at", TimestampType, "UTC", "end of the stretch within the day");
    public static final Field SINCE_AT = Field.required(
            "since_at",
            TimestampType,
            "UTC",
            "the event with which the whole stretch began, on this or an earlier day");
    public static final Field DAY = Field.required("day", DateType, "UTC", "day of from_at");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a stretch of one state of an indicator as one tool saw it, cut at UTC midnight")
            .withFields(SLI_ID, TOOL, STATE, FROM_AT, TO_AT, SINCE_AT, DAY)
            .withKey(SLI_ID, TOOL, FROM_AT)
            .withChecks(
                    new Check("ends_after_start", "to_at > from_at", "a stretch ends after it starts"),
                    new Check("state_known", "state IN ('OK', 'PROBLEM', 'UNKNOWN')", "a state is one of the three"))
            .withPartitions(DAY);

    private static final String EVENTS = "silver.state_change";

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(EVENTS);
    }

    @Override
    public Recompute recompute() {
        return Recompute.byDay();
    }

    @Override
    public boolean dependsOnAsOf() {
        return true;
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Column end = lit(parameters.asOfInstant());
        return cutAtMidnight(
                        stretches(inputs.table(EVENTS).where(col("changed_at").lt(end)), end))
                .where(parameters.wanted(DAY.col()))
                .select(CONTRACT.columns());
    }

    private static Dataset<Row> stretches(Dataset<Row> events, Column end) {
        WindowSpec history = Window.partitionBy(SLI_ID.col(), TOOL.col()).orderBy("changed_at");
        Column unwatched = coalesce(lead(col("previous_state"), 1).over(history).equalTo("UNKNOWN"), lit(false));
        return events.select(
                SLI_ID.col(),
                TOOL.col(),
                when(unwatched, "UNKNOWN").otherwise(col("state")).as(STATE.name()),
                col("changed_at").as(SINCE_AT.name()),
                coalesce(lead(col("changed_at"), 1).over(history), end).as("until_at"));
    }

    private static Dataset<Row> cutAtMidnight(Dataset<Row> stretches) {
        Column lastDay = to_date(expr("until_at - INTERVAL 1 MICROSECOND"));
        return stretches
                .withColumn(DAY.name(), explode(sequence(to_date(SINCE_AT.col()), lastDay)))
                .withColumn(FROM_AT.name(), greatest(SINCE_AT.col(), DAY.col().cast(TimestampType)))
                .withColumn(
                        TO_AT.name(),
                        least(col("until_at"), date_add(DAY.col(), 1).cast(TimestampType)));
    }
}
