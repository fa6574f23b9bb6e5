package io.plimsoll.silver.catalogue;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.Indicator;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** One row an indicator (OpenSLO SLI, inline ones too) and version of it. */
public final class IndicatorTable {

    public static final String NAME = "silver.indicator";

    public static final Field SLI_ID = Field.required("sli_id", StringType, "the indicator's name");
    public static final Field MEASURE = Field.required("measure", StringType, "counts, value or state");
    public static final Field RESOLUTION_SECONDS =
            Field.required("resolution_seconds", LongType, "s", "grid on which its slots are expected");
    public static final Field OUTCOME =
            Field.optional("outcome", StringType, "technical or outcome; null when the catalogue does not say");
    public static final Field IS_SYNTHETIC =
            Field.required("is_synthetic", BooleanType, "whether a synthetic check measures it");
    public static final Field TOOL = Field.optional(
            "tool",
            StringType,
            "the tool that the catalogue names as the record; null for the first source that has it");
    public static final Field EFFECTIVE_FROM =
            Field.optional("effective_from", DateType, "first day on which this version is in force; null for always");
    public static final Field EFFECTIVE_TO = Field.optional(
            "effective_to", DateType, "first day on which it no longer is; null for until further notice");

    /** The table's declaration. */
    public static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an indicator and version: how it is measured")
            .withFields(SLI_ID, MEASURE, RESOLUTION_SECONDS, OUTCOME, IS_SYNTHETIC, TOOL, EFFECTIVE_FROM, EFFECTIVE_TO)
            .withKey(SLI_ID, EFFECTIVE_FROM);

    /** The catalogue's indicators as rows of this table. */
    public static List<Row> rows(Catalog catalog) {
        return catalog.indicators().stream().map(IndicatorTable::row).toList();
    }

    private static Row row(Indicator indicator) {
        return RowFactory.create(
                indicator.sliId(),
                indicator.measure().word(),
                indicator.resolutionSeconds(),
                indicator
                        .outcome()
                        .map(outcome -> outcome.name().toLowerCase(Locale.ROOT))
                        .orElse(null),
                indicator.synthetic(),
                indicator.tool().orElse(null),
                indicator.effective().from().orElse(null),
                indicator.effective().to().orElse(null));
    }

    private IndicatorTable() {}
}
