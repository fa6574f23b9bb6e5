package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.Names;
import io.plimsoll.silver.catalogue.BudgetPolicyTable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The state of an error budget on a day. Of the policies that the SLO names, in its order, the first with a state whose burn
 * condition held at some time of the day, or below whose share the budget has fallen; where none holds, the budget itself says.
 */
final class BudgetPolicy {

    static final Field STATE = Field.required(
            "policy_state",
            StringType,
            "the state that a policy of the catalogue declares, else HEALTHY (budget is left), EXHAUSTED (none is, or something was bad under a target of 1), NO_TRAFFIC (nothing to judge)");
    static final Field ACTION = Field.optional(
            "policy_action",
            StringType,
            "what the budget policy says to do in this state; null when it does not say, or there is none");
    static final Field BURNING = Field.required(
            "burning",
            createArrayType(StringType, false),
            "alert policies whose burn condition held at some time of the day (gold.burn_alert), sorted");

    private static final String POLICIES = "policies";
    private static final String HOLDING = "holding_policy";

    private BudgetPolicy() {}

    /**
     * Days with state, action and what burnt.
     *
     * @param days rows of objective_id, day, zone, budget, bad and total
     * @param alerts rows of {@link BurnAlert}
     * @param policies rows of {@link BudgetPolicyTable}
     */
    static Dataset<Row> withState(Dataset<Row> days, Dataset<Row> alerts, Dataset<Row> policies) {
        return days.join(burning(days, alerts), Names.of(ErrorBudget.OBJECTIVE_ID, ErrorBudget.DAY), "left")
                .join(declared(policies), Names.of(ErrorBudget.OBJECTIVE_ID), "left")
                .withColumn(BURNING.name(), coalesce(BURNING.col(), array().cast(BURNING.type())))
                .withColumn(HOLDING, try_element_at(filter(policiesInForce(), BudgetPolicy::holds), lit(1)))
                .withColumn(STATE.name(), coalesce(col(HOLDING).getField("state"), ownState()))
                .withColumn(ACTION.name(), col(HOLDING).getField("action"));
    }

    /** A local day is at most a UTC day away from the days of the alerts that fall on it. */
    private static Dataset<Row> burning(Dataset<Row> days, Dataset<Row> alerts) {
        Dataset<Row> bounds = days.select(
                ErrorBudget.OBJECTIVE_ID.col(),
                ErrorBudget.DAY.col(),
                to_utc_timestamp(ErrorBudget.DAY.col().cast(TimestampType), ObjectiveHour.ZONE.col())
                        .as("day_from"),
                to_utc_timestamp(date_add(ErrorBudget.DAY.col(), 1).cast(TimestampType), ObjectiveHour.ZONE.col())
                        .as("day_to"));
        Dataset<Row> held = alerts.withColumnRenamed(BurnAlert.DAY.name(), "alert_day");
        return bounds.join(held, Names.of(ErrorBudget.OBJECTIVE_ID), "inner")
                .where(col("alert_day")
                        .between(date_sub(ErrorBudget.DAY.col(), 1), date_add(ErrorBudget.DAY.col(), 1))
                        .and(BurnAlert.FROM_AT.col().lt(col("day_to")))
                        .and(BurnAlert.TO_AT.col().gt(col("day_from"))))
                .groupBy(ErrorBudget.OBJECTIVE_ID.col(), ErrorBudget.DAY.col())
                .agg(array_sort(collect_set(BurnAlert.POLICY.col())).as(BURNING.name()));
    }

    private static Dataset<Row> declared(Dataset<Row> policies) {
        return policies.where(BudgetPolicyTable.STATE.col().isNotNull())
                .groupBy(ErrorBudget.OBJECTIVE_ID.col())
                .agg(array_sort(collect_list(struct(
                                BudgetPolicyTable.POSITION.col(),
                                BudgetPolicyTable.POLICY.col(),
                                BudgetPolicyTable.STATE.col(),
                                BudgetPolicyTable.ACTION.col(),
                                BudgetPolicyTable.REMAINING_BELOW.col(),
                                BudgetPolicyTable.EFFECTIVE_FROM.col(),
                                BudgetPolicyTable.EFFECTIVE_TO.col())))
                        .as(POLICIES));
    }

    private static Column policiesInForce() {
        return filter(col(POLICIES), policy -> {
            Column begun = coalesce(ErrorBudget.DAY.col().geq(policy.getField("effective_from")), lit(true));
            return begun.and(coalesce(ErrorBudget.DAY.col().lt(policy.getField("effective_to")), lit(true)));
        });
    }

    private static Column holds(Column policy) {
        Column burns = array_contains(BURNING.col(), policy.getField("policy"));
        return burns.or(coalesce(isBelow(policy.getField("remaining_below")), lit(false)));
    }

    /** {@code (budget − bad) / budget < share}, without dividing. */
    private static Column isBelow(Column share) {
        Column mayBeSpent = lit(1).minus(share).cast(createDecimalType(10, 6));
        Column spent = ErrorBudget.BUDGET.col().cast(createDecimalType(27, 9)).multiply(mayBeSpent);
        return ErrorBudget.BUDGET.col().gt(0).and(ErrorBudget.BAD.col().gt(spent));
    }

    private static Column ownState() {
        return when(ErrorBudget.TOTAL.col().equalTo(0), "NO_TRAFFIC")
                .when(ErrorBudget.BAD.col().gt(0).and(ErrorBudget.BAD.col().geq(ErrorBudget.BUDGET.col())), "EXHAUSTED")
                .otherwise("HEALTHY");
    }
}
