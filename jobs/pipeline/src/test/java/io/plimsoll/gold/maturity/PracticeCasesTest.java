package io.plimsoll.gold.maturity;

import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.bridge.TableQuery;
import io.plimsoll.config.Practice;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.run.AllTables;
import io.plimsoll.run.Graph;
import io.plimsoll.silver.catalogue.PracticeTable;
import io.plimsoll.testing.LocalSpark;
import io.plimsoll.testing.Rows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of the delivered practices over records that rate it high, that rate it low, and that say nothing of it. */
@TestInstance(Lifecycle.PER_CLASS)
class PracticeCasesTest {

    private static final List<String> KINDS = List.of("high", "low", "none");
    private static final Parameters PARAMETERS =
            new Parameters(LocalDate.of(2026, 4, 1), ZoneOffset.UTC, Optional.empty());
    private static final Map<String, Practice> PRACTICES = Practice.delivered().stream()
            .collect(toMap(Practice::id, practice -> practice, (one, other) -> one, LinkedHashMap::new));
    private static final Graph GRAPH = AllTables.graph(List.of());

    private final Map<PracticeCase, Dataset<Row>> counted = new LinkedHashMap<>();

    static List<PracticeCase> cases() {
        return PracticeCase.all();
    }

    @Test
    void everyPracticeHasACaseOfEachKind() {
        List<String> wanted = PRACTICES.keySet().stream()
                .flatMap(practice -> KINDS.stream().map(kind -> practice + " " + kind))
                .toList();

        assertThat(cases()).extracting(PracticeCase::toString).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsCountedIsWhatTheCaseSays(PracticeCase each) {
        List<Row> rows = counted(each).collectAsList();

        assertThat(rows.stream().map(row -> seen(row, each))).containsExactlyInAnyOrderElementsOf(each.expected());
        assertThat(rows).extracting(row -> row.<String>getAs("item")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"high", "low", "none"})
    void everyPracticeIsRatedAsItsCaseSays(String kind) {
        List<PracticeCase> some =
                cases().stream().filter(each -> each.kind().equals(kind)).toList();
        Dataset<Row> evidence = some.stream()
                .map(each -> counted(each).withColumn(PracticeTable.PRACTICE_ID.name(), lit(each.practice())))
                .reduce(Dataset::unionByName)
                .orElseThrow();

        assertThat(ratings(evidence))
                .containsExactlyInAnyOrderEntriesOf(
                        some.stream().collect(toMap(PracticeCase::practice, PracticeCase::rating)));
    }

    /** A case's evidence is asked for once in the life of this class. */
    private Dataset<Row> counted(PracticeCase each) {
        return counted.computeIfAbsent(each, asked -> {
            Inputs inputs = asked.inputs(GRAPH).openedOnce();
            String query = PracticeEvidence.of(practice(asked), PARAMETERS).query(inputs);
            return Rows.held(TableQuery.of(query).over(inputs));
        });
    }

    private static Practice practice(PracticeCase each) {
        return Objects.requireNonNull(PRACTICES.get(each.practice()), () -> each + " is of no practice");
    }

    private static Map<String, String> ratings(Dataset<Row> evidence) {
        Dataset<Row> practices = LocalSpark.session()
                .createDataFrame(
                        PracticeTable.rows(new ArrayList<>(PRACTICES.values())), PracticeTable.CONTRACT.schema());
        Inputs catalogue = name -> name.equals(PracticeTable.NAME) ? practices : Rows.none(GRAPH.contract(name));
        return MaturityPractice.rated(evidence, catalogue, PARAMETERS).collectAsList().stream()
                .collect(toMap(row -> row.getAs("practice_id"), row -> row.getAs("rating")));
    }

    /** The columns that the case looks at, as a case writes them. */
    private static Map<String, String> seen(Row row, PracticeCase each) {
        Map<String, String> seen = new LinkedHashMap<>();
        List<Map<String, String>> expected = each.expected();
        for (String column :
                expected.isEmpty() ? List.of("item") : expected.get(0).keySet()) {
            Object value = row.getAs(column);
            seen.put(column, value == null ? "" : written(value));
        }
        return seen;
    }

    private static String written(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "yes" : "no";
        }
        return value instanceof Double number ? String.valueOf(Math.round(number * 1e6) / 1e6) : String.valueOf(value);
    }
}
