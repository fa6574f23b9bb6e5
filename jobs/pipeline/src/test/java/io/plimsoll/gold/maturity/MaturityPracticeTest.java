package io.plimsoll.gold.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.bridge.TableQuery;
import io.plimsoll.config.Practice;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.KeyedFeed;
import io.plimsoll.silver.catalogue.OrganisationTable;
import io.plimsoll.silver.catalogue.PracticeTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import io.plimsoll.testing.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** One practice: incidents are acknowledged. Team red runs s1 for unit shop, team blue runs s2 for nobody in particular. */
class MaturityPracticeTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 4, 1);
    private static final Parameters PARAMETERS = new Parameters(AS_OF, ZoneOffset.UTC, Optional.empty());
    private static final Practice ACKNOWLEDGED = practice("""
            SELECT incident_id AS item, acknowledged_at IS NOT NULL AS counted, service_id, opened_at AS evidenced_at
            FROM silver.incident WHERE opened_at < :as_of_at""");

    @Test
    void everyScopeIsRatedOnItsOwnRows() {
        Inputs inputs = inputs(acknowledged(20, "s1"), open(20, "s2"));

        assertThat(rating(inputs, "team", "red")).isEqualTo("F");
        assertThat(rating(inputs, "business_unit", "shop")).isEqualTo("F");
        assertThat(rating(inputs, "team", "blue")).isEqualTo("N");
        assertThat(rating(inputs, "enterprise", "enterprise")).isEqualTo("P");
    }

    /** Three of three is a lower bound of 0.65 only: half the data never raises a rating. */
    @Test
    void littleEvidenceIsRatedByItsLowerBound() {
        assertThat(rating(inputs(acknowledged(3, "s1")), "team", "red")).isEqualTo("L");
        assertThat(rating(inputs(acknowledged(2, "s1")), "team", "red")).isEqualTo("not_evidenced");
    }

    @Test
    void whereThereIsNoEvidenceThereIsNoRating() {
        Row row = row(inputs(acknowledged(20, "s1")), "team", "blue");

        assertThat(row.<String>getAs("rating")).isEqualTo("not_evidenced");
        assertThat(row.<Object>getAs("lower_bound")).isNull();
        assertThat(row.<Double>getAs("denominator")).isZero();
    }

    /** A team cannot answer for what only the enterprise does: it is not asked, and not held back by it. */
    @Test
    void aPracticeIsAskedOfItsScopesAlone() {
        Map<String, Object> practice = new HashMap<>(practiceRow());
        practice.put("scopes", new String[] {"enterprise"});
        Dataset<Row> rows =
                new MaturityPractice(List.of(ACKNOWLEDGED)).build(inputs(practice, acknowledged(3, "s1")), PARAMETERS);

        assertThat(Rows.values(rows, MaturityPractice.SCOPE_ID, MaturityPractice.EVIDENCE_ROWS))
                .containsExactly(List.of("enterprise", 3L));
    }

    @Test
    void staleEvidenceSaysNothingAnyMore() {
        Row row = row(inputs(incidents(20, "s1", true, "2025-12-01T08:00:00Z")), "team", "red");

        assertThat(row.<String>getAs("rating")).isEqualTo("not_evidenced");
        assertThat(row.<LocalDate>getAs("stale_since")).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    /** In Auckland 1 April begins at 11:00 UTC of 31 March, and what happened in the hour before is of 31 March. */
    @Test
    void theRunsDateBeginsInTheOrganisationsZone() {
        Inputs inputs = inputs(
                incidents(1, "s1", true, "2026-03-31T10:59:59Z"), incidents(1, "s1", true, "2026-03-31T11:00:00Z"));
        Row row = new MaturityPractice(List.of(ACKNOWLEDGED))
                .build(inputs, new Parameters(AS_OF, ZoneId.of("Pacific/Auckland"), Optional.empty()))
                .where("scope_id = 'red'")
                .first();

        assertThat(row.<Long>getAs("evidence_rows")).isEqualTo(1);
        assertThat(row.<LocalDate>getAs("newest_evidence_on")).isEqualTo(LocalDate.of(2026, 3, 31));
    }

    @Test
    void theEvidenceQueryOfAScopeReturnsTheRowsThatWereCounted() {
        Inputs inputs = inputs(acknowledged(4, "s1"), open(3, "s1"), open(5, "s2"));
        Row row = row(inputs, "business_unit", "shop");

        List<Row> counted =
                TableQuery.of(row.getAs("evidence_query")).over(inputs).collectAsList();

        assertThat(counted).hasSize(row.<Long>getAs("evidence_rows").intValue()).hasSize(7);
        assertThat(counted.stream()
                        .filter(each -> each.<Boolean>getAs("counted"))
                        .count())
                .isEqualTo(4);
    }

    @Test
    void aWrongQueryIsNamedWithItsPlace() {
        assertThat(problem("SELECT nosuch AS item FROM silver.incident"))
                .startsWith("conf/maturity.yaml:12: M9.1.evidence: [UNRESOLVED_COLUMN")
                .contains("`nosuch` cannot be resolved");
        assertThat(problem("SELECT incident_id AS item FROM silver.incident"))
                .isEqualTo(
                        "conf/maturity.yaml:12: M9.1.evidence: column counted is missing, column evidenced_at is missing,"
                                + " column service_id is missing; an evidence query gives counted, evidenced_at, item, service_id and"
                                + " may give business_unit, team_id, weight");
        assertThat(problem("SELECT * FROM silver.nosuch"))
                .isEqualTo(
                        "conf/maturity.yaml:12: M9.1.evidence: reads silver.nosuch, which is no table; 'plimsoll tables'"
                                + " lists them");
        assertThat(problem("SELECT * FROM bronze.incident"))
                .contains("reads bronze.incident; name silver and gold tables");
        assertThat(problem("SELEC 1")).contains("Syntax error at or near 'SELEC'");
    }

    private static String problem(String evidence) {
        List<String> tables = List.of("silver.incident", ServiceTable.NAME, "silver.team");
        return PracticeCheck.problems(List.of(practice(evidence)), tables, inputs())
                .get(0)
                .toString();
    }

    private static String rating(Inputs inputs, String kind, String id) {
        return row(inputs, kind, id).getAs("rating");
    }

    private static Row row(Inputs inputs, String kind, String id) {
        return new MaturityPractice(List.of(ACKNOWLEDGED))
                .build(inputs, PARAMETERS)
                .where("scope_kind = '" + kind + "' AND scope_id = '" + id + "'")
                .collectAsList()
                .get(0);
    }

    private static Practice practice(String evidence) {
        return new Practice(
                "M9.1",
                "M9",
                "Incidents are acknowledged",
                2,
                1,
                3,
                90,
                Practice.SCOPES,
                new BigDecimal("0.15"),
                new BigDecimal("0.5"),
                new BigDecimal("0.85"),
                evidence,
                "conf/maturity.yaml",
                12);
    }

    @SafeVarargs
    private static Inputs inputs(List<Map<String, Object>>... incidents) {
        return inputs(practiceRow(), incidents);
    }

    @SafeVarargs
    private static Inputs inputs(Map<String, Object> practice, List<Map<String, Object>>... incidents) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (List<Map<String, Object>> some : incidents) {
            some.forEach(incident -> {
                Map<String, Object> numbered = new HashMap<>(incident);
                numbered.put("incident_id", "i" + all.size());
                all.add(numbered);
            });
        }
        return new Rows()
                .with(PracticeTable.CONTRACT, practice)
                .with(
                        ServiceTable.CONTRACT,
                        List.of(
                                Map.of("service_id", "s1", "team_id", "red", "depends_on", new String[0]),
                                Map.of("service_id", "s2", "team_id", "blue", "depends_on", new String[0])))
                .with(
                        OrganisationTable.TEAM.contract(),
                        List.of(Map.of("team_id", "red", "belongs_to", "shop"), Map.of("team_id", "blue")))
                .with(OrganisationTable.BUSINESS_UNIT.contract(), Map.of("business_unit_id", "shop"))
                .with(incident(), all)
                .inputs();
    }

    private static Map<String, Object> practiceRow() {
        return Map.ofEntries(
                Map.entry("practice_id", "M9.1"),
                Map.entry("area", "M9"),
                Map.entry("practice_name", "Incidents are acknowledged"),
                Map.entry("level", 2),
                Map.entry("effort", 1),
                Map.entry("minimum_evidence", 3),
                Map.entry("stale_days", 90),
                Map.entry("scopes", Practice.SCOPES.toArray(String[]::new)),
                Map.entry("partially", new BigDecimal("0.15")),
                Map.entry("largely", new BigDecimal("0.5")),
                Map.entry("fully", new BigDecimal("0.85")),
                Map.entry("evidence", ACKNOWLEDGED.evidence()));
    }

    private static List<Map<String, Object>> acknowledged(int count, String service) {
        return incidents(count, service, true, "2026-03-01T08:00:00Z");
    }

    private static List<Map<String, Object>> open(int count, String service) {
        return incidents(count, service, false, "2026-03-01T08:00:00Z");
    }

    private static List<Map<String, Object>> incidents(
            int count, String service, boolean acknowledged, String openedAt) {
        List<Map<String, Object>> incidents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> incident =
                    new HashMap<>(Map.of("service_id", service, "opened_at", Instant.parse(openedAt)));
            if (acknowledged) {
                incident.put("acknowledged_at", Instant.parse(openedAt));
            }
            incidents.add(incident);
        }
        return incidents;
    }

    private static TableContract incident() {
        return KeyedFeed.all().stream()
                .map(table -> table.contract())
                .filter(contract -> contract.name().equals("silver.incident"))
                .findFirst()
                .orElseThrow();
    }
}
