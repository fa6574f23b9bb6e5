package io.plimsoll.gold.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.Settings;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.objectives.ObjectiveTimeline;
import io.plimsoll.gold.objectives.SlaCompliance;
import io.plimsoll.silver.KeyedFeed;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.silver.SliDay;
import io.plimsoll.silver.SliRecord;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.OrganisationTable;
import io.plimsoll.silver.catalogue.ScorecardSettingTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import io.plimsoll.testing.BuiltTables;
import io.plimsoll.testing.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** Agreements on 1 April 2026 in UTC, each on a service of its name, of team web, in stage pay, reviewed a month ago. */
class RetirementCandidateTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 4, 1);
    private static final Parameters PARAMETERS = new Parameters(AS_OF, ZoneOffset.UTC, Optional.empty());
    private static final TableContract EVENTS = KeyedFeed.all().stream()
            .map(Table::contract)
            .filter(contract -> contract.name().equals(RetirementSignals.EVENTS))
            .findFirst()
            .orElseThrow();

    private final Map<TableContract, List<Map<String, Object>>> tables = new HashMap<>();

    RetirementCandidateTest() {
        List.of(
                        AgreementTable.CONTRACT,
                        ServiceTable.CONTRACT,
                        ObjectiveTable.CONTRACT,
                        OrganisationTable.VENDOR.contract(),
                        new SlaCompliance().contract(),
                        new ObjectiveTimeline().contract(),
                        new ServiceCostDay().contract(),
                        new SliDay().contract(),
                        new SliRecord().contract(),
                        EVENTS)
                .forEach(contract -> tables.put(contract, new ArrayList<>()));
        add(OrganisationTable.TEAM.contract(), Map.of("team_id", "web"));
        Settings.deliveredScorecards()
                .forEach((setting, value) ->
                        add(ScorecardSettingTable.CONTRACT, Map.of("setting", setting, "value", value)));
        add(EVENTS, event("another", LocalDate.of(2024, 1, 1)));
    }

    private void add(TableContract contract, Map<String, Object> row) {
        tables.computeIfAbsent(contract, each -> new ArrayList<>()).add(row);
    }

    private static Map<String, Object> event(String agreement, LocalDate day) {
        Instant at = day.atTime(10, 0).toInstant(ZoneOffset.UTC);
        return Map.of("event_id", agreement + day, "agreement_id", agreement, "at", at, "kind", "legal_review");
    }

    private void agreement(String name, String team, String stage, String indicator) {
        Map<String, Object> service = new HashMap<>(Map.of("service_id", name, "team_id", team));
        if (!stage.isEmpty()) {
            service.put("journey_stage", stage);
        }
        add(ServiceTable.CONTRACT, service);
        add(ObjectiveTable.CONTRACT, Map.of("objective_id", name + "-up", "sli_id", indicator, "service_id", name));
        add(
                AgreementTable.CONTRACT,
                Map.of(
                        "agreement_id",
                        name,
                        "service_id",
                        name,
                        "type",
                        "SLA",
                        "provider",
                        "web",
                        "customer",
                        "shop",
                        "objectives",
                        List.of(RowFactory.create(name + "-up", null)),
                        "effective_from",
                        LocalDate.of(2024, 1, 1)));
    }

    private void agreement(String name, String team, String stage) {
        agreement(name, team, stage, name + "-up");
        reviewed(name, AS_OF.minusMonths(1));
    }

    private void reviewed(String agreement, LocalDate day) {
        add(EVENTS, event(agreement, day));
    }

    private void decided(String agreement, String decision, String at, String id) {
        Map<String, Object> event = new HashMap<>(event(agreement, AS_OF));
        event.putAll(Map.of("event_id", id, "at", Instant.parse(at), "kind", "decision", "decision", decision));
        add(EVENTS, event);
    }

    private void charge(String service, LocalDate day) {
        add(
                new ServiceCostDay().contract(),
                Map.of(
                        "day",
                        day,
                        "service_id",
                        service,
                        "currency",
                        "EUR",
                        "billed_cost",
                        new BigDecimal("300"),
                        "credited_cost",
                        BigDecimal.ZERO));
    }

    /** The last twelve months, of which the first {@code breached} use 2,000 bad of 1,000 allowed, the others {@code bad}. */
    private void year(String agreement, int breached, int bad) {
        for (int month = 0; month < 12; month++) {
            boolean isBreached = month < breached;
            add(
                    new SlaCompliance().contract(),
                    Map.of(
                            "agreement_id",
                            agreement,
                            "period_start",
                            LocalDate.of(2025, 4, 1).plusMonths(month),
                            "is_closed",
                            true,
                            "status",
                            isBreached ? "BREACHED" : "MET",
                            "target",
                            new BigDecimal("0.99"),
                            "good",
                            BigDecimal.valueOf(100_000 - (isBreached ? 2_000 : bad)),
                            "total",
                            BigDecimal.valueOf(100_000)));
        }
    }

    private Map<String, Row> candidates() {
        Rows rows = new Rows();
        tables.forEach(rows::with);
        Map<String, Row> byAgreement = new HashMap<>();
        new BuiltTables(rows.inputs(), PARAMETERS, new RetirementCandidate())
                .table(RetirementCandidate.NAME)
                .collectAsList()
                .forEach(row -> byAgreement.put(row.getAs("agreement_id"), row));
        return byAgreement;
    }

    private static List<String> signals(Row row) {
        List<String> signals = new ArrayList<>(row.getList(row.fieldIndex("hard_signals")));
        signals.addAll(row.getList(row.fieldIndex("corroborating_signals")));
        return signals;
    }

    /** By hand: 300 EUR in January over three months are 100 a month; 90 days from 1 April are 30 June. */
    @Test
    void aServiceGoneFromTheBillIsRetiredWhenNobodyOwnsIt() {
        agreement("gone", "disbanded", "pay");
        agreement("kept", "web", "pay");
        agreement("billed", "web", "pay");
        charge("gone", LocalDate.of(2026, 1, 31));
        charge("kept", LocalDate.of(2026, 1, 31));
        charge("billed", LocalDate.of(2026, 2, 1));
        charge("billed", LocalDate.of(2026, 3, 1));

        Map<String, Row> rows = candidates();

        assertThat(Rows.row(rows, "gone").<String>getAs("action")).isEqualTo("retire");
        assertThat(signals(Rows.row(rows, "gone"))).containsExactly("not_billed", "orphaned_owner");
        assertThat(Rows.row(rows, "gone").<Object>getAs("earliest_on")).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(Rows.row(rows, "gone").<Object>getAs("saving")).hasToString("100.0000");
        assertThat(Rows.row(rows, "kept").<String>getAs("action")).isEqualTo("leave");
        assertThat(signals(Rows.row(rows, "kept"))).containsExactly("not_billed");
        assertThat(signals(Rows.row(rows, "billed"))).isEmpty();
    }

    /** Of two decisions of one instant the one with the later id counts; what is decided from the run's date on is not seen. */
    @Test
    void theLastDecisionStandsWithItsDay() {
        agreement("decided", "web", "pay");
        decided("decided", "keep", "2026-02-01T10:00:00Z", "2");
        decided("decided", "retire", "2026-02-01T10:00:00Z", "1");
        decided("decided", "merge", "2026-01-01T10:00:00Z", "3");
        decided("decided", "renegotiate", "2026-04-01T00:00:00Z", "4");

        Row row = Rows.row(candidates(), "decided");

        assertThat(row.<String>getAs("decision")).isEqualTo("keep");
        assertThat(row.<Object>getAs("decided_on")).isEqualTo(LocalDate.of(2026, 2, 1));
    }

    @Test
    void promisesThatNeverBindOrAlwaysBreakAreChanged() {
        agreement("loose", "web", "");
        year("loose", 0, 99);
        agreement("binding", "web", "");
        year("binding", 0, 100);
        agreement("broken", "web", "");
        year("broken", 9, 0);
        agreement("improving", "web", "");
        year("improving", 8, 0);

        Map<String, Row> rows = candidates();

        assertThat(Rows.row(rows, "loose").<String>getAs("action")).isEqualTo("tighten");
        assertThat(Rows.row(rows, "broken").<String>getAs("action")).isEqualTo("re-target");
        assertThat(Rows.row(rows, "binding").<String>getAs("action")).isEqualTo("leave");
        assertThat(Rows.row(rows, "improving").<String>getAs("action")).isEqualTo("leave");
        assertThat(Rows.row(rows, "loose").<Object>getAs("earliest_on")).isNull();
    }

    @Test
    void onePromiseInTwoAgreementsIsMerged() {
        agreement("twin-a", "web", "", "checkout-up");
        agreement("twin-b", "web", "pay", "checkout-up");
        agreement("single", "web", "", "search-up");
        reviewed("twin-a", AS_OF.minusDays(10));
        reviewed("twin-b", AS_OF.minusDays(366));
        reviewed("single", AS_OF.minusDays(10));

        Map<String, Row> rows = candidates();

        assertThat(Rows.row(rows, "twin-a").<String>getAs("action")).isEqualTo("merge");
        assertThat(signals(Rows.row(rows, "twin-a"))).containsExactly("duplicate", "no_journey_stage");
        assertThat(signals(Rows.row(rows, "twin-b"))).containsExactly("duplicate", "not_reviewed");
        assertThat(Rows.row(rows, "twin-b")
                        .<String>getList(Rows.row(rows, "twin-b").fieldIndex("merge_with")))
                .containsExactly("twin-a");
        assertThat(Rows.row(rows, "single").<String>getAs("action")).isEqualTo("leave");
    }

    /** 40 days with 1,000 events, then 60 days with 9 and with 10: below one in a hundred, and not below it. */
    @Test
    void noDemandIsNotNoData() {
        for (String name : List.of("idle", "quiet", "unseen")) {
            agreement(name, "web", "");
            add(new SliRecord().contract(), Map.of("sli_id", name + "-up", "tool", "probe", "is_record", true));
            for (int day = 1; day <= 100; day++) {
                long events = day > 60 ? 1_000 : name.equals("idle") ? 9 : 10;
                if (day > 60 || !name.equals("unseen")) {
                    add(
                            new SliDay().contract(),
                            Map.of(
                                    "sli_id",
                                    name + "-up",
                                    "tool",
                                    "probe",
                                    "day",
                                    AS_OF.minusDays(day),
                                    "total",
                                    events));
                }
            }
        }

        Map<String, Row> rows = candidates();

        assertThat(signals(Rows.row(rows, "idle"))).containsExactly("no_demand", "no_journey_stage");
        assertThat(signals(Rows.row(rows, "quiet"))).containsExactly("no_journey_stage");
        assertThat(signals(Rows.row(rows, "unseen"))).containsExactly("no_journey_stage");
    }
}
