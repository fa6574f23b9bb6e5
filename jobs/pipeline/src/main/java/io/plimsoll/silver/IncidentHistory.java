package io.plimsoll.silver;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.source.feed.Feed;
import io.plimsoll.source.feed.Feeds;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;

/**
 * One row a state in which an incident was recorded, in the order of its updates: every delivery that says something else than
 * the one before it. The last row is the incident's truth and equals its row in {@code silver.incident}.
 */
public final class IncidentHistory implements Table {

    public static final String NAME = "silver.incident_history";

    private static final Feed INCIDENT = Feeds.named("incident").orElseThrow();
    private static final Field REVISION =
            Field.required("revision", DataTypes.IntegerType, "1 for the first recorded state, ascending");
    private static final Field IS_LAST =
            Field.required("is_last", DataTypes.BooleanType, "whether it is the incident's truth");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a state in which an incident was recorded, in the order of its updates")
            .withFields(INCIDENT.fields())
            .withFields(REVISION, IS_LAST)
            .withKey(INCIDENT.field("incident_id").orElseThrow(), REVISION);

    private static final String DELIVERIES = "bronze.incident";

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(DELIVERIES);
    }

    @Override
    public Recompute recompute() {
        return Recompute.whole();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        WindowSpec oldestFirst = Window.partitionBy("incident_id").orderBy(Deliveries.oldestFirst());
        Dataset<Row> deliveries = inputs.table(DELIVERIES).withColumn("said", said());
        Dataset<Row> changes = deliveries
                .withColumn("before", lag(col("said"), 1).over(oldestFirst))
                .where(coalesce(col("said").notEqual(col("before")), lit(true)));
        return changes.withColumn(REVISION.name(), row_number().over(oldestFirst))
                .withColumn(IS_LAST.name(), lead(lit(1), 1).over(oldestFirst).isNull())
                .select(CONTRACT.columns());
    }

    /** Everything that a delivery says of the incident, in a form that can be compared. */
    private static Column said() {
        List<Column> columns = new ArrayList<>();
        for (Field field : INCIDENT.fields()) {
            boolean isMap = field.equals(Feed.ATTRIBUTES);
            columns.add(isMap ? array_sort(map_entries(field.col())).as(field.name()) : field.col());
        }
        return struct(columns.toArray(Column[]::new));
    }
}
