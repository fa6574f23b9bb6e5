package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.struct;

import io.plimsoll.contract.Columns;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.silver.SliSample;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What an objective came to between two instants, by the code that computes periods: {@link AgreementScope} with the window in
 * place of the period, judged like {@link SlaCompliance}. A row an agreement and version of its terms.
 */
public final class WindowAttainment {

    /** Stands for the agreement of an objective that is judged alone: around the clock, nothing excluded. */
    public static final String NO_AGREEMENT = "(none)";

    private static final BigDecimal DEFAULT_COVERAGE = new BigDecimal("0.95");

    /** The columns, in order; their meaning is that of {@link SlaCompliance}. */
    private static final List<Field> COLUMNS = List.of(
            AgreementScope.AGREEMENT_ID,
            AgreementScope.OBJECTIVE_ID,
            AgreementScope.SERVICE_ID,
            AgreementScope.PERIOD_FROM_AT,
            AgreementScope.PERIOD_TO_AT,
            AgreementScope.IN_FORCE_FROM,
            SlaCompliance.STATUS,
            AgreementScope.METHOD,
            AgreementScope.TARGET,
            SlaCompliance.ATTAINED_NET,
            SlaCompliance.ATTAINED_GROSS,
            SlaCompliance.GOOD,
            SlaCompliance.TOTAL,
            SlaCompliance.GOOD_GROSS,
            SlaCompliance.TOTAL_GROSS,
            AgreementScope.EXCLUDED_SECONDS,
            AgreementScope.UNKNOWN_SECONDS,
            SlaCompliance.COVERAGE_RATIO,
            AgreementScope.INITIAL_STATE,
            AgreementScope.AS_OF);

    private WindowAttainment() {}

    /** Names of the tables that it reads. */
    public static List<String> inputs() {
        List<String> inputs = new ArrayList<>(new AgreementScope().inputs());
        inputs.add(SliSample.NAME);
        return inputs;
    }

    /**
     * The figures of the window.
     *
     * @param inputs the tables of {@link #inputs()}
     * @param parameters the run's instant; nothing at or after it is seen
     * @param objective the objective's id
     * @param agreement the agreement under whose terms it is judged; empty for every agreement that promises the objective, and
     *     for the objective alone where none does
     * @param from start of the window
     * @param to end of the window, after its start
     */
    public static Dataset<Row> of(
            Inputs inputs,
            Parameters parameters,
            String objective,
            Optional<String> agreement,
            Instant from,
            Instant to) {
        Dataset<Row> promising = promising(inputs, objective, agreement);
        Dataset<Row> agreements = promising.isEmpty() ? alone(inputs, objective) : promising;
        Dataset<Row> scopes = AgreementScope.over(agreements, inputs, parameters, from, to);
        Dataset<Row> slots = inputs.table(SliSample.NAME)
                .where(SliSample.DAY
                        .col()
                        .between(
                                lit(from.atZone(ZoneOffset.UTC).toLocalDate()),
                                lit(to.atZone(ZoneOffset.UTC).toLocalDate())));
        return SlaCompliance.judge(scopes, slots)
                .orderBy(AgreementScope.AGREEMENT_ID.col(), AgreementScope.IN_FORCE_FROM.col())
                .select(Columns.of(COLUMNS))
                .withColumnRenamed(AgreementScope.PERIOD_FROM_AT.name(), "from_at")
                .withColumnRenamed(AgreementScope.PERIOD_TO_AT.name(), "to_at");
    }

    private static Dataset<Row> promising(Inputs inputs, String objective, Optional<String> agreement) {
        Column promises = promises(objective);
        Column asked = agreement
                .map(name -> AgreementTable.AGREEMENT_ID.col().equalTo(name))
                .orElseGet(() -> lit(true));
        return inputs.table(AgreementTable.NAME)
                .where(asked.and(exists(AgreementTable.OBJECTIVES.col(), promise -> isOf(promise, objective))))
                .withColumn(AgreementTable.OBJECTIVES.name(), promises);
    }

    private static Column promises(String objective) {
        return filter(AgreementTable.OBJECTIVES.col(), promise -> isOf(promise, objective));
    }

    private static Column isOf(Column promise, String objective) {
        return promise.getField("objective_id").equalTo(objective);
    }

    /** The objective as its own agreement: its service, its target, UTC, the defaults of the catalogue. */
    private static Dataset<Row> alone(Inputs inputs, String objective) {
        Map<String, Column> terms = Map.ofEntries(
                Map.entry(AgreementTable.AGREEMENT_ID.name(), lit(NO_AGREEMENT)),
                Map.entry(AgreementTable.TYPE.name(), lit("OLA")),
                Map.entry(AgreementTable.SERVICE_ID.name(), ObjectiveTable.SERVICE_ID.col()),
                Map.entry(
                        AgreementTable.OBJECTIVES.name(),
                        array(struct(
                                lit(objective).as("objective_id"),
                                lit(null).cast(Field.RATIO).as("target")))),
                Map.entry(AgreementTable.PERIOD_UNIT.name(), lit("month")),
                Map.entry(AgreementTable.ZONE.name(), lit("UTC")),
                Map.entry(AgreementTable.EXCLUSIONS.name(), map()),
                Map.entry(AgreementTable.MISSING_DATA.name(), lit("ignore")),
                Map.entry(AgreementTable.MINIMUM_COVERAGE.name(), lit(DEFAULT_COVERAGE)),
                Map.entry(AgreementTable.CREDIT_TIERS.name(), array()),
                Map.entry(AgreementTable.UNDERPINNED_BY.name(), array()));
        Column[] columns = AgreementTable.CONTRACT.fields().stream()
                .map(field -> terms.getOrDefault(field.name(), lit(null))
                        .cast(field.type())
                        .as(field.name()))
                .toArray(Column[]::new);
        return inputs.table(ObjectiveTable.NAME)
                .where(col(ObjectiveTable.OBJECTIVE_ID.name()).equalTo(objective))
                .select(ObjectiveTable.SERVICE_ID.col())
                .distinct()
                .select(columns);
    }
}
