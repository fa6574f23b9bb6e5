package io.plimsoll.silver.catalogue;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.plimsoll.catalog.Automation;
import io.plimsoll.catalog.Catalog;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One row an automation and version of it: when it acts, on what, and how much it can do. */
public final class AutomationTable {

    public static final String NAME = "silver.automation";

    public static final Field AUTOMATION_ID = Field.required("automation_id", StringType, "the automation's name");
    public static final Field CONDITION = Field.optional("condition", StringType, "when it acts; null when undeclared");
    public static final Field SCOPE =
            Field.optional("scope", StringType, "the service or component that it acts on; null when undeclared");
    public static final Field IMPACT = Field.optional(
            "impact", StringType, "low, medium or high: what a false trigger can do; null when undeclared");
    public static final Field IS_GATED =
            Field.required("is_gated", BooleanType, "whether a person must approve each run");
    public static final Field EFFECTIVE_FROM =
            Field.optional("effective_from", DateType, "first day on which this version is in force; null for always");
    public static final Field EFFECTIVE_TO = Field.optional(
            "effective_to", DateType, "first day on which it no longer is; null for until further notice");

    /** The table's declaration. */
    public static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an automation and version: when it acts, on what, and how much it can do")
            .withFields(AUTOMATION_ID, CONDITION, SCOPE, IMPACT, IS_GATED, EFFECTIVE_FROM, EFFECTIVE_TO)
            .withKey(AUTOMATION_ID, EFFECTIVE_FROM);

    private AutomationTable() {}

    /** The catalogue's automations as rows of this table. */
    public static List<Row> rows(Catalog catalog) {
        return catalog.entries(Automation.class).stream()
                .map(AutomationTable::row)
                .toList();
    }

    private static Row row(Automation automation) {
        return RowFactory.create(
                automation.name(),
                automation.condition().orElse(null),
                automation.scope().orElse(null),
                automation
                        .impact()
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                automation.gated(),
                automation.effective().from().orElse(null),
                automation.effective().to().orElse(null));
    }
}
