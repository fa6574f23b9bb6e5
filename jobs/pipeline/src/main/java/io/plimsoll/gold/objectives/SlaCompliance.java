package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.bridge.ExactRatios;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Columns;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.silver.SliSample;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataType;

/**
 * One row an agreement, objective and period: whether the promise was kept, under the agreement's policy (net) and with nothing
 * excluded (gross). {@code attained = good / total}; what good and total are depends on the method: events (Occurrences),
 * slices (Timeslices), the sum of slice ratios over slices (RatioTimeslices), or seconds OK over seconds known (State). The
 * verdict compares exactly, never a rounded figure. A closed period in which an agreement's record only begins is left out
 * unless its coverage suffices.
 */
public final class SlaCompliance implements Table {

    public static final String NAME = "gold.sla_compliance";

    public static final Field STATUS = Field.required(
            "status",
            StringType,
            "MET or BREACHED, to date while the period is open; NO_DATA under the minimum coverage; NO_TRAFFIC when nothing was asked of the service");
    public static final Field ATTAINED_NET =
            Field.optional("attained_net", DoubleType, "ratio", "good / total after exclusions; null when total is 0");
    public static final Field ATTAINED_GROSS = Field.optional(
            "attained_gross", DoubleType, "ratio", "good / total with nothing excluded; null when that total is 0");
    public static final Field GOOD = Field.required(
            "good",
            Field.QUANTITY,
            "good events, good slices, sum of slice ratios or seconds OK, by method, after exclusions");
    public static final Field TOTAL =
            Field.required("total", Field.QUANTITY, "events, slices or known seconds, by method, after exclusions");
    public static final Field GOOD_GROSS =
            Field.required("good_gross", Field.QUANTITY, "good with nothing excluded, in the unit of good");
    public static final Field TOTAL_GROSS =
            Field.required("total_gross", Field.QUANTITY, "total with nothing excluded, in the unit of total");
    public static final Field COVERAGE_RATIO = Field.optional(
            "coverage_ratio",
            DoubleType,
            "ratio",
            "slots received over slots expected in the net scope; known over all seconds for a state history; null when the scope is empty");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an agreement, objective and period: promised, delivered, verdict")
            .withFields(AgreementScope.HEAD)
            .withFields(
                    STATUS,
                    AgreementScope.METHOD,
                    AgreementScope.TARGET,
                    ATTAINED_NET,
                    ATTAINED_GROSS,
                    GOOD,
                    TOTAL,
                    GOOD_GROSS,
                    TOTAL_GROSS,
                    AgreementScope.EXCLUDED_SECONDS,
                    AgreementScope.UNKNOWN_SECONDS,
                    COVERAGE_RATIO,
                    AgreementScope.INITIAL_STATE,
                    ServiceCredit.PERCENT,
                    ServiceCredit.DUE,
                    ServiceCredit.CURRENCY,
                    AgreementScope.AS_OF)
            .withKey(AgreementScope.KEY)
            .withChecks(
                    new Check("good_within_total", "good >= 0 AND good <= total", "0 <= good <= total"),
                    new Check(
                            "status_known",
                            "status IN ('MET', 'BREACHED', 'AT_RISK', 'NO_DATA', 'NO_TRAFFIC')",
                            "a verdict is one of the five"),
                    new Check(
                            "coverage_is_ratio",
                            "coverage_ratio IS NULL OR coverage_ratio BETWEEN 0 AND 1",
                            "coverage lies in [0,1]"),
                    new Check(
                            "credit_has_currency",
                            "coalesce(credit_due, 0) = 0 OR credit_currency IS NOT NULL",
                            "a credit names its currency"))
            .withPartitions(AgreementScope.PERIOD_START);

    /** Room for sums: Spark cuts decimals off a sum of two DECIMAL(38,9). */
    static final DataType NINE_DECIMALS = createDecimalType(28, 9);

    private static final String SCOPE = "scope_row";
    private static final String MISSING_NET = "missing_net";
    private static final String MISSING_GROSS = "missing_gross";
    private static final Column IS_STATE = AgreementScope.MEASURE.col().equalTo("state");
    private static final Column IS_RATIOS = AgreementScope.METHOD.col().equalTo("RatioTimeslices");

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(AgreementScope.NAME, SliSample.NAME, ServiceCostDay.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.byPeriod();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> scopes =
                inputs.table(AgreementScope.NAME).where(parameters.wanted(AgreementScope.PERIOD_START.col()));
        Dataset<Row> charges = ServiceCharges.of(scopes, inputs.table(ServiceCostDay.NAME));
        return ServiceCredit.withCredit(
                        judge(scopes, inputs.table(SliSample.NAME).where(sinceFirst(parameters))),
                        when(IS_RATIOS, col(SlotAttainment.SLICE_RATIOS)),
                        when(IS_RATIOS, missingAsGood()).otherwise(GOOD.col()),
                        charges)
                .where(keepPeriod())
                .select(CONTRACT.columns());
    }

    /** Scopes of any window with figures and verdict, credits apart. */
    static Dataset<Row> judge(Dataset<Row> scopes, Dataset<Row> slots) {
        Dataset<Row> numbered = numbered(scopes);
        return judged(withAttainment(
                withMissingSlices(numbered.join(SlotAttainment.of(numbered, slots), Names.of(SCOPE), "left"))));
    }

    /** Days on which a wanted period can have begun; a zone may be up to a day away from UTC. */
    private static Column sinceFirst(Parameters parameters) {
        return parameters
                .partitions()
                .filter(starts -> !starts.isEmpty())
                .map(starts -> SliSample.DAY.col().geq(lit(starts.first().minusDays(1))))
                .orElseGet(() -> lit(true));
    }

    /** A dense number a scope, so that slots are grouped by one integer instead of four texts. */
    private static Dataset<Row> numbered(Dataset<Row> scopes) {
        return scopes.withColumn(SCOPE, row_number().over(Window.orderBy(Columns.of(AgreementScope.KEY))));
    }

    /** Expected slices of which no slot came, as far as the policy lets them count. */
    private static Dataset<Row> withMissingSlices(Dataset<Row> scopes) {
        return scopes.withColumn(MISSING_NET, missing(AgreementScope.EXPECTED_SLICES, SlotAttainment.RECEIVED_SLICES))
                .withColumn(
                        MISSING_GROSS,
                        missing(AgreementScope.EXPECTED_SLICES_GROSS, SlotAttainment.RECEIVED_SLICES_GROSS));
    }

    private static Column missing(Field expected, String received) {
        Column missing = greatest(expected.col().minus(zeroIfNone(col(received))), lit(0L));
        return when(AgreementScope.MISSING_DATA.col().equalTo("ignore"), lit(0L))
                .otherwise(missing);
    }

    private static Dataset<Row> withAttainment(Dataset<Row> scopes) {
        return scopes.withColumn("net", ExactRatios.sum(col(SlotAttainment.SLICE_RATIOS)))
                .withColumn("gross", ExactRatios.sum(col(SlotAttainment.SLICE_RATIOS_GROSS)))
                .withColumn(GOOD.name(), good(SlotAttainment.GOOD_NET, "net", MISSING_NET, goodSeconds(true)))
                .withColumn(TOTAL.name(), total(SlotAttainment.TOTAL_NET, MISSING_NET, knownSeconds(true)))
                .withColumn(
                        GOOD_GROSS.name(), good(SlotAttainment.GOOD_GROSS, "gross", MISSING_GROSS, goodSeconds(false)))
                .withColumn(TOTAL_GROSS.name(), total(SlotAttainment.TOTAL_GROSS, MISSING_GROSS, knownSeconds(false)))
                .withColumn(ATTAINED_NET.name(), attained(GOOD, TOTAL))
                .withColumn(ATTAINED_GROSS.name(), attained(GOOD_GROSS, TOTAL_GROSS))
                .withColumn(COVERAGE_RATIO.name(), coverage());
    }

    private static Column good(String counted, String ratios, String missing, Column seconds) {
        Column missingAsGood = when(AgreementScope.MISSING_DATA.col().equalTo("good"), col(missing))
                .otherwise(lit(0L));
        return when(IS_STATE, seconds.cast(Field.QUANTITY))
                .when(
                        IS_RATIOS,
                        coalesce(col(ratios), lit(0))
                                .cast(NINE_DECIMALS)
                                .plus(missingAsGood)
                                .cast(Field.QUANTITY))
                .otherwise(zeroIfNone(col(counted)).plus(missingAsGood).cast(Field.QUANTITY));
    }

    private static Column total(String counted, String missing, Column seconds) {
        return when(IS_STATE, seconds.cast(Field.QUANTITY))
                .otherwise(zeroIfNone(col(counted)).plus(col(missing)).cast(Field.QUANTITY));
    }

    private static Column goodSeconds(boolean net) {
        return seconds(net, segment -> {
            Column ok = segment.getField("state").equalTo("OK");
            Column excused = segment.getField("treatment")
                    .equalTo("count_good")
                    .and(segment.getField("state").equalTo("PROBLEM"));
            return net ? ok.or(excused) : ok;
        });
    }

    private static Column knownSeconds(boolean net) {
        return seconds(net, segment -> segment.getField("state").notEqual("UNKNOWN"));
    }

    /** Seconds of the segments that fulfil a condition; under {@code net} without those that are removed. */
    private static Column seconds(boolean net, UnaryOperator<Column> condition) {
        return aggregate(AgreementScope.SEGMENTS.col(), lit(0L), (sum, segment) -> {
            Column inScope = segment.getField("treatment").notEqual("remove");
            Column counts = net ? condition.apply(segment).and(inScope) : condition.apply(segment);
            Column length = unix_seconds(segment.getField("to_at")).minus(unix_seconds(segment.getField("from_at")));
            return sum.plus(when(counts, length).otherwise(lit(0L)));
        });
    }

    private static Column attained(Field good, Field total) {
        return when(
                total.col().gt(0),
                good.col().cast(DoubleType).divide(total.col().cast(DoubleType)));
    }

    private static Column coverage() {
        return when(
                expectedQuantity().gt(0), receivedQuantity().cast(DoubleType).divide(expectedQuantity()));
    }

    private static Column receivedQuantity() {
        Column slots = least(zeroIfNone(col(SlotAttainment.RECEIVED_SLOTS)), AgreementScope.EXPECTED_SLOTS.col());
        return when(IS_STATE, knownSeconds(true)).otherwise(slots);
    }

    private static Column expectedQuantity() {
        return when(IS_STATE, seconds(true, segment -> lit(true))).otherwise(AgreementScope.EXPECTED_SLOTS.col());
    }

    private static Dataset<Row> judged(Dataset<Row> scopes) {
        Column wanted = AgreementScope.MINIMUM_COVERAGE.col().multiply(whole(expectedQuantity()));
        Column enough = expectedQuantity().gt(0).and(whole(receivedQuantity()).geq(wanted));
        return scopes.withColumn(
                STATUS.name(),
                when(enough.unary_$bang(), "NO_DATA")
                        .when(TOTAL.col().equalTo(0), "NO_TRAFFIC")
                        .when(isMet(), "MET")
                        .otherwise("BREACHED"));
    }

    private static Column isMet() {
        Column ratios = ExactRatios.meets(
                col(SlotAttainment.SLICE_RATIOS),
                missingAsGood(),
                whole(TOTAL.col()).cast(LongType),
                AgreementScope.TARGET.col());
        Column counts = whole(GOOD.col()).geq(AgreementScope.TARGET.col().multiply(whole(TOTAL.col())));
        return when(IS_RATIOS, ratios).otherwise(counts);
    }

    private static Column missingAsGood() {
        return when(AgreementScope.MISSING_DATA.col().equalTo("good"), col(MISSING_NET))
                .otherwise(lit(0L));
    }

    /** Counts, slices and seconds are integers: DECIMAL(19,0) x DECIMAL(18,12) is exact in DECIMAL(38,12). */
    private static Column whole(Column quantity) {
        return quantity.cast(createDecimalType(19, 0));
    }

    private static Column zeroIfNone(Column count) {
        return coalesce(count, lit(0L));
    }

    private static Column keepPeriod() {
        return AgreementScope.IS_FIRST_RECORDED
                .col()
                .and(AgreementScope.IS_CLOSED.col())
                .and(STATUS.col().equalTo("NO_DATA"))
                .unary_$bang();
    }
}
