package io.plimsoll.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The default workspace read back by readers that share nothing with its writers, and compared with its truths. */
class DefaultWorkspaceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant MAY = Instant.parse("2026-04-30T23:00:00Z");
    private static final Instant JUNE = Instant.parse("2026-05-31T23:00:00Z");

    @TempDir
    static Path root;

    private static DemoSummary summary;
    private static JsonNode truths;

    @BeforeAll
    static void write() throws IOException {
        summary = Demo.write(DemoOptions.in(root.resolve("workspace")));
        truths = JSON.readTree(workspace().resolve("truths.json").toFile());
    }

    @Test
    void theLandingStaysWithinItsBudgetOfRows() {
        assertThat(summary.measurementRows()).isBetween(300_000L, 500_000L);
    }

    @Test
    void truthsHaveNamesOfTheirOwn() {
        List<String> ids =
                elements(truths).map(truth -> truth.get("id").asText()).toList();
        assertThat(ids).hasSize(summary.truths()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sli_measurement", "state_change", "resource_usage", "billing", "incident", "incident_event", "alert",
                "change", "review", "corrective_action", "maintenance_window", "automation_run", "drill", "escalation",
                "customer_report", "governance_event", "vendor_report", "credit_claim", "capability_event"
            })
    void everyFeedHasASourceWhoseGlobFindsFiles(String feed) throws IOException {
        List<Map<String, Object>> sources = sources().stream()
                .filter(source -> feed.equals(source.get("feed")))
                .toList();
        assertThat(sources).isNotEmpty();
        for (Map<String, Object> source : sources) {
            assertThat(files(String.valueOf(source.get("path"))))
                    .as(String.valueOf(source))
                    .isNotEmpty();
        }
    }

    @Test
    void everyLandedFileBelongsToOneSource() throws IOException {
        List<Path> claimed = new ArrayList<>();
        for (Map<String, Object> source : sources()) {
            claimed.addAll(files(String.valueOf(source.get("path"))));
        }
        assertThat(claimed).containsExactlyInAnyOrderElementsOf(files("landing/**"));
    }

    @Test
    void everyCatalogueDocumentHasAKindANameAndASpec() throws IOException {
        List<Object> documents = new ArrayList<>();
        for (Path file : files("catalog/**")) {
            new Yaml().loadAll(Files.readString(file)).forEach(documents::add);
        }
        assertThat(documents).hasSizeGreaterThan(120).allSatisfy(document -> {
            assertThat(document).isInstanceOf(Map.class);
            JsonNode node = JSON.valueToTree(document);
            assertThat(node.path("apiVersion").asText()).isIn("openslo/v1", "plimsoll/v1");
            assertThat(node.path("kind").asText()).isNotEmpty();
            assertThat(node.path("metadata").path("name").asText()).matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
            assertThat(node.path("spec").isObject()).isTrue();
        });
    }

    @Test
    void prometheusSamplesOfTheOutageMonthAddUpToTheTruth() throws IOException {
        Map<Long, Long> good = prometheus("booking-api-availability", "good");
        Map<Long, Long> total = prometheus("booking-api-availability", "total");
        JsonNode expected = truth("booking-outage").get("expect");
        assertThat(sum(good)).isEqualTo(expected.get("good").asLong());
        assertThat(sum(total)).isEqualTo(expected.get("total").asLong());
        assertThat((double) sum(good) / sum(total))
                .isCloseTo(expected.get("attained_net").asDouble(), within(1e-15));
    }

    @Test
    void theOutageOfThreeHoursAndTwelveMinutesIsWhereItWasPlanted() throws IOException {
        Map<Long, Long> good = prometheus("booking-api-availability", "good");
        assertThat(good.values().stream().filter(count -> count == 0)).hasSize(192);
        assertThat(good).containsEntry(Instant.parse("2026-05-12T08:10:00Z").getEpochSecond(), 0L);
    }

    @Test
    void cloudwatchRowsAddUpToTheTruthOnceTheLatestUpdateOfEachSlotCounts() throws IOException {
        ZoneId newYork = ZoneId.of("America/New_York");
        Map<Instant, Map<String, String>> latest = new HashMap<>();
        for (Path file : files("landing/cloudwatch-us/*")) {
            for (Map<String, String> row : CsvFile.rows(file, ',')) {
                if ("payments-authorisation".equals(row.get("Metric"))) {
                    latest.merge(Instant.parse(value(row, "Timestamp")), row, DefaultWorkspaceTest::later);
                }
            }
        }
        long good = latest.entrySet().stream()
                .filter(slot -> slot.getKey().atZone(newYork).getMonthValue() == 5)
                .mapToLong(slot -> Long.parseLong(value(slot.getValue(), "Good")))
                .sum();
        assertThat(good)
                .isEqualTo(
                        truth("payharbor-new-target").get("expect").get("good").asLong());
        assertThat(latest).hasSize(sampleRows("payments-authorisation", "cloudwatch-us"));
    }

    private static Map<String, String> later(Map<String, String> a, Map<String, String> b) {
        return value(a, "UpdatedAt").compareTo(value(b, "UpdatedAt")) >= 0 ? a : b;
    }

    @Test
    void brokenRowsStayUnderOnePercentOfTheirSource() throws IOException {
        long rows = 0;
        long broken = 0;
        for (Path file : files("landing/cloudwatch-us/*")) {
            for (Map<String, String> row : CsvFile.rows(file, ',')) {
                rows++;
                broken += isBroken(row) ? 1 : 0;
            }
        }
        assertThat(broken).isEqualTo(3);
        assertThat(broken).isLessThan(rows / 100);
    }

    private static boolean isBroken(Map<String, String> row) {
        return value(row, "Metric").isEmpty()
                || value(row, "Total").equals("n/a")
                || (!value(row, "Good").isEmpty()
                        && Long.parseLong(value(row, "Good")) > Long.parseLong(value(row, "Total")));
    }

    @Test
    void aFileWithBrokenRowsHasAsManyRowsAsItsAccountSays() throws IOException {
        JsonNode account = truth("file:landing/cloudwatch-us/2026-05-11.csv.gz").get("expect");
        int rows = CsvFile.rows(workspace().resolve("landing/cloudwatch-us/2026-05-11.csv.gz"), ',')
                .size();
        assertThat(rows).isEqualTo(account.get("rows_read").asInt());
        assertThat(account.get("rows_accepted").asInt()
                        + account.get("rows_rejected").asInt())
                .isEqualTo(rows);
    }

    @Test
    void theTornFileCannotBeReadAndTheOneBesideItCan() throws IOException {
        assertThatThrownBy(() -> lines(workspace().resolve("landing/journey-robot/2026-03-30.jsonl.gz")))
                .isInstanceOf(EOFException.class);
        assertThat(lines(workspace().resolve("landing/journey-robot/2026-03-30_repeated.jsonl.gz")))
                .isNotEmpty();
    }

    @Test
    void robotLinesAreJsonAndAsManySlotsAsTheTruthSays() throws IOException {
        Set<Long> slots = new HashSet<>();
        for (Path file : files("landing/journey-robot/*")) {
            if (!file.endsWith("2026-03-30.jsonl.gz")) {
                for (String line : lines(file)) {
                    JsonNode run = JSON.readTree(line);
                    if (run.get("check").asText().equals("booking-checkout-journey")) {
                        slots.add(run.get("slot").asLong());
                    }
                }
            }
        }
        assertThat(slots).hasSize(sampleRows("booking-checkout-journey", "journey-robot"));
    }

    @Test
    void theFileDroppedTwiceHasTheSameBytes() {
        assertThat(workspace().resolve("landing/prometheus-eu/2026-05-11_again.json.gz"))
                .hasSameBinaryContentAs(workspace().resolve("landing/prometheus-eu/2026-05-11.json.gz"));
    }

    @Test
    void theMainframeWritesOneArrayAMonthAndWhatItKeptFromBefore() throws IOException {
        Map<String, Integer> slots = new HashMap<>();
        for (Path file : files("landing/mainframe/*")) {
            JsonNode array = JSON.readTree(file.toFile());
            assertThat(array.isArray()).isTrue();
            array.forEach(slot -> slots.merge(slot.get("JOBSTREAM").asText(), 1, Integer::sum));
        }
        assertThat(slots)
                .hasSize(3)
                .allSatisfy((sli, count) -> assertThat(count).isEqualTo(sampleRows(sli, "mainframe-scheduler")));
        assertThat(slots).containsEntry("document-archive-filed", 500);
    }

    @Test
    void theLastUpdateOfEveryIncidentIsItsTruth() throws IOException {
        Map<String, Map<String, String>> last = incidents();
        elements(truths)
                .filter(truth -> truth.get("id").asText().startsWith("incident:"))
                .forEach(truth -> {
                    Map<String, String> row = last.getOrDefault(
                            truth.get("key").get("incident_id").asText(), Map.of());
                    JsonNode expected = truth.get("expect");
                    assertThat(value(row, "priority"))
                            .startsWith(expected.get("severity").asText());
                    assertThat(value(row, "u_major"))
                            .isEqualToIgnoringCase(expected.get("major").asText());
                    assertThat(!value(row, "resolved_at").equals("?"))
                            .isEqualTo(expected.get("is_resolved").asBoolean());
                });
    }

    @Test
    void incidentsAreAsManyAsTheTruthsOfAllServicesSay() throws IOException {
        int expected = elements(truths)
                .filter(truth -> truth.get("id").asText().startsWith("incidents:"))
                .mapToInt(truth -> truth.get("expect").get("rows").asInt())
                .sum();
        assertThat(incidents()).hasSize(expected);
    }

    @Test
    void noTwoUpdatesOfAnIncidentFallIntoOneMinute() throws IOException {
        Set<String> seen = new HashSet<>();
        for (Path file : files("landing/servicenow/*")) {
            for (Map<String, String> row : CsvFile.rows(file, ',')) {
                assertThat(seen.add(value(row, "number") + value(row, "sys_updated_at")))
                        .as(row.toString())
                        .isTrue();
            }
        }
    }

    private static Map<String, Map<String, String>> incidents() throws IOException {
        DateTimeFormatter dayFirst = DateTimeFormatter.ofPattern("d/M/yyyy HH:mm", Locale.ROOT);
        Map<String, Map<String, String>> last = new HashMap<>();
        for (Path file : files("landing/servicenow/*")) {
            for (Map<String, String> row : CsvFile.rows(file, ',')) {
                boolean sound = !value(row, "number").equals("?")
                        && !value(row, "priority").equals("Urgent");
                if (sound) {
                    last.merge(
                            value(row, "number"),
                            row,
                            (a, b) -> LocalDateTime.parse(value(a, "sys_updated_at"), dayFirst)
                                            .isAfter(LocalDateTime.parse(value(b, "sys_updated_at"), dayFirst))
                                    ? a
                                    : b);
                }
            }
        }
        return last;
    }

    @Test
    void billsAddUpToWhatEachProviderCharged() throws IOException {
        for (JsonNode truth : truthsStarting("bill:")) {
            BigDecimal billed = BigDecimal.ZERO;
            for (Map<String, String> row : billRows()) {
                if (value(row, "ProviderName")
                                .equals(truth.get("key").get("ProviderName").asText())
                        && value(row, "ChargePeriodStart")
                                .startsWith(
                                        truth.get("key").get("billing_month").asText())) {
                    billed = billed.add(new BigDecimal(value(row, "BilledCost")));
                }
            }
            assertThat(billed)
                    .isEqualByComparingTo(truth.get("expect").get("BilledCost").decimalValue());
        }
    }

    @Test
    void chargesWithoutTagKnownResourceOrSelectorAreTheUnallocatedOnes() throws IOException {
        BigDecimal nobody = BigDecimal.ZERO;
        for (Map<String, String> row : billRows()) {
            boolean found = !value(row, "Tags").isEmpty()
                    || value(row, "ResourceId").endsWith("-db")
                    || !value(row, "ProviderName").equals("AWS");
            if (!found) {
                nobody = nobody.add(new BigDecimal(value(row, "BilledCost")));
            }
        }
        BigDecimal expected = truthsStarting("cost:unallocated").stream()
                .map(truth -> truth.get("expect").get("BilledCost").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(nobody).isPositive().isEqualByComparingTo(expected);
    }

    private static List<Map<String, String>> billRows() throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Path file : files("landing/focus/**")) {
            rows.addAll(CsvFile.rows(file, ','));
        }
        return rows;
    }

    @Test
    void stateChangesAreEveryOneTwiceAndAsManyAsTheTruthSays() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Path file : files("landing/status-monitor/*")) {
            CsvFile.rows(file, ';').stream()
                    .filter(row -> value(row, "check_name").equals("warehouse-mgmt-state"))
                    .forEach(row -> rows.add(row.toString()));
        }
        int expected =
                truth("states:warehouse-mgmt-state").get("expect").get("rows").asInt();
        assertThat(new TreeSet<>(rows)).hasSize(expected);
        assertThat(rows).hasSize(2 * expected);
    }

    @Test
    void theCalendarFoldsItsLinesAndEndsThemInCrlf() throws IOException {
        String calendar = Files.readString(workspace().resolve("landing/change-calendar/recurring-work.ics"));
        assertThat(calendar.replace("\r\n", "")).doesNotContain("\n");
        assertThat(calendar.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(calendar).contains("DTSTART;TZID=Europe/Warsaw:", "RRULE:FREQ=WEEKLY;UNTIL=", "EXDATE;TZID=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident-bot", "alertmanager", "remediation-robot", "pager"})
    void jsonLinesAreOneObjectALine(String tool) throws IOException {
        for (Path file : files("landing/" + tool + "/*")) {
            for (String line : lines(file)) {
                assertThat(JSON.readTree(line).isObject()).as(line).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "change-log",
                "change-board",
                "capacity-collector",
                "resilience-sheet",
                "governance-register",
                "vendor-reports",
                "learning-system",
                "uptime-probe"
            })
    void csvRowsAreAsWideAsTheirHeader(String tool) throws IOException {
        for (Path file : files("landing/" + tool + "/*")) {
            assertThat(CsvFile.rows(file, ',')).as(file.toString()).isNotNull();
        }
    }

    @Test
    void reviewsHaveFilledSectionsOfTheTemplate() throws IOException {
        JsonNode reviews = JSON.readTree(workspace()
                .resolve("landing/review-wiki/reviews-2026-06-30.json")
                .toFile());
        assertThat(elements(reviews))
                .isNotEmpty()
                .allSatisfy(review ->
                        assertThat(review.get("sections").has("summary")).isTrue());
    }

    @Test
    void theReadmeSaysHowToRunIt() {
        assertThat(workspace().resolve("README.md")).content().contains("Run it as of 2026-07-01");
    }

    private static Path workspace() {
        return root.resolve("workspace");
    }

    private static String value(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static List<Map<String, Object>> sources() throws IOException {
        Map<String, List<Map<String, Object>>> settings =
                new Yaml().load(Files.readString(workspace().resolve("plimsoll.yaml")));
        return settings.getOrDefault("sources", List.of());
    }

    private static List<Path> files(String glob) throws IOException {
        var matcher = workspace().getFileSystem().getPathMatcher("glob:" + glob.replace("**/", "{**/,}"));
        try (Stream<Path> all = Files.walk(workspace())) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> matcher.matches(workspace().relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            List<String> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
            return lines;
        }
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode truth(String id) {
        return elements(truths)
                .filter(truth -> truth.get("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> truthsStarting(String prefix) {
        return elements(truths)
                .filter(truth -> truth.get("id").asText().startsWith(prefix))
                .toList();
    }

    private static int sampleRows(String indicator, String tool) {
        return truth("samples:" + indicator + ":" + tool)
                .get("expect")
                .get("rows")
                .asInt();
    }

    /** Start of slot to count in May of London, from every file of the tool. */
    private static Map<Long, Long> prometheus(String indicator, String count) throws IOException {
        Map<Long, Long> samples = new HashMap<>();
        for (Path file : filesOfMay()) {
            try (InputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
                elements(JSON.readTree(bytes).get("data").get("result"))
                        .filter(series -> series.get("metric")
                                        .get("sli")
                                        .asText()
                                        .equals(indicator)
                                && series.get("metric").get("count").asText().equals(count))
                        .flatMap(series -> elements(series.get("values")))
                        .filter(point ->
                                isInMay(Instant.ofEpochSecond(point.get(0).asLong())))
                        .forEach(point ->
                                samples.put(point.get(0).asLong(), point.get(1).asLong()));
            }
        }
        return samples;
    }

    private static List<Path> filesOfMay() throws IOException {
        return files("landing/prometheus-eu/*").stream()
                .filter(file -> {
                    String day = String.valueOf(file.getFileName());
                    return day.compareTo("2026-04-27") >= 0 && day.compareTo("2026-06-01") < 0;
                })
                .toList();
    }

    private static boolean isInMay(Instant instant) {
        return !instant.isBefore(MAY) && instant.isBefore(JUNE);
    }

    private static long sum(Map<Long, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
