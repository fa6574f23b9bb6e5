package io.plimsoll.gold.maturity;

import io.plimsoll.bridge.TableQuery;
import io.plimsoll.config.Practice;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What a practice's query counts, with the team and the business unit to which each thing belongs: those that the row names, else
 * those of its service. What is counted and what is published as {@code evidence_query} is one text. A row whose {@code counted}
 * is null says nothing and is left out.
 */
final class PracticeEvidence {

    static final String COUNTED = "counted";
    static final String WEIGHT = "weight";
    static final String TEAM = "team_id";
    static final String UNIT = "business_unit";
    static final String EVIDENCED_ON = "evidenced_on";

    private static final Set<String> REQUIRED = new TreeSet<>(List.of("item", COUNTED, "service_id", "evidenced_at"));
    private static final Set<String> OPTIONAL = new TreeSet<>(List.of(TEAM, UNIT, WEIGHT));
    private static final String OWNED = """
            SELECT evidence.item, CAST(evidence.counted AS BOOLEAN) AS counted, CAST(%s AS DOUBLE) AS weight,
              evidence.service_id, %s AS team_id, %s AS business_unit,
              CAST(%s AS DATE) AS evidenced_on
            FROM (
            %s
            ) AS evidence
            LEFT JOIN service_in_force AS owner ON owner.service_id = evidence.service_id
            LEFT JOIN team_in_force AS crew ON crew.team_id = %s
            WHERE evidence.counted IS NOT NULL""";

    private static final Parameters ANY_RUN = new Parameters(LocalDate.EPOCH, ZoneOffset.UTC, Optional.empty());

    private final Practice practice;
    private final Parameters parameters;
    private final TableQuery asked;

    private PracticeEvidence(Practice practice, Parameters parameters) {
        this.practice = practice;
        this.parameters = parameters;
        this.asked = TableQuery.of(TableQuery.runnable(practice.evidence(), parameters));
    }

    /**
     * The evidence of a practice as the run's date sees it.
     *
     * @throws IllegalArgumentException when the query reads something else than silver and gold tables
     */
    static PracticeEvidence of(Practice practice, Parameters parameters) {
        return new PracticeEvidence(practice, parameters);
    }

    /** The evidence of a practice whatever the run's date: for what it reads, not for its rows. */
    static PracticeEvidence ofAnyRun(Practice practice) {
        return of(practice, ANY_RUN);
    }

    /** The tables that the practice's own query reads. */
    Set<String> tables() {
        return asked.tables();
    }

    /**
     * The query whose rows are counted: item, counted, weight, service_id, team_id, business_unit, evidenced_on.
     *
     * @param inputs the tables, by which it is known which of the optional columns the practice's own query gives
     * @throws IllegalArgumentException when a column is missing or not known
     */
    String query(Inputs inputs) {
        StructType given = asked.over(inputs).schema();
        List<String> columns = Arrays.asList(given.fieldNames());
        rejectColumns(columns);
        String weight = columns.contains(WEIGHT) ? "evidence.weight" : "1";
        String team = columns.contains(TEAM) ? "coalesce(evidence.team_id, owner.team_id)" : "owner.team_id";
        String unit = "coalesce(" + (columns.contains(UNIT) ? "evidence.business_unit, " : "")
                + "owner.business_unit, crew.belongs_to)";
        return TableQuery.runnable(
                OWNED.formatted(weight, team, unit, evidencedOn(given), practice.evidence(), team), parameters);
    }

    /** An instant is of the workspace's day; a date is one already. */
    private String evidencedOn(StructType given) {
        String column = "evidence.evidenced_at";
        return given.apply("evidenced_at").dataType().equals(DataTypes.TimestampType)
                ? "from_utc_timestamp(" + column + ", '" + parameters.zone().getId() + "')"
                : column;
    }

    /** The rows of {@link #query}. */
    Dataset<Row> rows(Inputs inputs) {
        return TableQuery.of(query(inputs)).over(inputs);
    }

    private static void rejectColumns(List<String> columns) {
        List<String> wrong = new ArrayList<>();
        REQUIRED.stream().filter(name -> !columns.contains(name)).forEach(name -> wrong.add(name + " is missing"));
        columns.stream()
                .filter(name -> !REQUIRED.contains(name) && !OPTIONAL.contains(name))
                .forEach(name -> wrong.add(name + " is not known"));
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "column " + String.join(", column ", wrong) + "; an evidence query gives "
                            + String.join(", ", REQUIRED) + " and may give " + String.join(", ", OPTIONAL));
        }
    }
}
