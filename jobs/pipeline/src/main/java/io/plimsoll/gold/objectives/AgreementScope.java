package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.plimsoll.bridge.AgreementPeriods;
import io.plimsoll.bridge.ScopeArithmetic;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.SliRecord;
import io.plimsoll.silver.StateInterval;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.CalendarTable;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * One row an agreement, objective and period: the terms in force and, second by second, what counts. The scope is the period,
 * cut to the service hours, the days on which the terms are in force and the run's date, less what was not watched; windows
 * that the agreement's policies recognise then remove seconds or count them as good. An agreement without
 * {@code effectiveFrom} begins with the period of its indicator's first record. A period appears on the date after its first
 * day: in a zone ahead of the workspace's, its first hours are not reported under the date on which it has only begun.
 */
public final class AgreementScope implements Table {

    public static final String NAME = "gold.agreement_scope";

    public static final Field AGREEMENT_ID = Field.required("agreement_id", StringType, "the agreement's name");
    public static final Field OBJECTIVE_ID = Field.required(
            "objective_id", StringType, "the SLO's name, with its objective's display name where it has several");
    public static final Field SERVICE_ID =
            Field.required("service_id", StringType, "the service that the agreement is about");
    public static final Field SLI_ID = Field.required("sli_id", StringType, "the objective's indicator");
    public static final Field TOOL = Field.optional(
            "tool", StringType, "the tool whose figures are the record; null when no tool has delivered any");
    public static final Field MEASURE = Field.required("measure", StringType, "counts, value or state");
    public static final Field METHOD = Field.required(
            "method", StringType, "Occurrences, Timeslices or RatioTimeslices; State for a state history");
    public static final Field TARGET = Field.required(
            "target", Field.RATIO, "ratio", "what is promised: the agreement's own target, else the objective's");
    public static final Field TIME_SLICE_TARGET = Field.optional(
            "time_slice_target", Field.RATIO, "ratio", "ratio from which a slice is good; null without slices");
    public static final Field TIME_SLICE_SECONDS =
            Field.optional("time_slice_seconds", LongType, "s", "length of a slice; null without slices");
    public static final Field OP = Field.optional(
            "op", StringType, "comparison that makes a value good (lt, lte, gt, gte); null for other measures");
    public static final Field THRESHOLD = Field.optional(
            "threshold", DoubleType, "what a value is compared with, in the indicator's unit; null for other measures");
    public static final Field RESOLUTION_SECONDS =
            Field.required("resolution_seconds", LongType, "s", "grid on which slots are expected");
    public static final Field MISSING_DATA =
            Field.required("missing_data", StringType, "what a slice without any slot is: ignore, bad or good");
    public static final Field MINIMUM_COVERAGE =
            Field.required("minimum_coverage", Field.RATIO, "ratio", "coverage below which there is no verdict");
    public static final Field PERIOD_UNIT = Field.required("period_unit", StringType, "month, quarter or year");
    public static final Field ZONE = Field.required("zone", StringType, "the agreement's time zone (IANA)");
    public static final Field PERIOD_START = Field.required("period_start", DateType, "first local day of the period");
    public static final Field PERIOD_END = Field.required("period_end", DateType, "first local day after the period");
    public static final Field PERIOD_FROM_AT =
            Field.required("period_from_at", TimestampType, "UTC", "start of the period");
    public static final Field PERIOD_TO_AT = Field.required("period_to_at", TimestampType, "UTC", "end of the period");
    public static final Field IN_FORCE_FROM = Field.required(
            "in_force_from",
            DateType,
            "first local day of the period on which these terms are in force; two rows of one period when terms change in it");
    public static final Field IN_FORCE_TO = Field.required(
            "in_force_to",
            DateType,
            "first local day on which these terms are no longer in force, at most the first day after the period");
    public static final Field IS_CLOSED =
            Field.required("is_closed", BooleanType, "whether the period's end is not after the run's date");
    /** What tells an agreement's objective, period and terms from any other. */
    public static final List<Field> KEY = List.of(AGREEMENT_ID, OBJECTIVE_ID, PERIOD_START, IN_FORCE_FROM);

    /** First columns of a table with a row an agreement's objective, period and terms. */
    public static final List<Field> HEAD =
            List.of(AGREEMENT_ID, OBJECTIVE_ID, SERVICE_ID, PERIOD_START, PERIOD_END, IN_FORCE_FROM, IS_CLOSED);

    public static final Field IS_FIRST_RECORDED = Field.required(
            "is_first_recorded",
            BooleanType,
            "whether the agreement states no start and the record begins inside this period");
    public static final Field INITIAL_STATE = Field.optional(
            "initial_state",
            StringType,
            "state at the start of the period: OK, PROBLEM, UNKNOWN, or assumed (OK for want of an event); null for other measures");
    public static final Field UNKNOWN_SECONDS = Field.required(
            "unknown_seconds", LongType, "s", "time in the service hours that a state history did not watch");
    public static final Field EXCLUDED_SECONDS =
            Field.required("excluded_seconds", LongType, "s", "time that windows removed or count as good");
    public static final Field EXPECTED_SLOTS =
            Field.required("expected_slots", LongType, "slots", "slots of the grid that start in the net scope");
    public static final Field EXPECTED_SLICES = Field.required(
            "expected_slices", LongType, "slices", "slices with a slot of the grid in the net scope; 0 without slices");
    public static final Field EXPECTED_SLICES_GROSS = Field.required(
            "expected_slices_gross",
            LongType,
            "slices",
            "slices with a slot of the grid in the scope before exclusions; 0 without slices");

    public static final DataType SEGMENT = new StructType()
            .add("from_at", TimestampType, false)
            .add("to_at", TimestampType, false)
            .add("treatment", StringType, false)
            .add("state", StringType, true)
            .add("window_ids", createArrayType(StringType, false), false);
    public static final Field SEGMENTS = Field.required(
            "segments",
            createArrayType(SEGMENT, false),
            "the scope as disjoint intervals in time order: treatment measured, remove or count_good; state for a state "
                    + "history; the windows that a removed or counted interval stands on");
    public static final DataType WINDOW = new StructType()
            .add("window_id", StringType, false)
            .add("kind", StringType, true)
            .add("requested_seconds", LongType, false)
            .add("excluded_seconds", LongType, false)
            .add("reason_not_excluded", StringType, true)
            .add("approved_in_advance", BooleanType, false);
    public static final Field WINDOWS = Field.required(
            "windows",
            createArrayType(WINDOW, false),
            "every window that touches the period: asked, excluded, and why not; each excluded second is counted at one window");
    public static final Field AS_OF = Field.required("as_of", DateType, "the run's date");

    private static final String WINDOW_REQUESTS = "silver.maintenance_window";

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an agreement, objective and period: the terms in force and the seconds that count")
            .withFields(
                    AGREEMENT_ID,
                    OBJECTIVE_ID,
                    SERVICE_ID,
                    SLI_ID,
                    TOOL,
                    MEASURE,
                    METHOD,
                    TARGET,
                    TIME_SLICE_TARGET,
                    TIME_SLICE_SECONDS,
                    OP,
                    THRESHOLD,
                    RESOLUTION_SECONDS,
                    MISSING_DATA,
                    MINIMUM_COVERAGE,
                    PERIOD_UNIT,
                    ZONE,
                    PERIOD_START,
                    PERIOD_END,
                    PERIOD_FROM_AT,
                    PERIOD_TO_AT,
                    IN_FORCE_FROM,
                    IN_FORCE_TO,
                    IS_CLOSED,
                    IS_FIRST_RECORDED,
                    INITIAL_STATE,
                    UNKNOWN_SECONDS,
                    EXCLUDED_SECONDS,
                    EXPECTED_SLOTS,
                    EXPECTED_SLICES,
                    EXPECTED_SLICES_GROSS,
                    SEGMENTS,
                    WINDOWS,
                    AgreementTable.CREDIT_TIERS,
                    AgreementTable.CREDIT_CAP_PERCENT,
                    AgreementTable.CLAIM_WITHIN_DAYS,
                    AS_OF)
            .withKey(AGREEMENT_ID, OBJECTIVE_ID, PERIOD_START, IN_FORCE_FROM)
            .withChecks(new Check(
                    "period_ends_after_start", "period_to_at > period_from_at", "a period ends after it starts"))
            .withPartitions(PERIOD_START);

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(
                AgreementTable.NAME,
                ObjectiveTable.NAME,
                IndicatorTable.NAME,
                CalendarTable.NAME,
                SliRecord.NAME,
                StateInterval.NAME,
                WINDOW_REQUESTS);
    }

    @Override
    public Recompute recompute() {
        return Recompute.byPeriod();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> terms =
                withRecord(termsInForce(inputs.table(AgreementTable.NAME), inputs), inputs.table(SliRecord.NAME));
        return scopes(withPeriods(terms, parameters), inputs, parameters);
    }

    /**
     * The scopes of some agreements over one stretch of time in place of their periods; a row for each version of the terms
     * that is in force in it.
     *
     * @param agreements rows of {@link AgreementTable}
     * @param inputs the declared inputs
     * @param parameters the run's instant
     * @param from start of the stretch
     * @param to end of the stretch, after its start
     */
    static Dataset<Row> over(Dataset<Row> agreements, Inputs inputs, Parameters parameters, Instant from, Instant to) {
        Dataset<Row> terms = withRecord(termsInForce(agreements, inputs), inputs.table(SliRecord.NAME));
        Column firstDay = to_date(from_utc_timestamp(lit(from), ZONE.col()));
        Column lastDay = to_date(from_utc_timestamp(lit(to.minusSeconds(1)), ZONE.col()));
        Column inForce = coalesce(AgreementTable.EFFECTIVE_FROM.col().leq(lastDay), lit(true))
                .and(coalesce(AgreementTable.EFFECTIVE_TO.col().gt(firstDay), lit(true)));
        return scopes(
                terms.where(inForce)
                        .withColumn(PERIOD_START.name(), firstDay)
                        .withColumn(PERIOD_END.name(), date_add(lastDay, 1))
                        .withColumn(PERIOD_FROM_AT.name(), lit(from))
                        .withColumn(PERIOD_TO_AT.name(), lit(to))
                        .withColumn(IN_FORCE_FROM.name(), greatest(firstDay, AgreementTable.EFFECTIVE_FROM.col()))
                        .withColumn(IS_FIRST_RECORDED.name(), lit(false)),
                inputs,
                parameters);
    }

    private static Dataset<Row> scopes(Dataset<Row> periods, Inputs inputs, Parameters parameters) {
        Dataset<Row> complete = withStates(
                withWindows(periods, inputs.table(WINDOW_REQUESTS)), inputs.table(StateInterval.NAME), parameters);
        return withScope(complete, parameters).select(CONTRACT.columns());
    }

    /** One row an agreement, objective and stretch of days on which no version of either, or of what they name, changes. */
    private static Dataset<Row> termsInForce(Dataset<Row> promised, Inputs inputs) {
        Dataset<Row> agreements = promised.withColumn("promise", explode(AgreementTable.OBJECTIVES.col()))
                .withColumn(OBJECTIVE_ID.name(), col("promise.objective_id"))
                .withColumn("own_target", col("promise.target"));
        Dataset<Row> objectives = inputs.table(ObjectiveTable.NAME)
                .withColumnRenamed(ObjectiveTable.TARGET.name(), "slo_target")
                .drop(ObjectiveTable.SERVICE_ID.name());
        Dataset<Row> indicators = inputs.table(IndicatorTable.NAME).drop(IndicatorTable.TOOL.name());
        Dataset<Row> calendars = inputs.table(CalendarTable.NAME)
                .select(
                        CalendarTable.CALENDAR.col(),
                        struct(
                                        CalendarTable.ZONE.col(),
                                        CalendarTable.WEEKLY.col(),
                                        transform(CalendarTable.HOLIDAYS.col(), day -> unix_date(day))
                                                .as("holidays"))
                                .as("hours"),
                        CalendarTable.EFFECTIVE_FROM.col(),
                        CalendarTable.EFFECTIVE_TO.col());
        return Versions.join(
                Versions.join(
                        Versions.join(agreements, objectives, OBJECTIVE_ID.name(), "inner"),
                        indicators,
                        SLI_ID.name(),
                        "inner"),
                calendars,
                CalendarTable.CALENDAR.name(),
                "left");
    }

    private static Dataset<Row> withRecord(Dataset<Row> terms, Dataset<Row> records) {
        Dataset<Row> record = records.where(SliRecord.IS_RECORD.col())
                .select(
                        SliRecord.SLI_ID.col(),
                        SliRecord.TOOL.col(),
                        SliRecord.FIRST_AT.col(),
                        SliRecord.INITIAL_STATE.col().as("state_before"));
        return terms.join(record, Names.of(SLI_ID), "left");
    }

    private static Dataset<Row> withPeriods(Dataset<Row> terms, Parameters parameters) {
        Column periods = AgreementPeriods.of(
                PERIOD_UNIT.col(),
                ZONE.col(),
                AgreementTable.EFFECTIVE_FROM.col(),
                AgreementTable.EFFECTIVE_TO.col(),
                SliRecord.FIRST_AT.col(),
                lit(parameters.asOfInstant()));
        return terms.withColumn("period", explode(periods))
                .select(col("*"), col("period.*"))
                .where(PERIOD_START.col().lt(lit(parameters.asOf())))
                .where(parameters.wanted(PERIOD_START.col()));
    }

    /** A window applies when its scope names the service, a component of it ({@code service/component}) or the indicator. */
    private static Dataset<Row> withWindows(Dataset<Row> periods, Dataset<Row> requests) {
        Dataset<Row> named = requests.withColumn(
                "name", explode(array_distinct(array(col("scope"), substring_index(col("scope"), "/", 1)))));
        Dataset<Row> asked = periods.select(SERVICE_ID.col(), SLI_ID.col())
                .distinct()
                .withColumn("name", explode(array_distinct(array(SERVICE_ID.col(), SLI_ID.col()))));
        Column window = struct(
                col("window_id"),
                col("kind"),
                unix_seconds(col("starts_at")).as("from"),
                unix_seconds(col("ends_at")).as("to"),
                unix_seconds(col("approved_at")).as("approved"));
        Dataset<Row> applying = asked.join(named, Names.of("name"), "inner")
                .groupBy(SERVICE_ID.col(), SLI_ID.col())
                .agg(array_sort(collect_set(window)).as("requests"));
        return periods.join(applying, Names.of(SERVICE_ID, SLI_ID), "left");
    }

    private static Dataset<Row> withStates(Dataset<Row> periods, Dataset<Row> stretches, Parameters parameters) {
        Column recent = parameters
                .partitions()
                .map(starts -> StateInterval.DAY.col().geq(lit(starts.first().minusDays(1))))
                .orElseGet(() -> lit(true));
        Dataset<Row> histories = stretches
                .where(recent)
                .groupBy(SLI_ID.col(), TOOL.col())
                .agg(array_sort(collect_list(struct(
                                unix_seconds(StateInterval.FROM_AT.col()).as("from"),
                                unix_seconds(StateInterval.TO_AT.col()).as("to"),
                                StateInterval.STATE.col())))
                        .as("states"));
        return periods.join(histories, Names.of(SLI_ID, TOOL), "left");
    }

    private static Dataset<Row> withScope(Dataset<Row> periods, Parameters parameters) {
        Column isState = MEASURE.col().equalTo("state");
        Column sliceSeconds =
                when(METHOD.col().equalTo("Occurrences").or(isState).unary_$bang(), TIME_SLICE_SECONDS.col());
        Column terms = struct(
                unix_seconds(PERIOD_FROM_AT.col()).as("period_from"),
                unix_seconds(PERIOD_TO_AT.col()).as("period_to"),
                unix_date(IN_FORCE_FROM.col()).as("in_force_from"),
                unix_date(AgreementTable.EFFECTIVE_TO.col()).as("in_force_to"),
                unix_seconds(lit(parameters.asOfInstant())).as("as_of"),
                ZONE.col(),
                col("hours"),
                AgreementTable.EXCLUSIONS.col(),
                coalesce(col("requests"), expr("array()")).as("windows"),
                isState.as("is_state"),
                coalesce(col("states"), expr("array()")).as("states"),
                unix_seconds(SliRecord.FIRST_AT.col()).as("first_at"),
                col("state_before").as("initial_state"),
                RESOLUTION_SECONDS.col(),
                sliceSeconds.as("time_slice_seconds"));
        return periods.withColumn("computed", ScopeArithmetic.of(terms, SEGMENT, WINDOW))
                .select(col("*"), col("computed.*"))
                .withColumn(METHOD.name(), when(isState, "State").otherwise(METHOD.col()))
                .withColumn(TIME_SLICE_SECONDS.name(), sliceSeconds)
                .withColumn(TARGET.name(), coalesce(col("own_target"), col("slo_target")))
                .withColumn(IN_FORCE_TO.name(), least(PERIOD_END.col(), AgreementTable.EFFECTIVE_TO.col()))
                .withColumn(IS_CLOSED.name(), PERIOD_TO_AT.col().leq(lit(parameters.asOfInstant())))
                .withColumn(AS_OF.name(), lit(parameters.asOf()));
    }
}
