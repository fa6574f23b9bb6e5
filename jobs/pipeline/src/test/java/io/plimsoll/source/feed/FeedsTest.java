package io.plimsoll.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Field;
import io.plimsoll.testing.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The feeds as they were agreed with those who deliver them: names and order of columns, {@code !} for required, keys. */
class FeedsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sli_measurement    | sli_id tool measured_at | sli_id! measured_at! duration_s:int good:bigint total:bigint value:double tool! environment
            state_change       | sli_id tool changed_at | sli_id! changed_at! state! previous_state tool!
            resource_usage     | resource_id metric measured_at | resource_id! metric! measured_at! used:double! capacity:double unit
            incident           | incident_id | incident_id! opened_at! acknowledged_at resolved_at closed_at service_id component severity:int major:boolean category cause caused_by_change_id detected_by runbook_id team_id vendor_id reopened:int summary
            incident_event     | incident_id at kind actor | incident_id! at! kind! actor text
            alert              | alert_id | alert_id! raised_at! acknowledged_at resolved_at sli_id service_id component team_id acknowledged_by severity rule_kind actionable:boolean incident_id
            change             | change_id | change_id! service_id! kind planned_start planned_end implemented_at outcome declared_risk review_findings_considered:boolean
            review             | review_id | review_id! incident_id! held_at sections:map<string,string> factors:int process_gaps:int
            corrective_action  | action_id | action_id! review_id recurrence_key kind due_at completed_at team_id
            maintenance_window | window_id | window_id! scope! starts_at! ends_at! approved_at approved_by kind
            automation_run     | run_id | run_id! automation_id! environment! triggered_at! finished_at outcome! service_id incident_id approved_by condition
            drill              | drill_id | drill_id! kind! service_id path_id held_at! injected_at detected_at alerted_at outcome
            escalation         | escalation_id | escalation_id! path_id! agreement_id incident_id triggered_at! notified_at action_at action
            customer_report    | report_id | report_id! customer_id service_id reported_at! channel theme text incident_id
            governance_event   | event_id | event_id! agreement_id! at! kind! decision party
            vendor_report      | vendor_id sli_id period_start | vendor_id! sli_id! period_start:date! period_end:date! due_at received_at reported_availability:decimal(9,8) incidents_disclosed:int credits_offered:decimal(18,4)
            capability_event   | event_id | event_id! team_id! kind! at! people:int partner_team_id
            credit_claim       | claim_id | claim_id! agreement_id! period_start:date! claimed_at! amount:decimal(18,4)! currency!
            """)
    void feedHasItsColumnsItsKeyAndWhatEveryFeedTakes(String name, String key, String columns) {
        Feed feed = Feeds.named(name).orElseThrow();

        assertThat(feed.key()).containsExactly(key.split(" "));
        assertThat(feed.fields().stream().map(FeedsTest::words).collect(Collectors.joining(" ")))
                .isEqualTo(columns + " updated_at attributes:map<string,string>");
    }

    /** Texts, and instants by the ends of their names, need no type. */
    private static String words(Field field) {
        String type = field.type().simpleString();
        boolean told = type.equals("string") || field.type() instanceof TimestampType;
        return field.name() + (told ? "" : ":" + type) + (field.required() ? "!" : "");
    }

    @Test
    void thereAreNineteenFeedsAndTheSettingsKnowAll() {
        assertThat(Feeds.all()).hasSize(19);
        assertThat(Feeds.all())
                .extracting(Feed::name)
                .containsExactlyInAnyOrderElementsOf(io.plimsoll.config.Feeds.ALL);
    }

    @Test
    void instantsAreTimestamps() {
        for (Feed feed : Feeds.all()) {
            assertThat(feed.fields())
                    .filteredOn(field -> field.name().endsWith("_at")
                            || List.of("at", "planned_start", "planned_end").contains(field.name()))
                    .allMatch(field -> field.type() instanceof TimestampType);
        }
    }

    /** The columns of the specification's own pages, versions 1.0 to 1.2. */
    @Test
    void aBillHasEveryColumnOfFocusUnderItsNameAndType() throws IOException {
        List<String> lines = Files.readAllLines(Reference.path("focus-spec-columns/focus_columns.csv"));
        List<String> header = List.of(lines.get(0).split(","));
        Map<String, String> types = lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(
                        line -> line[header.indexOf("column_id")],
                        line -> line[header.indexOf("data_type")].toLowerCase(Locale.ROOT),
                        (first, later) -> later));

        assertThat(types).hasSize(57);
        types.forEach((column, type) -> {
            Field field = Feeds.BILLING.field(column).orElseThrow(() -> new AssertionError(column));
            Class<?> wanted = switch (type) {
                case "decimal" -> DecimalType.class;
                case "date/time" -> TimestampType.class;
                case "json" -> MapType.class;
                default -> org.apache.spark.sql.types.StringType.class;
            };
            assertThat(field.name()).isEqualTo(column);
            assertThat(field.type()).as(column).isInstanceOf(wanted);
        });
    }
}
