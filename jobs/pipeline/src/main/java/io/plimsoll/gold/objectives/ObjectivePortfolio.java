package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
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
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a service in force on the day before the run's date: what is measured of it, and whether that says what the customer
 * got (outcome) or only how the machinery did. An indicator of which the catalogue does not say so counts as technical.
 */
public final class ObjectivePortfolio implements Table {

    public static final String NAME = "gold.objective_portfolio";

    public static final Field OBJECTIVES =
            Field.required("objectives", LongType, "objectives", "objectives on the service");
    public static final Field TECHNICAL_INDICATORS = Field.required(
            "technical_indicators", LongType, "indicators", "indicators that only say how the machinery did");
    public static final Field OUTCOME_INDICATORS =
            Field.required("outcome_indicators", LongType, "indicators", "indicators that say what the customer got");
    public static final Field SYNTHETIC_INDICATORS = Field.required(
            "synthetic_indicators", LongType, "indicators", "indicators that a synthetic check measures");
    public static final Field OUTCOME_IN_PEAK = Field.required(
            "outcome_in_peak",
            LongType,
            "objectives",
            "objectives on outcome indicators with a figure in their own peak hours (peak_attainment)");
    public static final Field SLAS =
            Field.required("slas", createArrayType(StringType, false), "SLAs on the service, sorted");
    public static final Field IS_ONLY_TECHNICAL = Field.required(
            "is_only_technical", BooleanType, "whether it is measured, and no indicator says what the customer got");
    public static final Field IS_UNMEASURED =
            Field.required("is_unmeasured", BooleanType, "whether no objective stands on the service");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a service: what is measured of it, outcome or only technical")
            .withFields(
                    ServiceTable.SERVICE_ID,
                    ServiceTable.CRITICALITY,
                    ServiceTable.TEAM_ID,
                    ServiceTable.BUSINESS_UNIT,
                    ServiceTable.JOURNEY_STAGE,
                    OBJECTIVES,
                    TECHNICAL_INDICATORS,
                    OUTCOME_INDICATORS,
                    SYNTHETIC_INDICATORS,
                    OUTCOME_IN_PEAK,
                    SLAS,
                    IS_ONLY_TECHNICAL,
                    IS_UNMEASURED,
                    AgreementScope.AS_OF)
            .withKey(ServiceTable.SERVICE_ID)
            .withChecks(new Check(
                    "technical_or_outcome",
                    "NOT (is_only_technical AND outcome_indicators > 0)",
                    "a service with an outcome indicator is not measured only technically"));

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(
                ServiceTable.NAME, ObjectiveTable.NAME, IndicatorTable.NAME, AgreementTable.NAME, PeakAttainment.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.whole();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        return Versions.inForce(inputs.table(ServiceTable.NAME), parameters)
                .join(measured(inputs, parameters), Names.of(ServiceTable.SERVICE_ID), "left")
                .join(slas(inputs, parameters), Names.of(ServiceTable.SERVICE_ID), "left")
                .join(inPeak(inputs.table(PeakAttainment.NAME)), Names.of(ServiceTable.SERVICE_ID), "left")
                .withColumn(OBJECTIVES.name(), zeroIfNone(OBJECTIVES))
                .withColumn(TECHNICAL_INDICATORS.name(), zeroIfNone(TECHNICAL_INDICATORS))
                .withColumn(OUTCOME_INDICATORS.name(), zeroIfNone(OUTCOME_INDICATORS))
                .withColumn(SYNTHETIC_INDICATORS.name(), zeroIfNone(SYNTHETIC_INDICATORS))
                .withColumn(OUTCOME_IN_PEAK.name(), zeroIfNone(OUTCOME_IN_PEAK))
                .withColumn(SLAS.name(), coalesce(SLAS.col(), expr("array()")))
                .withColumn(
                        IS_ONLY_TECHNICAL.name(),
                        OBJECTIVES.col().gt(0).and(OUTCOME_INDICATORS.col().equalTo(0)))
                .withColumn(IS_UNMEASURED.name(), OBJECTIVES.col().equalTo(0))
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    private static Dataset<Row> measured(Inputs inputs, Parameters parameters) {
        Dataset<Row> indicators = Versions.inForce(inputs.table(IndicatorTable.NAME), parameters)
                .select(
                        IndicatorTable.SLI_ID.col(),
                        coalesce(IndicatorTable.OUTCOME.col().equalTo("outcome"), lit(false))
                                .as("is_outcome"),
                        IndicatorTable.IS_SYNTHETIC.col());
        Column sli = ObjectiveTable.SLI_ID.col();
        return Versions.inForce(inputs.table(ObjectiveTable.NAME), parameters)
                .join(indicators, Names.of(ObjectiveTable.SLI_ID), "inner")
                .groupBy(ObjectiveTable.SERVICE_ID.col())
                .agg(
                        count_distinct(ObjectiveTable.OBJECTIVE_ID.col()).as(OBJECTIVES.name()),
                        count_distinct(when(col("is_outcome").unary_$bang(), sli))
                                .as(TECHNICAL_INDICATORS.name()),
                        count_distinct(when(col("is_outcome"), sli)).as(OUTCOME_INDICATORS.name()),
                        count_distinct(when(IndicatorTable.IS_SYNTHETIC.col(), sli))
                                .as(SYNTHETIC_INDICATORS.name()));
    }

    private static Dataset<Row> slas(Inputs inputs, Parameters parameters) {
        return Versions.inForce(inputs.table(AgreementTable.NAME), parameters)
                .where(AgreementTable.TYPE.col().equalTo("SLA"))
                .groupBy(AgreementTable.SERVICE_ID.col())
                .agg(array_sort(collect_set(AgreementTable.AGREEMENT_ID.col())).as(SLAS.name()));
    }

    private static Dataset<Row> inPeak(Dataset<Row> peaks) {
        return peaks.where(PeakAttainment.IS_OUTCOME
                        .col()
                        .and(PeakAttainment.ATTAINED_PEAK.col().isNotNull()))
                .groupBy(ObjectiveTable.SERVICE_ID.col())
                .agg(count_distinct(PeakAttainment.OBJECTIVE_ID.col()).as(OUTCOME_IN_PEAK.name()));
    }

    private static Column zeroIfNone(Field count) {
        return coalesce(count.col(), lit(0L));
    }
}
