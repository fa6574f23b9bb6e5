package io.plimsoll.benchmarks;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.gold.objectives.AgreementScope;
import io.plimsoll.gold.objectives.SlaCompliance;
import io.plimsoll.lake.Lake;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.silver.SliSample;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An agreement an indicator with service hours from 8 to 18 o'clock each day, of which maintenance removes the hour from 12: three
 * segments a day. Good and total of each agreement by {@link SlaCompliance} and by the same join in DuckDB.
 */
final class DailyHours {

    private static final String SEGMENTS = "VALUES (8, 12, 'measured'), (12, 13, 'remove'), (13, 18, 'measured')";

    private static final Map<String, String> TERMS = Map.ofEntries(
            Map.entry("agreement_id", "format_string('agreement-%05d', id)"),
            Map.entry("objective_id", "'availability'"),
            Map.entry("service_id", "'service'"),
            Map.entry("sli_id", "format_string('indicator-%05d', id)"),
            Map.entry("tool", "'probe'"),
            Map.entry("measure", "'counts'"),
            Map.entry("method", "'Occurrences'"),
            Map.entry("target", "0.999"),
            Map.entry("resolution_seconds", "60"),
            Map.entry("missing_data", "'ignore'"),
            Map.entry("minimum_coverage", "0.95"),
            Map.entry("period_unit", "'month'"),
            Map.entry("zone", "'UTC'"),
            Map.entry("period_start", "DATE'2026-03-01'"),
            Map.entry("period_end", "DATE'2026-04-01'"),
            Map.entry("period_from_at", "TIMESTAMP'2026-03-01 00:00:00'"),
            Map.entry("period_to_at", "TIMESTAMP'2026-04-01 00:00:00'"),
            Map.entry("in_force_from", "DATE'2026-03-01'"),
            Map.entry("is_closed", "true"),
            Map.entry("is_first_recorded", "false"),
            Map.entry("unknown_seconds", "0"),
            Map.entry("expected_slices", "0"),
            Map.entry("expected_slices_gross", "0"),
            Map.entry("windows", "array()"),
            Map.entry("as_of", "DATE'2026-04-01'"));

    private final MinuteSlots slots;

    DailyHours(MinuteSlots slots) {
        this.slots = slots;
    }

    /** The pipeline's verdicts, written to the lake. */
    void ours(Lake lake) {
        SlaCompliance compliance = new SlaCompliance();
        Dataset<Row> scopes = scopes(lake);
        Dataset<Row> samples = lake.read(new SliSample().contract());
        Dataset<Row> noCharges = lake.empty(new ServiceCostDay().contract());
        Inputs inputs = name -> switch (name) {
            case AgreementScope.NAME -> scopes;
            case ServiceCostDay.NAME -> noCharges;
            default -> samples;
        };
        Parameters all = new Parameters(MinuteSlots.FIRST_DAY.plusDays(slots.days()), ZoneOffset.UTC, Optional.empty());
        lake.replaceAll(compliance.contract(), compliance.build(inputs, all));
    }

    /** DuckDB's statements that make the segments, once. */
    void prepare(Duck duck) {
        duck.run(
                "CREATE TABLE segments AS SELECT format('indicator-{:05d}', i) AS sli_id, DATE '1970-01-01' + CAST(d AS INTEGER) AS day,"
                        + " to_timestamp(d * 86400 + f * 3600) AS from_at, to_timestamp(d * 86400 + t * 3600) AS to_at, treatment"
                        + " FROM range(" + slots.indicators() + ") AS indicators(i), range(" + firstDay() + ", "
                        + (firstDay() + slots.days()) + ") AS days(d), (" + SEGMENTS + ") AS parts(f, t, treatment)");
    }

    /** The same figures by DuckDB, into a table. */
    void duck(Duck duck) {
        duck.run("CREATE OR REPLACE TABLE attained AS SELECT sli_id, sum(good) FILTER (treatment <> 'remove') AS good,"
                + " sum(total) FILTER (treatment <> 'remove') AS total, sum(good) AS good_gross, sum(total) AS total_gross"
                + " FROM slots JOIN segments USING (sli_id, day) WHERE measured_at >= from_at AND measured_at < to_at"
                + " GROUP BY sli_id");
    }

    private Dataset<Row> scopes(Lake lake) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("segments", segments());
        columns.put("expected_slots", "CAST(" + slots.days() * 9 * 60 + " AS BIGINT)");
        columns.put("excluded_seconds", "CAST(" + slots.days() * 3600 + " AS BIGINT)");
        columns.putAll(TERMS);
        List<String> select = new ArrayList<>();
        for (Field field : new AgreementScope().contract().fields()) {
            String value = columns.getOrDefault(field.name(), "NULL");
            select.add("CAST(" + value + " AS " + field.type().sql() + ") AS " + field.name());
        }
        return lake.session().range(slots.indicators()).selectExpr(select.toArray(String[]::new));
    }

    private String segments() {
        return "flatten(transform(sequence(" + firstDay() + ", " + (firstDay() + slots.days() - 1) + "), d -> array("
                + segment(8, 12, "measured") + ", " + segment(12, 13, "remove") + ", " + segment(13, 18, "measured")
                + ")))";
    }

    private static String segment(int fromHour, int toHour, String treatment) {
        return "named_struct('from_at', timestamp_seconds(d * 86400 + " + fromHour * 3600
                + "), 'to_at', timestamp_seconds(d * 86400 + " + toHour * 3600 + "), 'treatment', '" + treatment
                + "', 'state', CAST(NULL AS STRING), 'window_ids', CAST(array() AS ARRAY<STRING>))";
    }

    private static long firstDay() {
        return MinuteSlots.FIRST_DAY.toEpochDay();
    }
}
