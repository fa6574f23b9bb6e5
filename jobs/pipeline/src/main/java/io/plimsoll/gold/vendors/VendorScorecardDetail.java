package io.plimsoll.gold.vendors;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.plimsoll.bridge.VendorScores;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.objectives.AgreementScope;
import io.plimsoll.gold.objectives.SlaCompliance;
import io.plimsoll.gold.objectives.SlaCredit;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.OrganisationTable;
import io.plimsoll.silver.catalogue.ScorecardSettingTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import io.plimsoll.statistics.scorecard.Dimension;
import io.plimsoll.statistics.scorecard.Scoring;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * One row a vendor, quarter, dimension and run's date: what is on record, item by item, and the score that it gives beside the other
 * vendors of the quarter ({@link Scoring}). A snapshot tells of the quarter of the run's date and of the one before. A vendor is
 * there when it provides a service on some day of the quarter.
 */
public final class VendorScorecardDetail implements Table {

    public static final String NAME = "gold.vendor_scorecard_detail";

    public static final Field VENDOR_ID = Field.required("vendor_id", StringType, "the vendor's name in the catalogue");
    public static final Field QUARTER_START =
            Field.required("quarter_start", DateType, "first local day of the quarter, in the organisation's zone");
    public static final Field QUARTER_END =
            Field.required("quarter_end", DateType, "first local day after the quarter");
    public static final Field IS_CLOSED =
            Field.required("is_closed", BooleanType, "whether the quarter's end is not after the run's date");
    public static final Field DIMENSION = Field.required(
            "dimension",
            StringType,
            "attainment, restoration, recurrence, punctuality, accuracy, disclosure, credits, cost or trend");
    public static final Field WEIGHT =
            Field.required("weight", DoubleType, "its weight in the score, relative to the other dimensions'");
    public static final Field SCORE = Field.required(
            "score", DoubleType, "ratio", "in [0,1], higher is better; shrunken towards the class of all vendors");
    public static final Field SCORE_LO =
            Field.required("score_lo", DoubleType, "ratio", "lower end of the score's central 95 % interval");
    public static final Field SCORE_HI =
            Field.required("score_hi", DoubleType, "ratio", "upper end of the score's central 95 % interval");
    public static final Field OWN_WEIGHT = Field.required(
            "own_weight",
            DoubleType,
            "ratio",
            "share of the score that the vendor's own record decides; 0 when it has none, the rest is the class's");
    public static final Field NUMERATOR = Field.optional(
            "numerator",
            DoubleType,
            "promises met, restorations in time, repeats, reports in time, reports that do not overstate, incidents disclosed, credits paid or offered, cost, promises met in the quarter before; null without a record or with units that cannot be added");
    public static final Field DENOMINATOR = Field.optional(
            "denominator",
            DoubleType,
            "verdicts, incidents, service-quarters of 90 days, reports due, reports compared, incidents on record, credits due, good units, verdicts of the quarter before; null like numerator");
    public static final Field OBSERVED = Field.optional(
            "observed", DoubleType, "numerator / denominator, before it is shrunken; null where that is not defined");
    public static final Field UNIT = Field.optional(
            "unit", StringType, "unit of a cost: currency and good hour or good event; null for the other dimensions");
    public static final Field INPUTS = Field.required(
            "inputs",
            createArrayType(
                    new StructType()
                            .add("item", StringType, false)
                            .add("numerator", DoubleType, false)
                            .add("denominator", DoubleType, false)
                            .add("observed", DoubleType, true)
                            .add("unit", StringType, true),
                    false),
            "every verdict, incident, report, credit or service that counts, with what it adds and what it shows");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a vendor, quarter, dimension and run's date: what is on record and how it scores")
            .withFields(
                    VENDOR_ID,
                    QUARTER_START,
                    QUARTER_END,
                    IS_CLOSED,
                    DIMENSION,
                    WEIGHT,
                    SCORE,
                    SCORE_LO,
                    SCORE_HI,
                    OWN_WEIGHT,
                    NUMERATOR,
                    DENOMINATOR,
                    OBSERVED,
                    UNIT,
                    INPUTS,
                    AgreementScope.AS_OF)
            .withKey(VENDOR_ID, QUARTER_START, DIMENSION, AgreementScope.AS_OF)
            .withChecks(
                    new Check("score_is_ratio", "score BETWEEN 0 AND 1", "a score lies in [0,1]"),
                    new Check("interval_in_order", "score_lo <= score_hi", "the interval's ends are in order"))
            .withPartitions(AgreementScope.AS_OF);

    private static final String SECONDS = "restore_seconds";

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(
                OrganisationTable.VENDOR.contract().name(),
                ServiceTable.NAME,
                AgreementTable.NAME,
                ObjectiveTable.NAME,
                ScorecardSettingTable.NAME,
                AgreementScope.NAME,
                SlaCompliance.NAME,
                SlaCredit.NAME,
                VendorEvidence.INCIDENTS,
                VendorReports.NAME,
                ServiceCostDay.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.asOf();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> declared = inputs.table(ScorecardSettingTable.NAME);
        Dataset<Row> limits = ScorecardSettings.of(
                declared, "vendor", "restoreWithinHours", "repeatWithinDays", "overstatementTolerance");
        Dataset<Row> evidence = evidence(
                VendorPromises.serviceDays(inputs, parameters), new VendorEvidence(inputs, parameters, limits).items());
        return evidence.join(scores(evidence, declared), Names.of(VENDOR_ID, QUARTER_START, DIMENSION), "inner")
                .withColumn(
                        OBSERVED.name(),
                        when(DENOMINATOR.col().gt(0), NUMERATOR.col().divide(DENOMINATOR.col())))
                .withColumn(QUARTER_END.name(), VendorPromises.quarterEnd())
                .withColumn(IS_CLOSED.name(), QUARTER_END.col().leq(lit(parameters.asOf())))
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    /** Every dimension of every vendor with service days in the quarter, those without a record too. */
    private static Dataset<Row> evidence(Dataset<Row> serviceDays, Dataset<Row> items) {
        Column dimensions = array(Arrays.stream(Dimension.values())
                .map(dimension -> lit(dimension.word()))
                .toArray(Column[]::new));
        Dataset<Row> grid = serviceDays
                .select(VENDOR_ID.col(), QUARTER_START.col())
                .distinct()
                .withColumn(DIMENSION.name(), explode(dimensions));
        Column isCost = DIMENSION.col().equalTo(Dimension.COST.word());
        Column adds = isCost.unary_$bang().or(count_distinct(UNIT.col()).equalTo(1));
        Dataset<Row> summed = items.groupBy(VENDOR_ID.col(), QUARTER_START.col(), DIMENSION.col())
                .agg(
                        when(adds, sum(NUMERATOR.col())).as("numerators"),
                        when(adds, sum(DENOMINATOR.col())).as("denominators"),
                        when(isCost.and(adds), max(UNIT.col())).as("one_unit"),
                        array_sort(collect_list(struct(
                                        col(VendorEvidence.ITEM),
                                        NUMERATOR.col(),
                                        DENOMINATOR.col(),
                                        OBSERVED.col(),
                                        UNIT.col())))
                                .as("items"));
        return grid.join(summed, Names.of(VENDOR_ID, QUARTER_START, DIMENSION), "left")
                .select(
                        VENDOR_ID.col(),
                        QUARTER_START.col(),
                        DIMENSION.col(),
                        col("numerators").as(NUMERATOR.name()),
                        col("denominators").as(DENOMINATOR.name()),
                        col("one_unit").as(UNIT.name()),
                        coalesce(col("items"), array().cast(INPUTS.type())).as(INPUTS.name()));
    }

    private static Dataset<Row> scores(Dataset<Row> evidence, Dataset<Row> declared) {
        Column weight = coalesce(try_element_at(col(ScorecardSettings.WEIGHTS), DIMENSION.col()), lit(0.0));
        return scorecards(evidence, declared)
                .select(
                        QUARTER_START.col(),
                        col("card.vendor_id"),
                        col(ScorecardSettings.WEIGHTS),
                        explode(col("card.dimensions")).as("scored"))
                .select(QUARTER_START.col(), VENDOR_ID.col(), col(ScorecardSettings.WEIGHTS), col("scored.*"))
                .withColumn(WEIGHT.name(), weight)
                .drop(ScorecardSettings.WEIGHTS);
    }

    /**
     * A row a vendor and quarter: {@code card}, as {@link VendorScores#SCORECARDS} has it.
     *
     * @param evidence rows of this table, or what they are made of
     * @param declared rows of {@link ScorecardSettingTable}
     */
    static Dataset<Row> scorecards(Dataset<Row> evidence, Dataset<Row> declared) {
        Dataset<Row> limit = ScorecardSettings.of(declared, "vendor", "restoreWithinHours")
                .select(col("restoreWithinHours")
                        .cast(DoubleType)
                        .multiply(3_600)
                        .as(SECONDS));
        Column observed = transform(INPUTS.col(), input -> input.getField("observed"));
        Column observedOfIncidents = when(DIMENSION.col().equalTo(Dimension.RESTORATION.word()), observed)
                .otherwise(array().cast(createArrayType(DoubleType)));
        return evidence.groupBy(QUARTER_START.col())
                .agg(VendorScores.evidence(
                                VENDOR_ID.col(),
                                DIMENSION.col(),
                                NUMERATOR.col(),
                                DENOMINATOR.col(),
                                UNIT.col(),
                                observedOfIncidents)
                        .as("evidence"))
                .join(ScorecardSettings.weights(declared), lit(true), "cross")
                .join(limit, lit(true), "cross")
                .select(
                        QUARTER_START.col(),
                        col(ScorecardSettings.WEIGHTS),
                        explode(VendorScores.of(col("evidence"), col(ScorecardSettings.WEIGHTS), col(SECONDS)))
                                .as("card"));
    }
}
