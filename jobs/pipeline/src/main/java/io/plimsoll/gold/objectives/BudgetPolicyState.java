package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
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

/** One row an objective and run of days with one state of its error budget: since when, until when, what the policy says to do. */
public final class BudgetPolicyState implements Table {

    public static final String NAME = "gold.budget_policy_state";

    public static final Field SINCE_DAY = Field.required(
            "since_day", DateType, "first local day of the state; the first day on record where it began before");
    public static final Field UNTIL_DAY = Field.required(
            "until_day", DateType, "first local day after it; the day after the last on record while it lasts");
    public static final Field IS_CURRENT =
            Field.required("is_current", BooleanType, "whether it is the state of the objective's last day on record");
    public static final Field DAYS = Field.required("days", LongType, "d", "local days in the state");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an objective and run of local days in one state of its error budget")
            .withFields(
                    ErrorBudget.OBJECTIVE_ID,
                    SINCE_DAY,
                    UNTIL_DAY,
                    IS_CURRENT,
                    DAYS,
                    BudgetPolicy.STATE,
                    BudgetPolicy.ACTION,
                    AgreementScope.AS_OF)
            .withKey(ErrorBudget.OBJECTIVE_ID, SINCE_DAY)
            .withChecks(new Check("ends_after_start", "until_day > since_day", "a state lasts at least a day"));

    private static final String RUN = "run";

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(ErrorBudget.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.whole();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> days = inputs.table(ErrorBudget.NAME);
        Dataset<Row> lastDays = days.groupBy(ErrorBudget.OBJECTIVE_ID.col())
                .agg(date_add(max(ErrorBudget.DAY.col()), 1).as("after_last"));
        return numbered(days)
                .groupBy(ErrorBudget.OBJECTIVE_ID.col(), col(RUN))
                .agg(
                        min(ErrorBudget.DAY.col()).as(SINCE_DAY.name()),
                        date_add(max(ErrorBudget.DAY.col()), 1).as(UNTIL_DAY.name()),
                        count(lit(1)).as(DAYS.name()),
                        first(BudgetPolicy.STATE.col()).as(BudgetPolicy.STATE.name()),
                        first(BudgetPolicy.ACTION.col()).as(BudgetPolicy.ACTION.name()))
                .join(lastDays, Names.of(ErrorBudget.OBJECTIVE_ID), "inner")
                .withColumn(IS_CURRENT.name(), UNTIL_DAY.col().equalTo(col("after_last")))
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    /** Days with the number of their run; a day without a row, or another state or action, begins a new one. */
    private static Dataset<Row> numbered(Dataset<Row> days) {
        WindowSpec history = Window.partitionBy(ErrorBudget.OBJECTIVE_ID.col()).orderBy(ErrorBudget.DAY.col());
        Column same = lag(BudgetPolicy.STATE.col(), 1)
                .over(history)
                .equalTo(BudgetPolicy.STATE.col())
                .and(lag(BudgetPolicy.ACTION.col(), 1).over(history).eqNullSafe(BudgetPolicy.ACTION.col()))
                .and(date_add(lag(ErrorBudget.DAY.col(), 1).over(history), 1).equalTo(ErrorBudget.DAY.col()));
        return days.withColumn(
                        "begins", when(coalesce(same, lit(false)), lit(0)).otherwise(lit(1)))
                .withColumn(RUN, sum("begins").over(history));
    }
}
