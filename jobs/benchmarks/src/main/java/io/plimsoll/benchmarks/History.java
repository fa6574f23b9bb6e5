package io.plimsoll.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A workspace of indicators with counts, each with an objective over 28 days and an agreement a month, and of monitors and incidents
 * beside them; a file a feed and day.
 *
 * @param indicators how many
 * @param seconds a slot's length
 * @param days how long the history is before the first night
 */
record History(int indicators, int seconds, int days) {

    /** The histories end on the same day, so that the nights fall on the same days of a month. */
    private static final LocalDate END = LocalDate.of(2026, 3, 10);

    private static final int SECONDS_A_DAY = 86_400;

    private static final String SETTINGS =
            """
            zone: UTC
            sources:
              - {name: probe, feed: sli_measurement, format: csv, path: "landing/slots/*.csv", options: {header: true}}
              - {name: monitor, feed: state_change, format: csv, path: "landing/states/*.csv", options: {header: true}}
              - {name: desk, feed: incident, format: csv, path: "landing/incidents/*.csv", options: {header: true}}
            """;

    private static final String DOCUMENTS =
            """
            ---
            apiVersion: openslo/v1
            kind: SLI
            metadata:
              name: slots-%1$d
              annotations: {plimsoll/measure: counts, plimsoll/resolutionSeconds: "%2$d"}
            spec:
              ratioMetric:
                counter: false
                good: {metricSource: {type: probe, spec: {query: good}}}
                total: {metricSource: {type: probe, spec: {query: all}}}
            ---
            apiVersion: openslo/v1
            kind: SLO
            metadata: {name: slots-%1$d-slo}
            spec:
              service: shop
              indicatorRef: slots-%1$d
              timeWindow: [{duration: 28d, isRolling: true}]
              budgetingMethod: Occurrences
              objectives: [{displayName: o, target: 0.999}]
            ---
            apiVersion: plimsoll/v1
            kind: Agreement
            metadata: {name: agreement-%1$d}
            spec:
              type: SLA
              service: shop
              customer: acme
              period: {unit: month, zone: Europe/London}
              objectives: [{slo: slots-%1$d-slo}]
            """;

    private static final String SERVICE =
            """
            apiVersion: openslo/v1
            kind: Service
            metadata: {name: shop}
            spec: {description: the shop}
            """;

    /** The day of a number; the first night's number is that of the days of history. */
    LocalDate date(int day) {
        return END.plusDays((long) day - days);
    }

    /** Writes the files of some days, and with the first of them the catalogue and the settings. */
    void write(Path workspace, int from, int to) throws IOException {
        if (from == 0) {
            writeDeclarations(workspace);
        }
        for (int day = from; day < to; day++) {
            writeSlots(file(workspace, "slots", date(day)), date(day));
            writeStates(file(workspace, "states", date(day)), date(day));
            writeIncidents(file(workspace, "incidents", date(day)), date(day));
        }
    }

    private static Path file(Path workspace, String feed, LocalDate date) throws IOException {
        Path folder = Files.createDirectories(workspace.resolve("landing").resolve(feed));
        return folder.resolve(date + ".csv");
    }

    private void writeDeclarations(Path workspace) throws IOException {
        Path catalog = Files.createDirectories(workspace.resolve("catalog"));
        Files.writeString(workspace.resolve("plimsoll.yaml"), SETTINGS);
        StringBuilder documents = new StringBuilder(SERVICE);
        for (int i = 0; i < indicators; i++) {
            documents.append(DOCUMENTS.formatted(i, seconds));
        }
        Files.writeString(catalog.resolve("all.yaml"), documents);
    }

    private void writeSlots(Path file, LocalDate date) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("sli_id,measured_at,good,total\n");
            long start = date.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
            for (long second = 0; second < SECONDS_A_DAY; second += seconds) {
                String at = date.atStartOfDay().plusSeconds(second).toString() + (second % 60 == 0 ? ":00Z" : "Z");
                for (int i = 0; i < indicators; i++) {
                    long total = 100 + (start + second + i * 31L) % 900;
                    long good = total - ((start + second) / seconds + i) % 17 / 16;
                    out.write("slots-" + i + "," + at + "," + good + "," + total + "\n");
                }
            }
        }
    }

    private void writeStates(Path file, LocalDate date) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("sli_id,changed_at,state\n");
            for (int i = 0; i < indicators; i++) {
                out.write("monitor-" + i + "," + date + "T10:00:00Z,PROBLEM\n");
                out.write("monitor-" + i + "," + date + "T10:05:00Z,OK\n");
            }
        }
    }

    private static void writeIncidents(Path file, LocalDate date) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("incident_id,opened_at,resolved_at,service_id\n");
            for (int i = 0; i < 10; i++) {
                out.write("INC-" + date + "-" + i + "," + date + "T1" + i + ":00:00Z," + date + "T1" + i
                        + ":30:00Z,shop\n");
            }
        }
    }
}
