package io.plimsoll.silver.catalogue;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.catalog.AlertCondition;
import io.plimsoll.catalog.AlertPolicy;
import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.Effective;
import io.plimsoll.catalog.Objective;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One row an objective and alert policy of its SLO, in the order in which the SLO names them: the most severe first. */
public final class BudgetPolicyTable {

    public static final String NAME = "silver.budget_policy";

    /** A longer lookback window would need more history than a night can read again. */
    public static final Duration LONGEST_LOOKBACK = Duration.ofDays(31);

    public static final Field OBJECTIVE_ID = ObjectiveTable.OBJECTIVE_ID;
    public static final Field POLICY = Field.required("policy", StringType, "the alert policy's name");
    public static final Field POSITION = Field.required(
            "position", IntegerType, "place among the SLO's policies, from 0; the first that holds counts");
    public static final Field STATE = Field.optional(
            "state", StringType, "state of the budget policy while it holds; null for a policy that only alerts");
    public static final Field ACTION =
            Field.optional("action", StringType, "what to do in that state; null when the catalogue does not say");
    public static final Field SEVERITY =
            Field.optional("severity", StringType, "word of its condition, such as page; null without a condition");
    public static final Field OP = Field.optional(
            "op",
            StringType,
            "comparison of the burn rate with the threshold (lt, lte, gt, gte); null without a condition");
    public static final Field THRESHOLD =
            Field.optional("threshold", createDecimalType(18, 6), "burn rate; null without a condition");
    public static final Field LOOKBACK_SECONDS = Field.optional(
            "lookback_seconds",
            LongType,
            "s",
            "the long window; null without a condition, for calendar units and for more than 31 days, which are not evaluated");
    public static final Field AFTER_SECONDS =
            Field.optional("after_seconds", LongType, "s", "how long it must last; null for at once");
    public static final Field REMAINING_BELOW = Field.optional(
            "remaining_below",
            createDecimalType(9, 6),
            "ratio",
            "share of the budget below which the state holds whatever burns; null for the burn condition alone");
    public static final Field EFFECTIVE_FROM = Field.optional(
            "effective_from", DateType, "first day on which objective and policy are in force; null for always");
    public static final Field EFFECTIVE_TO = Field.optional(
            "effective_to", DateType, "first day on which one no longer is; null for until further notice");

    /** The table's declaration. */
    public static final TableContract CONTRACT = TableContract.of(
                    NAME,
                    "One row an objective, alert policy of its SLO and version: when its budget is in which state")
            .withFields(
                    OBJECTIVE_ID,
                    POLICY,
                    POSITION,
                    STATE,
                    ACTION,
                    SEVERITY,
                    OP,
                    THRESHOLD,
                    LOOKBACK_SECONDS,
                    AFTER_SECONDS,
                    REMAINING_BELOW,
                    EFFECTIVE_FROM,
                    EFFECTIVE_TO)
            .withKey(OBJECTIVE_ID, POLICY, EFFECTIVE_FROM);

    /** The catalogue's budget policies as rows of this table. */
    public static List<Row> rows(Catalog catalog) {
        List<Row> rows = new ArrayList<>();
        for (Objective objective : catalog.objectives()) {
            for (int position = 0; position < objective.alertPolicies().size(); position++) {
                add(rows, catalog, objective, position);
            }
        }
        return rows;
    }

    private static void add(List<Row> rows, Catalog catalog, Objective objective, int position) {
        String name = objective.alertPolicies().get(position);
        for (AlertPolicy policy : catalog.alertPolicies()) {
            if (policy.name().equals(name) && policy.effective().overlaps(objective.effective())) {
                Effective effective = policy.effective().common(objective.effective());
                rows.add(row(objective, policy, position, condition(catalog, policy, effective), effective));
            }
        }
    }

    /** OpenSLO allows a policy one condition. */
    private static Optional<AlertCondition> condition(Catalog catalog, AlertPolicy policy, Effective effective) {
        return catalog.alertConditions().stream()
                .filter(condition -> policy.conditions().contains(condition.name())
                        && condition.effective().overlaps(effective))
                .findFirst();
    }

    private static Row row(
            Objective objective,
            AlertPolicy policy,
            int position,
            Optional<AlertCondition> condition,
            Effective effective) {
        return RowFactory.create(
                objective.objectiveId(),
                policy.name(),
                position,
                policy.state().orElse(null),
                policy.action().orElse(null),
                condition.map(AlertCondition::severity).orElse(null),
                condition.map(each -> each.op().word()).orElse(null),
                condition.map(AlertCondition::threshold).orElse(null),
                condition
                        .flatMap(each -> each.lookbackWindow().fixed())
                        .filter(lookback -> lookback.compareTo(LONGEST_LOOKBACK) <= 0)
                        .map(Duration::toSeconds)
                        .orElse(null),
                condition
                        .flatMap(AlertCondition::alertAfter)
                        .flatMap(after -> after.fixed())
                        .map(Duration::toSeconds)
                        .orElse(null),
                policy.remainingBelow().orElse(null),
                effective.from().orElse(null),
                effective.to().orElse(null));
    }

    private BudgetPolicyTable() {}
}
