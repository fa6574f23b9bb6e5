package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import io.plimsoll.bridge.Reconciliations;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.BillingLine;
import io.plimsoll.silver.StateInterval;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;

/**
 * One row a service and closed month of the organisation's calendar: what each source says of its availability, whether the
 * sources agree, and where they do not. Sources are the tools that keep a state history of the service, its record of major
 * incidents (major, or severity 1 and 2), the hours that the bill charges where it charges by the hour, the scope of its monthly
 * agreements, and the vendor's own report of that history. Approved maintenance is left out of every account and compared apart.
 * An incident whose component is an indicator of another kind (a latency, a share of events) says that this indicator suffered,
 * not that the service was down, and a vendor's figure of such an indicator is a share of events, not of time: both are left out.
 */
public final class UptimeReconciliation implements Table {

    public static final String NAME = "gold.uptime_reconciliation";

    public static final Field SERVICE_ID = Field.required("service_id", StringType, "the service");
    public static final Field MONTH =
            Field.required("month", DateType, "first day of the month in the organisation's zone");
    public static final Field AVAILABILITY_MONITORING = Field.required(
            "availability_monitoring",
            createMapType(StringType, DoubleType, false),
            "ratio",
            "availability that each monitoring tool saw while it watched, by the tool's name");
    public static final Field AVAILABILITY_INCIDENT =
            availability("incident", "the record of major incidents tells; null when no incident was on record before");
    public static final Field AVAILABILITY_BILLING =
            availability("billing", "the hours that were charged tell; null when the bill does not charge by the hour");
    public static final Field AVAILABILITY_SLA = availability(
            "sla", "the monthly agreements' scope counts, gross; null without a monthly agreement on a state history");
    public static final Field AVAILABILITY_VENDOR =
            availability("vendor", "the vendor reports; null when it reports none");
    public static final Field SPREAD_MINUTES = Field.optional(
            "spread_minutes",
            DoubleType,
            "min",
            "outage minutes by which the two sources differ that exceed their tolerance by most; null with one source");
    public static final Field TOLERANCE_MINUTES = Field.optional(
            "tolerance_minutes",
            DoubleType,
            "min",
            "what sampling and rounding explain of it: 1.96 p sqrt(k / 6) + rounding; null with one source");
    public static final Field AGREES = Field.optional(
            "agrees", BooleanType, "whether every two sources agree within their tolerance; null with one source");
    public static final Field LOWEST_SOURCE = Field.optional(
            "lowest_source", StringType, "of the two sources, the one that saw more outage; null with one source");
    public static final Field HIGHEST_SOURCE = Field.optional(
            "highest_source", StringType, "of the two sources, the one that saw less outage; null with one source");
    public static final Field EXPLANATION = Field.optional(
            "explanation",
            StringType,
            "how the higher figure may have come about: it leaves out one outage, or all but the newest; null when neither fits");
    public static final Field DISAGREEING_INTERVALS = Field.required(
            "disagreeing_intervals",
            createArrayType(Reconciliations.DISAGREEMENT, false),
            "stretches longer than a probe period on which sources contradict each other; a figure without intervals contradicts an outage that is longer than all of its own; empty when they agree");
    public static final Field MAINTENANCE_MINUTES = Field.required(
            "maintenance_minutes", DoubleType, "min", "approved maintenance, left out of all of the above");
    public static final Field MAINTENANCE_OUTAGE_MINUTES = Field.required(
            "maintenance_outage_minutes",
            createMapType(StringType, DoubleType, false),
            "min",
            "outage that each source saw in approved maintenance, by source");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME,
                    "One row a service and closed month: its availability by source, and whether the sources agree")
            .withFields(
                    SERVICE_ID,
                    MONTH,
                    AVAILABILITY_MONITORING,
                    AVAILABILITY_INCIDENT,
                    AVAILABILITY_BILLING,
                    AVAILABILITY_SLA,
                    AVAILABILITY_VENDOR,
                    SPREAD_MINUTES,
                    TOLERANCE_MINUTES,
                    AGREES,
                    LOWEST_SOURCE,
                    HIGHEST_SOURCE,
                    EXPLANATION,
                    DISAGREEING_INTERVALS,
                    MAINTENANCE_MINUTES,
                    MAINTENANCE_OUTAGE_MINUTES,
                    AgreementScope.AS_OF)
            .withKey(SERVICE_ID, MONTH)
            .withChecks(new Check(
                    "spread_not_negative", "spread_minutes IS NULL OR spread_minutes >= 0", "a spread is not negative"))
            .withPartitions(MONTH);

    private static final String INCIDENTS = "silver.incident";
    private static final String REPORTS = "silver.vendor_report";
    private static final String WINDOWS = "silver.maintenance_window";
    private static final long HOUR = 3_600;
    private static final DataType FIGURE = createDecimalType(9, 8);
    private static final String FROM = "from";
    private static final String TO = "to";

    private static Field availability(String source, String meaning) {
        return Field.optional("availability_" + source, DoubleType, "ratio", "availability that " + meaning);
    }

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(
                ObjectiveTable.NAME,
                IndicatorTable.NAME,
                StateInterval.NAME,
                INCIDENTS,
                BillingLine.NAME,
                AgreementScope.NAME,
                REPORTS,
                WINDOWS);
    }

    @Override
    public Recompute recompute() {
        return Recompute.byPeriod();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> indicators = indicators(inputs);
        Dataset<Row> monitored = monitored(indicators, inputs.table(StateInterval.NAME), parameters);
        Dataset<Row> accounts = monitored
                .unionByName(incidents(monitored, outages(inputs), parameters))
                .unionByName(charges(inputs.table(BillingLine.NAME), parameters))
                .unionByName(agreements(inputs.table(AgreementScope.NAME), parameters))
                .unionByName(reports(indicators, inputs.table(REPORTS)));
        return compared(closed(byMonth(accounts), parameters), inputs.table(WINDOWS), parameters)
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    /** State histories with the service that an objective judges by them. */
    private static Dataset<Row> indicators(Inputs inputs) {
        Dataset<Row> histories = inputs.table(IndicatorTable.NAME)
                .where(IndicatorTable.MEASURE.col().equalTo("state"))
                .groupBy(IndicatorTable.SLI_ID.col())
                .agg(max(IndicatorTable.RESOLUTION_SECONDS.col()).as("probe_seconds"));
        return inputs.table(ObjectiveTable.NAME)
                .select(ObjectiveTable.SERVICE_ID.col(), ObjectiveTable.SLI_ID.col())
                .distinct()
                .join(histories, Names.of(ObjectiveTable.SLI_ID), "inner");
    }

    private static Dataset<Row> monitored(Dataset<Row> indicators, Dataset<Row> stretches, Parameters parameters) {
        return account(
                months(
                        indicators
                                .join(stretches, Names.of(ObjectiveTable.SLI_ID), "inner")
                                .where(StateInterval.STATE.col().notEqual("UNKNOWN")),
                        StateInterval.FROM_AT.col(),
                        StateInterval.TO_AT.col(),
                        parameters),
                StateInterval.TOOL.col(),
                "state",
                col("probe_seconds"),
                StateInterval.STATE.col());
    }

    /** Incidents of services as a whole, of their parts, and of their state histories. */
    private static Dataset<Row> outages(Inputs inputs) {
        Dataset<Row> shares = inputs.table(IndicatorTable.NAME)
                .where(IndicatorTable.MEASURE.col().notEqual("state"))
                .select(IndicatorTable.SLI_ID.col().as("component"))
                .distinct();
        return inputs.table(INCIDENTS).join(shares, Names.of("component"), "left_anti");
    }

    /** Major incidents; a service whose months are monitored and that had none has an empty record, not none. */
    private static Dataset<Row> incidents(Dataset<Row> monitored, Dataset<Row> incidents, Parameters parameters) {
        Column end = coalesce(col("resolved_at"), col("closed_at"), lit(parameters.asOfInstant()));
        Column isMajor =
                coalesce(col("major"), lit(false)).or(coalesce(col("severity").leq(2), lit(false)));
        Dataset<Row> major = months(
                        incidents
                                .where(isMajor)
                                .withColumn("ended_at", end)
                                .where(col("ended_at").gt(col("opened_at"))),
                        col("opened_at"),
                        col("ended_at"),
                        parameters)
                .select(SERVICE_ID.col(), MONTH.col(), col(FROM), col(TO));
        Dataset<Row> begun = incidents.agg(min(col("opened_at")).as("record_begins"));
        return monitored
                .select(SERVICE_ID.col(), MONTH.col())
                .distinct()
                .join(begun, lit(true), "cross")
                .where(col("record_begins").leq(monthStart(parameters)))
                .join(major, Names.of(SERVICE_ID, MONTH), "left")
                .transform(rows -> account(
                        rows, lit("incident"), "outages", lit(0L), lit(null).cast(StringType)));
    }

    /** Usage that is charged by the hour or finer. */
    private static Dataset<Row> charges(Dataset<Row> lines, Parameters parameters) {
        Column seconds = unix_seconds(col("ChargePeriodEnd")).minus(unix_seconds(col("ChargePeriodStart")));
        Dataset<Row> hourly = lines.where(col("ChargeCategory")
                .equalTo("Usage")
                .and(SERVICE_ID.col().isNotNull())
                .and(seconds.between(1, HOUR)));
        return account(
                months(hourly, col("ChargePeriodStart"), col("ChargePeriodEnd"), parameters),
                lit("billing"),
                "charges",
                lit(HOUR),
                lit(null).cast(StringType));
    }

    private static Dataset<Row> agreements(Dataset<Row> scopes, Parameters parameters) {
        Dataset<Row> segments = scopes.where(AgreementScope.MEASURE
                        .col()
                        .equalTo("state")
                        .and(AgreementScope.PERIOD_UNIT.col().equalTo("month")))
                .select(
                        AgreementScope.SERVICE_ID.col(),
                        AgreementScope.RESOLUTION_SECONDS.col(),
                        explode(AgreementScope.SEGMENTS.col()).as("segment"))
                .where(col("segment.state").notEqual("UNKNOWN"));
        return account(
                months(segments, col("segment.from_at"), col("segment.to_at"), parameters),
                lit("sla"),
                "state",
                AgreementScope.RESOLUTION_SECONDS.col(),
                col("segment.state"));
    }

    private static Dataset<Row> reports(Dataset<Row> indicators, Dataset<Row> reports) {
        Column month = trunc(col("period_start"), "MM");
        return indicators
                .join(reports, Names.of(ObjectiveTable.SLI_ID), "inner")
                .where(col("reported_availability")
                        .isNotNull()
                        .and(col("period_start").equalTo(month))
                        .and(col("period_end").equalTo(add_months(month, 1))))
                .groupBy(SERVICE_ID.col(), month.as(MONTH.name()))
                .agg(min(col("reported_availability")).cast(FIGURE).as("availability"))
                .select(
                        SERVICE_ID.col(),
                        MONTH.col(),
                        lit("vendor").as("source"),
                        lit("figure").as("kind"),
                        lit(0L).as("probe_seconds"),
                        col("availability"),
                        lit(null).cast(LongType).as(FROM),
                        lit(null).cast(LongType).as(TO),
                        lit(null).cast(StringType).as("state"));
    }

    /** Rows with {@code from} and {@code to} in epoch seconds, once in each month that they touch. */
    private static Dataset<Row> months(Dataset<Row> rows, Column from, Column to, Parameters parameters) {
        String zone = parameters.zone().getId();
        Column last = to.minus(expr("INTERVAL 1 SECOND"));
        Column months = sequence(
                trunc(from_utc_timestamp(from, zone), "MM"),
                trunc(from_utc_timestamp(last, zone), "MM"),
                expr("INTERVAL 1 MONTH"));
        return rows.withColumn(FROM, unix_seconds(from))
                .withColumn(TO, unix_seconds(to))
                .where(col(TO).gt(col(FROM)))
                .withColumn(MONTH.name(), explode(months))
                .where(parameters.wanted(MONTH.col()));
    }

    private static Dataset<Row> account(
            Dataset<Row> rows, Column source, String kind, Column probeSeconds, Column state) {
        return rows.select(
                SERVICE_ID.col(),
                MONTH.col(),
                source.as("source"),
                lit(kind).as("kind"),
                probeSeconds.cast(LongType).as("probe_seconds"),
                lit(null).cast(FIGURE).as("availability"),
                col(FROM),
                col(TO),
                state.as("state"));
    }

    /** One row a service and month with the accounts of its sources. */
    private static Dataset<Row> byMonth(Dataset<Row> pieces) {
        Column piece = when(col(FROM).isNotNull(), struct(col(FROM), col(TO), col("state")));
        return pieces.groupBy(SERVICE_ID.col(), MONTH.col(), col("source"), col("kind"))
                .agg(
                        max("probe_seconds").as("probe_seconds"),
                        max("availability").as("availability"),
                        array_sort(collect_list(piece)).as("pieces"))
                .groupBy(SERVICE_ID.col(), MONTH.col())
                .agg(array_sort(collect_list(struct(
                                col("source"), col("kind"), col("probe_seconds"), col("availability"), col("pieces"))))
                        .as("accounts"));
    }

    private static Dataset<Row> closed(Dataset<Row> months, Parameters parameters) {
        return months.where(parameters.wanted(MONTH.col()))
                .withColumn("month_from", monthStart(parameters))
                .withColumn(
                        "month_to",
                        to_utc_timestamp(
                                add_months(MONTH.col(), 1).cast(TimestampType),
                                parameters.zone().getId()))
                .where(col("month_to").leq(lit(parameters.asOfInstant())));
    }

    private static Column monthStart(Parameters parameters) {
        return to_utc_timestamp(
                MONTH.col().cast(TimestampType), parameters.zone().getId());
    }

    private static Dataset<Row> compared(Dataset<Row> months, Dataset<Row> windows, Parameters parameters) {
        Dataset<Row> approved = windows.where(
                        col("approved_at").isNotNull().and(col("approved_at").leq(col("starts_at"))))
                .withColumn(SERVICE_ID.name(), substring_index(col("scope"), "/", 1));
        Dataset<Row> maintenance = months(approved, col("starts_at"), col("ends_at"), parameters)
                .groupBy(SERVICE_ID.col(), MONTH.col())
                .agg(array_sort(collect_list(struct(col(FROM), col(TO)))).as("maintenance"));
        Column bySource = col("availability");
        Column tools = map_filter(
                bySource,
                (source, ratio) ->
                        source.isin("incident", "billing", "sla", "vendor").unary_$bang());
        return months.join(maintenance, Names.of(SERVICE_ID, MONTH), "left")
                .withColumn(
                        "compared",
                        Reconciliations.of(struct(
                                unix_seconds(col("month_from")).as(FROM),
                                unix_seconds(col("month_to")).as(TO),
                                coalesce(col("maintenance"), array()).as("maintenance"),
                                col("accounts"))))
                .select(SERVICE_ID.col(), MONTH.col(), col("compared.*"))
                .withColumn(AVAILABILITY_MONITORING.name(), tools)
                .withColumn(AVAILABILITY_INCIDENT.name(), try_element_at(bySource, lit("incident")))
                .withColumn(AVAILABILITY_BILLING.name(), try_element_at(bySource, lit("billing")))
                .withColumn(AVAILABILITY_SLA.name(), try_element_at(bySource, lit("sla")))
                .withColumn(AVAILABILITY_VENDOR.name(), try_element_at(bySource, lit("vendor")));
    }
}
