package io.plimsoll.bronze;

import static io.plimsoll.testing.SourceBuilder.source;
import static io.plimsoll.testing.TestWorkspace.gzip;
import static io.plimsoll.testing.TestWorkspace.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.testing.LocalSpark;
import io.plimsoll.testing.TestWorkspace;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatsTest {

    @TempDir
    Path root;

    private TestWorkspace workspace;

    @BeforeEach
    void openWorkspace() {
        workspace = new TestWorkspace(root);
    }

    @Test
    void aJsonDocumentIsAnArrayOfRecords() {
        workspace.with(source("tickets", "incident", "json", "landing/*.json")
                .map("incident_id", "key")
                .map("opened_at", "fields.created")
                .map("severity", "fields.priority.id")
                .map("attributes.labels", "to_json(fields.labels)"));
        workspace.drop("landing/a.json", """
                [
                  {"key": "OPS-1", "fields": {"created": "2026-02-01T10:00:00+01:00", "priority": {"id": 2}, "labels": ["a"]}},
                  {"key": "OPS-2", "fields": {"created": "2026-02-01T11:00:00Z", "priority": {"id": 9}}}
                ]
                """);

        workspace.ingest();

        assertThat(text(workspace.bronze("incident"), "incident_id", "opened_at", "severity", "attributes['labels']"))
                .containsExactly("OPS-1 | 2026-02-01T09:00:00Z | 2 | [\"a\"]");
        assertThat(workspace.reasons()).containsExactly("the row breaks the rule: severity is 1 to 5 (severity = 9)");
        assertThat(text(workspace.rejected(), "row_number", "raw"))
                .containsExactly(
                        "2 | {\"key\":\"OPS-2\",\"fields\":{\"created\":\"2026-02-01T11:00:00Z\",\"priority\":{\"id\":9}}}");
    }

    @Test
    void parquetKeepsItsTypesAndAFractionIsNoCount() {
        LocalSpark.session()
                .sql(
                        "select * from values ('web', timestamp'2026-02-01 00:00:00', 9.0d, 10.0d),"
                                + " ('web', timestamp'2026-02-01 00:01:00', 9.5d, 10.0d) as t(sli_id, measured_at, good, total)")
                .coalesce(1)
                .write()
                .parquet(root + "/landing/usage");
        workspace.with(source("counts", "sli_measurement", "parquet", "landing/usage/**"));

        workspace.ingest();

        assertThat(text(workspace.bronze("sli_measurement"), "sli_id", "measured_at", "good", "row_number"))
                .containsExactly("web | 2026-02-01T00:00:00Z | 9 | 1");
        assertThat(workspace.reasons()).containsExactly("column good: '9.5' is not a BIGINT (expression: good)");
    }

    @Test
    void aDeltaTableIsReadFileByFile() {
        String table = root + "/landing/handover";
        LocalSpark.session()
                .sql("select 'INC1' as incident_id, timestamp'2026-02-01 10:00:00' as opened_at, date'2026-02-01' as d")
                .write()
                .format("delta")
                .partitionBy("d")
                .save(table);
        workspace.with(source("upstream", "incident", "delta", "landing/handover")
                .map("incident_id", "incident_id")
                .map("opened_at", "opened_at")
                .map("attributes.delivered", "d"));
        workspace.ingest();
        LocalSpark.session()
                .sql("select 'INC2' as incident_id, timestamp'2026-02-02 10:00:00' as opened_at, date'2026-02-02' as d")
                .write()
                .format("delta")
                .mode("append")
                .save(table);

        workspace.ingest();

        assertThat(text(workspace.bronze("incident"), "incident_id", "attributes['delivered']", "batch_id"))
                .containsExactly("INC1 | 2026-02-01 | 1", "INC2 | 2026-02-02 | 2");
    }

    @Test
    void prometheusCountsOfOneIndicatorMakeOneSlot() {
        workspace.with(source("prometheus-eu", "sli_measurement", "prometheus", "landing/*.json.gz"));
        workspace.drop("landing/a.json.gz", gzip("""
                        {"status": "success", "data": {"resultType": "matrix", "result": [
                          {"metric": {"sli_id": "web", "environment": "prod", "count": "good"},
                           "values": [[1769904000, "9.0001"], [1769904060, "10"]]},
                          {"metric": {"sli_id": "web", "environment": "prod", "count": "total"},
                           "values": [[1769904000, "10"], [1769904060.000, "10"]]},
                          {"metric": {"sli_id": "latency"}, "values": [[1769904000, "0.25"], [1769904060, "NaN"]]}
                        ]}}"""));

        workspace.ingest();

        assertThat(text(
                        workspace.bronze("sli_measurement"),
                        "sli_id",
                        "measured_at",
                        "good",
                        "total",
                        "value",
                        "environment",
                        "tool"))
                .containsExactly(
                        "latency | 2026-02-01T00:00:00Z | null | null | 0.25 | null | prometheus-eu",
                        "web | 2026-02-01T00:00:00Z | 9 | 10 | null | prod | prometheus-eu",
                        "web | 2026-02-01T00:01:00Z | 10 | 10 | null | prod | prometheus-eu");
        assertThat(workspace.reasons())
                .containsExactly("the row breaks the rule: value is a finite number (value = NaN)");
    }

    @Test
    void prometheusErrorsRejectTheFile() {
        workspace.with(source("prometheus-eu", "sli_measurement", "prometheus", "landing/*.json"));
        workspace.drop(
                "landing/a.json",
                "{\"status\": \"error\", \"errorType\": \"timeout\", \"error\": \"query timed out in expression evaluation\"}");

        IngestionReport report = workspace.ingest();

        assertThat(report.sources().get(0).failed())
                .extracting(IngestionReport.FailedFile::error)
                .containsExactly(
                        "Prometheus answered with status error: timeout: query timed out in expression evaluation");
        assertThat(report.exceedsLimit()).isTrue();
    }

    @Test
    void aCalendarGivesOneRowAnOccurrence() {
        workspace
                .in("Europe/London")
                .with(source("calendar", "maintenance_window", "icalendar", "landing/*.ics")
                        .map("window_id", "occurrence_id")
                        .map("scope", "location")
                        .map("starts_at", "starts_at")
                        .map("ends_at", "ends_at")
                        .map("kind", "lower(categories)"));
        workspace.drop(
                "landing/a.ics",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:test",
                "BEGIN:VEVENT",
                "UID:patching",
                "DTSTART;TZID=Europe/London:20260328T220000",
                "DTEND;TZID=Europe/London:20260328T230000",
                "RRULE:FREQ=DAILY;COUNT=3",
                "EXDATE;TZID=Europe/London:20260330T220000",
                "LOCATION:web",
                "CATEGORIES:PLANNED",
                "END:VEVENT",
                "END:VCALENDAR");

        workspace.ingest();

        assertThat(text(workspace.bronze("maintenance_window"), "window_id", "scope", "starts_at", "ends_at", "kind"))
                .containsExactly(
                        "patching/2026-03-28T22:00:00Z | web | 2026-03-28T22:00:00Z | 2026-03-28T23:00:00Z | planned",
                        "patching/2026-03-29T21:00:00Z | web | 2026-03-29T21:00:00Z | 2026-03-29T22:00:00Z | planned");
    }

    @Test
    void compressionIsToldByTheName() {
        workspace.with(source("counts", "sli_measurement", "csv", "landing/*.csv.zst"));
        workspace.drop(
                "landing/a.csv.zst",
                com.github.luben.zstd.Zstd.compress("sli_id,measured_at,good,total\nweb,2026-02-01T00:00:00Z,9,10\n"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        workspace.ingest();

        assertThat(workspace.bronze("sli_measurement").count()).isEqualTo(1);
    }
}
