package io.plimsoll.silver;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

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

/** One row an indicator, tool and UTC day. */
public final class SliDay implements Table {

    public static final String NAME = "silver.sli_day";

    public static final Field SLI_ID = Field.required("sli_id", StringType, "the indicator's name");
    public static final Field TOOL = Field.required("tool", StringType, "the tool that measured it");
    public static final Field DAY = Field.required("day", DateType, "UTC", "the day");
    public static final Field GOOD =
            Field.optional("good", LongType, "events", "good events; null for an indicator that measures a value");
    public static final Field TOTAL =
            Field.optional("total", LongType, "events", "all events; null for an indicator that measures a value");
    public static final Field BAD_SLOTS =
            Field.required("bad_slots", LongType, "slots", "slots with at least one bad event");
    public static final Field SLOTS = Field.required("slots", LongType, "slots", "slots received");

    private static final TableContract CONTRACT = TableContract.of(NAME, "One row an indicator, tool and UTC day")
            .withFields(SLI_ID, TOOL, DAY, GOOD, TOTAL, BAD_SLOTS, SLOTS)
            .withKey(SLI_ID, TOOL, DAY)
            .withPartitions(DAY);

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(SliSample.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.byDay();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        return inputs.table(SliSample.NAME)
                .where(parameters.wanted(DAY.col()))
                .groupBy(SLI_ID.col(), TOOL.col(), DAY.col())
                .agg(
                        sum(SliSample.GOOD.col()).as(GOOD.name()),
                        sum(SliSample.TOTAL.col()).as(TOTAL.name()),
                        count_if(SliSample.GOOD.col().lt(SliSample.TOTAL.col())).as(BAD_SLOTS.name()),
                        count(lit(1)).as(SLOTS.name()))
                .select(CONTRACT.fields().stream().map(Field::col).toArray(Column[]::new));
    }
}
