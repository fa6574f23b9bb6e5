package io.plimsoll.gold.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.Practice;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.Lake;
import io.plimsoll.lake.Views;
import io.plimsoll.run.AllTables;
import io.plimsoll.run.Graph;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.PracticeTable;
import io.plimsoll.testing.LocalSpark;
import io.plimsoll.testing.Rows;
import io.plimsoll.testing.TextTable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every rating can be traced: {@code plimsoll sql} with the published query returns what was counted. A lake holds the records of
 * practices' cases that rate high, in an organisation west of Greenwich with a name that SQL must quote.
 */
class EvidenceQueryTest {

    private static final Parameters PARAMETERS =
            new Parameters(LocalDate.of(2026, 4, 1), ZoneId.of("America/New_York"), Optional.empty());
    private static final Graph GRAPH = AllTables.graph(List.of());
    private static final String UNIT = "parcel's \\ letters";
    private static final String TRACED = """
            SELECT %d AS rating, count(*) AS evidence_rows, coalesce(sum(IF(counted, weight, 0)), 0) AS numerator,
              coalesce(sum(weight), 0) AS denominator, max(evidenced_on) AS newest_evidence_on
            FROM (
            %s
            )""";

    /** Queries of every make: over gold and silver, with names of their own, unions, windows, arrays, what is in force. */
    @Test
    void ratingsAreTracedThroughSql(@TempDir Path folder) throws Exception {
        Set<String> practices = Set.of("M1.2", "M2.2", "M3.4", "M4.6", "M7.2", "M8.6");
        Lake lake = lakeOf(Practice.delivered().stream().map(Practice::id).collect(Collectors.toSet()), folder);

        List<Row> ratings = ratings(practices, lake);

        assertThat(ratings)
                .extracting(rating -> rating.<String>getAs("scope_id"))
                .contains("enterprise", UNIT, "red");
        assertTraced(ratings, lake);
    }

    /** Each practice on the records of its own case. */
    @Test
    @Tag("long")
    void theRatingsOfAllPracticesAreTracedThroughSql(@TempDir Path folder) throws Exception {
        for (Practice practice : Practice.delivered()) {
            Set<String> alone = Set.of(practice.id());
            Lake lake = lakeOf(alone, folder.resolve(practice.id()));

            List<Row> ratings = ratings(alone, lake);

            assertThat(ratings).as(practice.id()).isNotEmpty();
            assertTraced(ratings, lake);
        }
    }

    private static Lake lakeOf(Set<String> practices, Path folder) {
        Lake lake = new Lake(LocalSpark.session(), folder.toString());
        tables(practices)
                .forEach((contract, rows) -> new Rows()
                        .with(contract, rows)
                        .inputs()
                        .table(contract.name())
                        .coalesce(1)
                        .write()
                        .format("delta")
                        .save(lake.path(contract.name())));
        LocalSpark.session()
                .createDataFrame(PracticeTable.rows(Practice.delivered()), PracticeTable.CONTRACT.schema())
                .write()
                .format("delta")
                .save(lake.path(PracticeTable.NAME));
        return lake;
    }

    private static List<Row> ratings(Set<String> ids, Lake lake) {
        List<Practice> practices = Practice.delivered().stream()
                .filter(practice -> ids.contains(practice.id()))
                .toList();
        return new MaturityPractice(practices)
                .build(name -> lake.read(GRAPH.contract(name)), PARAMETERS)
                .where("evidence_rows > 0")
                .collectAsList();
    }

    private static void assertTraced(List<Row> ratings, Lake lake) throws Exception {
        List<String> queries = new ArrayList<>();
        for (Row rating : ratings) {
            queries.add(TRACED.formatted(queries.size(), rating.<String>getAs("evidence_query")));
        }
        List<Row> traced = new Views(lake, GRAPH.contracts())
                .query(String.join("\nUNION ALL\n", queries), Map.of())
                .orderBy("rating")
                .collectAsList();
        assertThat(traced.stream().map(EvidenceQueryTest::counts).toList())
                .isEqualTo(ratings.stream().map(EvidenceQueryTest::counts).toList());
    }

    /** Sums of weights are the same to nine digits, whatever their order. */
    private static List<Object> counts(Row row) {
        return List.of(
                row.<Long>getAs("evidence_rows"),
                "%.9g".formatted(row.<Double>getAs("numerator")),
                "%.9g".formatted(row.<Double>getAs("denominator")),
                row.<LocalDate>getAs("newest_evidence_on"));
    }

    /** The rows of the practices' cases together; of rows with one key the first. */
    private static Map<TableContract, List<Map<String, Object>>> tables(Set<String> practices) {
        Map<String, Map<List<Object>, Map<String, Object>>> byKey = new TreeMap<>();
        PracticeCase.all().stream()
                .filter(each -> each.kind().equals("high") && practices.contains(each.practice()))
                .forEach(each -> each.tables().forEach((name, text) -> {
                    TableContract contract = GRAPH.contract(name);
                    TextTable.rows(contract, text.replace("parcel", UNIT)).stream()
                            .map(EvidenceQueryTest::onAGrid)
                            .forEach(row -> byKey.computeIfAbsent(name, table -> new LinkedHashMap<>())
                                    .putIfAbsent(key(contract, row), row));
                }));
        return byKey.entrySet().stream()
                .collect(Collectors.toMap(
                        table -> GRAPH.contract(table.getKey()),
                        table -> List.copyOf(table.getValue().values())));
    }

    /** No indicator has a resolution of 0, which is what a case that does not name it leaves there. */
    private static Map<String, Object> onAGrid(Map<String, Object> row) {
        row.replace(IndicatorTable.RESOLUTION_SECONDS.name(), 0L, 60L);
        return row;
    }

    private static List<Object> key(TableContract contract, Map<String, Object> row) {
        if (contract.key().isEmpty()) {
            return List.of(row);
        }
        return contract.key().stream()
                .map(column -> Optional.ofNullable(row.get(column)))
                .map(Object.class::cast)
                .toList();
    }
}
