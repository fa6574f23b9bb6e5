package io.plimsoll.silver;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.SourceTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * One row an indicator and tool that delivered it before the run's date: since when, and whether its figures are the record.
 * The record is the tool that the catalogue names, else the first source in the settings' order that has the indicator.
 */
public final class SliRecord implements Table {

    public static final String NAME = "silver.sli_record";

    public static final Field SLI_ID = Field.required("sli_id", StringType, "the indicator's name");
    public static final Field TOOL = Field.required("tool", StringType, "a tool that delivered it");
    public static final Field IS_RECORD = Field.required(
            "is_record", BooleanType, "whether this tool's figures decide; true for one tool an indicator");
    public static final Field FIRST_AT = Field.required(
            "first_at",
            TimestampType,
            "UTC",
            "first event of a state history; start of the first day with slots otherwise");
    public static final Field INITIAL_STATE = Field.optional(
            "initial_state",
            StringType,
            "state before the first event: its previous_state, or assumed (OK for want of any); null for indicators with slots");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an indicator and tool that delivered it: since when, and which is the record")
            .withFields(SLI_ID, TOOL, IS_RECORD, FIRST_AT, INITIAL_STATE)
            .withKey(SLI_ID, TOOL);

    private static final String EVENTS = "silver.state_change";

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(SliDay.NAME, EVENTS, IndicatorTable.NAME, SourceTable.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.whole();
    }

    /** A tool that began later, or an event still to come, decides nothing before the run's date. */
    @Override
    public boolean dependsOnAsOf() {
        return true;
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Column asOf = lit(parameters.asOfInstant());
        Dataset<Row> delivered = slots(inputs.table(SliDay.NAME)
                        .where(SliDay.DAY.col().cast(TimestampType).lt(asOf)))
                .unionByName(
                        histories(inputs.table(EVENTS).where(col("changed_at").lt(asOf))));
        Dataset<Row> named = inputs.table(IndicatorTable.NAME)
                .where(IndicatorTable.TOOL.col().isNotNull())
                .select(
                        IndicatorTable.SLI_ID.col(),
                        IndicatorTable.TOOL.col(),
                        lit(true).as("is_named"))
                .distinct();
        Dataset<Row> sources = inputs.table(SourceTable.NAME)
                .select(SourceTable.SOURCE.col().as(TOOL.name()), SourceTable.POSITION.col());
        return withRecord(delivered.join(named, Names.of(SLI_ID, TOOL), "left").join(sources, Names.of(TOOL), "left"))
                .select(CONTRACT.columns());
    }

    private static Dataset<Row> slots(Dataset<Row> days) {
        return days.groupBy(SLI_ID.col(), TOOL.col())
                .agg(min(SliDay.DAY.col()).cast(TimestampType).as(FIRST_AT.name()))
                .withColumn(INITIAL_STATE.name(), lit(null).cast(StringType));
    }

    private static Dataset<Row> histories(Dataset<Row> events) {
        return events.groupBy(SLI_ID.col(), TOOL.col())
                .agg(
                        min("changed_at").as(FIRST_AT.name()),
                        min_by(coalesce(col("previous_state"), lit("assumed")), col("changed_at"))
                                .as(INITIAL_STATE.name()));
    }

    private static Dataset<Row> withRecord(Dataset<Row> delivered) {
        Column first = row_number()
                .over(Window.partitionBy(SLI_ID.col())
                        .orderBy(
                                col("is_named").desc_nulls_last(),
                                SourceTable.POSITION.col().asc_nulls_last(),
                                TOOL.col()));
        return delivered.withColumn(IS_RECORD.name(), first.equalTo(1));
    }
}
