package io.plimsoll.silver;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.plimsoll.bridge.SliRollup;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row an indicator, tool and UTC hour in which at least one slot starts. Its histogram of values merges with those of other
 * hours, so that a quantile of any window is read from here and not from the slots. Files are sorted by indicator, tool and hour.
 */
public final class SliHour implements Table {

    public static final String NAME = "silver.sli_hour";

    public static final Field SLI_ID = Field.required("sli_id", StringType, "the indicator's name in the catalogue");
    public static final Field TOOL = Field.required("tool", StringType, "the tool that measured it");
    public static final Field HOUR_AT = Field.required("hour_at", TimestampType, "UTC", "start of the hour");
    public static final Field GOOD = SliFigures.GOOD;
    public static final Field TOTAL = SliFigures.TOTAL;
    public static final Field BAD_SLOTS = SliFigures.BAD_SLOTS;
    public static final Field SLOTS = SliFigures.SLOTS;
    public static final Field VALUE_COUNT = SliFigures.VALUE_COUNT;
    public static final Field VALUE_SUM = SliFigures.VALUE_SUM;
    public static final Field VALUE_MIN = SliFigures.VALUE_MIN;
    public static final Field VALUE_MAX = SliFigures.VALUE_MAX;
    public static final Field VALUE_HISTOGRAM = SliFigures.VALUE_HISTOGRAM;
    public static final Field DAY = Field.required("day", DateType, "UTC", "day of hour_at");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an indicator, tool and UTC hour in which a slot starts")
            .withFields(SLI_ID, TOOL, HOUR_AT)
            .withFields(SliFigures.ALL)
            .withFields(DAY)
            .withKey(SLI_ID, TOOL, HOUR_AT)
            .withChecks(SliFigures.CHECKS)
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
    public boolean isLarge() {
        return true;
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        return SliRollup.hours(inputs.table(SliSample.NAME).where(parameters.wanted(SliSample.DAY.col())))
                .withColumn(HOUR_AT.name(), col(SliRollup.START_AT))
                .withColumn(DAY.name(), to_date(col(SliRollup.START_AT)))
                .select(CONTRACT.columns());
    }
}
