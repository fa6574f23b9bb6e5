package io.plimsoll.gold.strategy;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.objectives.AgreementScope;
import io.plimsoll.gold.objectives.Versions;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import io.plimsoll.silver.catalogue.StandardTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * One row an objective in force on the day before the run's date and standard definition that is for it: whether it is defined as
 * the enterprise defines such objectives, and each field in which it is not. Objectives that no standard is for have one row that
 * says so. Windows of equal length are equal however they are written: 4 weeks are 28 days, a month is not 30.
 */
public final class DefinitionConformance implements Table {

    public static final String NAME = "gold.definition_conformance";

    public static final Field OBJECTIVE_ID = ObjectiveTable.OBJECTIVE_ID;
    public static final Field STANDARD_ID =
            Field.optional("standard_id", StringType, "the standard's name; null when none is for the objective");
    public static final Field STATUS = Field.required("status", StringType, "CONFORMS, DEVIATES or NO_STANDARD");
    public static final Field FIELDS_ASKED = Field.required(
            "fields_asked", IntegerType, "fields", "how many fields the standard asks for; 0 without one");
    public static final Field DEVIATIONS = Field.required(
            "deviations",
            createArrayType(
                    new StructType()
                            .add("field", StringType, false)
                            .add("standard", StringType, true)
                            .add("actual", StringType, true),
                    false),
            "each field that is not as the standard asks: what it asks, what the objective or its indicator says (null for nothing)");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME,
                    "One row an objective and standard that is for it: whether it is defined as the standard asks")
            .withFields(
                    OBJECTIVE_ID,
                    ObjectiveTable.SERVICE_ID,
                    ObjectiveTable.SLI_ID,
                    STANDARD_ID,
                    STATUS,
                    FIELDS_ASKED,
                    DEVIATIONS,
                    AgreementScope.AS_OF)
            .withKey(OBJECTIVE_ID, STANDARD_ID)
            .withChecks(
                    new Check(
                            "status_follows_from_deviations",
                            "(status = 'DEVIATES') = (size(deviations) > 0)",
                            "what deviates says where"),
                    new Check(
                            "no_standard_asks_nothing",
                            "(status = 'NO_STANDARD') = (standard_id IS NULL)",
                            "without a standard there is no verdict"));

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(ObjectiveTable.NAME, IndicatorTable.NAME, ServiceTable.NAME, StandardTable.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.whole();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> standards =
                Versions.inForce(inputs.table(StandardTable.NAME), parameters).drop("effective_from", "effective_to");
        return objectives(inputs, parameters)
                .join(standards, isFor(), "left")
                .withColumn(
                        "asked",
                        filter(asked(), each -> each.getField("standard").isNotNull()))
                .withColumn(
                        FIELDS_ASKED.name(),
                        when(STANDARD_ID.col().isNull(), lit(0)).otherwise(size(col("asked"))))
                .withColumn(DEVIATIONS.name(), deviations())
                .withColumn(STATUS.name(), status())
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    private static Dataset<Row> objectives(Inputs inputs, Parameters parameters) {
        Dataset<Row> indicators = Versions.inForce(inputs.table(IndicatorTable.NAME), parameters)
                .select(
                        IndicatorTable.SLI_ID.col(),
                        IndicatorTable.MEASURE.col(),
                        IndicatorTable.OUTCOME.col(),
                        IndicatorTable.RESOLUTION_SECONDS.col());
        Dataset<Row> services = Versions.inForce(inputs.table(ServiceTable.NAME), parameters)
                .select(ServiceTable.SERVICE_ID.col(), ServiceTable.CRITICALITY.col(), ServiceTable.ENVIRONMENT.col());
        return Versions.inForce(inputs.table(ObjectiveTable.NAME), parameters)
                .join(indicators, Names.of(ObjectiveTable.SLI_ID), "inner")
                .join(services, Names.of(ObjectiveTable.SERVICE_ID), "left");
    }

    private static Column isFor() {
        return isAny(StandardTable.FOR_MEASURE, IndicatorTable.MEASURE)
                .and(isAny(StandardTable.FOR_OUTCOME, IndicatorTable.OUTCOME))
                .and(isOneOf(StandardTable.FOR_CRITICALITIES, ServiceTable.CRITICALITY))
                .and(isOneOf(StandardTable.FOR_ENVIRONMENTS, ServiceTable.ENVIRONMENT));
    }

    private static Column isAny(Field wanted, Field actual) {
        return wanted.col().isNull().or(coalesce(wanted.col().equalTo(actual.col()), lit(false)));
    }

    /** What is undeclared is none of the wanted. */
    private static Column isOneOf(Field wanted, Field actual) {
        return size(wanted.col()).equalTo(0).or(array_contains(wanted.col(), coalesce(actual.col(), lit(""))));
    }

    private static Column asked() {
        return array(
                asked("budgetingMethod", StandardTable.METHOD.col(), ObjectiveTable.METHOD.col()),
                asked(
                        "timeSliceWindow",
                        seconds(StandardTable.TIME_SLICE_SECONDS),
                        seconds(ObjectiveTable.TIME_SLICE_SECONDS)),
                asked(
                        "timeWindow",
                        length(StandardTable.WINDOW_COUNT, StandardTable.WINDOW_UNIT),
                        length(ObjectiveTable.WINDOW_COUNT, ObjectiveTable.WINDOW_UNIT)),
                asked("windowKind", StandardTable.WINDOW_KIND.col(), ObjectiveTable.WINDOW_KIND.col()),
                asked(
                        "resolutionSeconds",
                        seconds(StandardTable.COARSEST_RESOLUTION_SECONDS),
                        seconds(IndicatorTable.RESOLUTION_SECONDS),
                        IndicatorTable.RESOLUTION_SECONDS.col().leq(StandardTable.COARSEST_RESOLUTION_SECONDS.col())),
                asked(
                        "target",
                        StandardTable.LOWEST_TARGET.col().cast(StringType),
                        ObjectiveTable.TARGET.col().cast(StringType),
                        ObjectiveTable.TARGET.col().geq(StandardTable.LOWEST_TARGET.col())));
    }

    private static Column asked(String field, Column standard, Column actual) {
        return asked(field, standard, actual, standard.eqNullSafe(actual));
    }

    private static Column asked(String field, Column standard, Column actual, Column isKept) {
        return struct(lit(field).as("field"), standard.as("standard"), actual.as("actual"), isKept.as("is_kept"));
    }

    private static Column seconds(Field seconds) {
        return when(seconds.col().isNotNull(), concat_ws(" ", seconds.col(), lit("s")));
    }

    /** A length in days where it is whole days, in its own unit otherwise. */
    private static Column length(Field count, Field unit) {
        Column days = when(unit.col().equalTo("week"), count.col().multiply(7))
                .when(
                        unit.col().equalTo("hour").and(count.col().mod(24).equalTo(0)),
                        count.col().divide(24).cast(IntegerType));
        return when(
                count.col().isNotNull(),
                concat_ws(
                        " ",
                        coalesce(days, count.col()),
                        when(days.isNotNull(), lit("day")).otherwise(unit.col())));
    }

    private static Column deviations() {
        Column broken = filter(col("asked"), each -> each.getField("is_kept").equalTo(false));
        return transform(
                broken,
                each -> struct(
                        each.getField("field").as("field"),
                        each.getField("standard").as("standard"),
                        each.getField("actual").as("actual")));
    }

    private static Column status() {
        return when(STANDARD_ID.col().isNull(), "NO_STANDARD")
                .when(size(DEVIATIONS.col()).gt(0), "DEVIATES")
                .otherwise("CONFORMS");
    }
}
