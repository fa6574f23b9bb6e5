package io.plimsoll.bridge;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import io.plimsoll.statistics.capacity.CapacityScenario;
import io.plimsoll.statistics.capacity.DemandOutlook;
import io.plimsoll.statistics.capacity.Exhaustion;
import io.plimsoll.statistics.capacity.UsableCapacity;
import io.plimsoll.statistics.capacity.UsageSummary;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Capacity plans of many resources: what was used, when it runs out, what to order by when.
 *
 * <p>The result has the key columns and {@link #FIGURES}: a row a series and scenario that its key carries in {@value CapacityColumns#SCENARIOS},
 * and one row a series, with a null scenario, where the key has no such column.
 *
 * @param end the first UTC day that is not looked at: the day of step 1
 */
public record CapacityPlans(LocalDate end) implements Serializable {

    /** One scenario as the key carries it; starts_on is null for at once. */
    public static final StructType SCENARIO = new StructType()
            .add("scenario_id", StringType, false)
            .add("growth", DoubleType, false)
            .add("launched", DoubleType, false)
            .add("starts_on", DateType, true)
            .add("units", IntegerType, false);

    /** Type of {@value CapacityColumns#SCENARIOS}. */
    public static final ArrayType SCENARIO_LIST = createArrayType(SCENARIO, false);

    /** What is said of a series under a scenario. Null is not known; status says why. */
    public static final StructType FIGURES = new StructType()
            .add("scenario_id", StringType, true)
            .add("scenario_raw_capacity", DoubleType, true)
            .add("usable_capacity", DoubleType, true)
            .add("hours_observed", LongType, false)
            .add("p50", DoubleType, true)
            .add("p95", DoubleType, true)
            .add("p99", DoubleType, true)
            .add("max", DoubleType, true)
            .add("coverage_ratio", DoubleType, true)
            .add("headroom_ratio", DoubleType, true)
            .add("exhausts_p10_on", DateType, true)
            .add("exhausts_p50_on", DateType, true)
            .add("exhausts_p90_on", DateType, true)
            .add("p_exhaust_before_lead_time", DoubleType, true)
            .add("p_exhaust_within_horizon", DoubleType, true)
            .add("horizon_days", IntegerType, false)
            .add("status", StringType, false)
            .add("order_by_on", DateType, true)
            .add("recommended_capacity", DoubleType, true);

    /** There is no usable capacity to plan against. */
    public static final String CAPACITY_UNKNOWN = "capacity_unknown";

    /** The scenario takes every unit there is. */
    public static final String NO_UNIT_LEFT = "no_unit_left";

    /** A quarter beyond the lead time is looked ahead, at most a year in all: what is bought is decided by the quarter. */
    private static final int QUARTER_DAYS = 91;

    private static final int YEAR_DAYS = 365;

    /** A demand that is exceeded in one quarter in ten. */
    private static final double ORDERED_FOR = 0.9;

    /**
     * The plans.
     *
     * @param points hours with the key and the columns of {@link CapacityColumns}; one a key and hour
     * @param key columns that name a series, those of {@link CapacityColumns} that declare the resource among them
     */
    public Dataset<Row> of(Dataset<Row> points, List<String> key) {
        StructType output = SeriesFanOut.keyed(points, key, FIGURES);
        List<String> names = List.copyOf(key);
        return SeriesFanOut.of(
                points,
                key,
                CapacityColumns.HOUR,
                List.of(CapacityColumns.USED_MEAN, CapacityColumns.USED_MAX),
                output,
                series -> rows(series, names));
    }

    private List<Row> rows(Series series, List<String> names) {
        NamedKey key = new NamedKey(series.key(), names);
        ResourceUse use = ResourceUse.of(series, end.toEpochDay());
        ResourceTerms terms = ResourceTerms.of(key);
        int horizon = Math.min(YEAR_DAYS, QUARTER_DAYS + terms.leadDays().orElse(0));
        Optional<DemandOutlook> outlook =
                terms.capacity().map(capacity -> DemandOutlook.of(use.busiestHours(), capacity.raw(), horizon));
        List<Row> rows = new ArrayList<>();
        for (Asked asked : asked(key)) {
            rows.add(row(series.key(), asked, use, terms, outlook, horizon));
        }
        return rows;
    }

    private List<Asked> asked(NamedKey key) {
        if (!key.has(CapacityColumns.SCENARIOS)) {
            return List.of(new Asked(null, CapacityScenario.AS_IS));
        }
        List<Asked> asked = new ArrayList<>();
        for (Row scenario : key.rows(CapacityColumns.SCENARIOS)) {
            LocalDate from = scenario.isNullAt(3) ? end : scenario.<LocalDate>getAs(3);
            int step = (int) Math.max(1, from.toEpochDay() - end.toEpochDay() + 1);
            asked.add(new Asked(
                    scenario.getString(0),
                    new CapacityScenario(scenario.getDouble(1), scenario.getDouble(2), step, scenario.getInt(4))));
        }
        return asked;
    }

    private Row row(
            Row key, Asked asked, ResourceUse use, ResourceTerms terms, Optional<DemandOutlook> outlook, int horizon) {
        Optional<UsableCapacity> capacity =
                terms.capacity().filter(there -> asked.leavesUnits(there)).map(asked.scenario()::capacity);
        Exhaustion exhaustion = capacity.isPresent() && outlook.isPresent()
                ? outlook.get()
                        .exhaustion(
                                asked.scenario(),
                                capacity.get(),
                                terms.leadDays().orElse(0))
                : Exhaustion.INSUFFICIENT;
        Cells cells = new Cells(key, FIGURES.size());
        cells.add(asked.name());
        cells.add(capacity.map(UsableCapacity::raw).orElse(null));
        cells.add(capacity.map(UsableCapacity::usable).orElse(null));
        addUse(cells, use, capacity);
        addDates(cells, exhaustion, terms.leadDays());
        cells.add(horizon);
        cells.add(status(exhaustion, terms, capacity));
        cells.add(terms.leadDays().isPresent() ? day(exhaustion.orderBy()) : null);
        cells.add(recommended(asked.scenario(), outlook, capacity, terms));
        return cells.row();
    }

    private static void addUse(Cells cells, ResourceUse use, Optional<UsableCapacity> capacity) {
        Optional<UsageSummary> summary = use.recentMeans();
        cells.add(summary.map(seen -> (long) seen.samples()).orElse(0L));
        cells.add(summary.map(UsageSummary::p50).orElse(null));
        cells.add(summary.map(UsageSummary::p95).orElse(null));
        cells.add(summary.map(UsageSummary::p99).orElse(null));
        cells.add(summary.map(seen -> use.highest()).orElse(null));
        cells.add(summary.map(UsageSummary::coverage).orElse(null));
        cells.add(summary.flatMap(seen -> capacity.filter(there -> there.usable() > 0)
                        .map(there -> there.headroom(seen.p99()) / there.usable()))
                .orElse(null));
    }

    private void addDates(Cells cells, Exhaustion exhaustion, OptionalInt leadDays) {
        cells.add(day(exhaustion.p10()));
        cells.add(day(exhaustion.p50()));
        cells.add(day(exhaustion.p90()));
        cells.add(leadDays.isPresent() ? number(exhaustion.beforeLeadTime()) : null);
        cells.add(number(exhaustion.withinHorizon()));
    }

    private static String status(Exhaustion exhaustion, ResourceTerms terms, Optional<UsableCapacity> underScenario) {
        if (terms.capacity().isEmpty()) {
            return CAPACITY_UNKNOWN;
        }
        return underScenario.isEmpty()
                ? NO_UNIT_LEFT
                : exhaustion.status().name().toLowerCase(Locale.ROOT);
    }

    /** The size that carries nine of ten paths' highest day at the target utilisation, as it can be ordered. */
    private static @Nullable Double recommended(
            CapacityScenario scenario,
            Optional<DemandOutlook> outlook,
            Optional<UsableCapacity> capacity,
            ResourceTerms terms) {
        OptionalDouble peak =
                outlook.map(demand -> demand.peak(scenario, ORDERED_FOR)).orElse(OptionalDouble.empty());
        return capacity.filter(there -> peak.isPresent() && there.usable() > 0)
                .map(there -> there.orderable(
                        there.recommendedRaw(peak.getAsDouble(), terms.targetUtilisation()), terms.orderStep()))
                .orElse(null);
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    /** Step 0 is the last day that was looked at. */
    private @Nullable LocalDate day(OptionalInt step) {
        return step.isPresent() ? end.plusDays(step.getAsInt() - 1L) : null;
    }

    private record Asked(@Nullable String name, CapacityScenario scenario) {

        boolean leavesUnits(UsableCapacity capacity) {
            return capacity.units() + scenario.units() >= 1;
        }
    }
}
