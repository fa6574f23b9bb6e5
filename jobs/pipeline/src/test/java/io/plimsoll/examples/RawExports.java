package io.plimsoll.examples;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.plimsoll.testing.LocalSpark;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Row;

/** The figures of the real exports, reckoned from their files without any code of the product. */
final class RawExports {

    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("d/M/yyyy H:mm");

    private final Path folder;
    private final Map<String, String> figures = new TreeMap<>();

    RawExports(Path folder) {
        this.folder = folder;
    }

    /** Every figure by its name in the README. */
    Map<String, String> figures() throws IOException {
        bill();
        tickets();
        monitor("honch-ingest", "upptime-honch", "honch-ingest", 68);
        monitor("trynoice-website", "upptime-trynoice", "website", 38);
        shop("2023-08", "low_traffic");
        shop("2023-09", "high_traffic");
        statusPages();
        machines();
        return figures;
    }

    /** What a status page publishes of a monitor: the share over its life and that over "a year". */
    List<String> publishedUptime(String export, String slug) throws IOException {
        for (JsonNode monitor :
                new ObjectMapper().readTree(Files.readString(folder.resolve(export + "/summary_latest.json")))) {
            if (monitor.get("slug").asText().equals(slug)) {
                return List.of(
                        monitor.get("uptime").asText(),
                        monitor.get("uptimeYear").asText());
            }
        }
        throw new IllegalStateException(export + " has no monitor " + slug);
    }

    private void bill() throws IOException {
        Map<String, BigDecimal> billed = new TreeMap<>();
        List<Map<String, String>> lines = records("focus-sample-1.0-half/focus_sample_500.csv", ",");
        lines.forEach(line -> billed.merge(
                line.get("ProviderName") + ", " + line.get("BillingCurrency"),
                new BigDecimal(line.get("BilledCost")),
                BigDecimal::add));
        figures.put("bill: lines", String.valueOf(lines.size()));
        billed.forEach((provider, cost) -> figures.put(
                "bill: billed by " + provider, cost.stripTrailingZeros().toPlainString()));
    }

    private void tickets() throws IOException {
        List<Map<String, String>> updates = records("uci-incident-event-log-part/incident_event_log_6000.csv.gz", ",");
        Map<String, Map<String, String>> last = new HashMap<>();
        for (Map<String, String> update : updates) {
            last.merge(
                    update.get("number"),
                    update,
                    (a, b) -> at(b, "sys_updated_at").isBefore(at(a, "sys_updated_at")) ? a : b);
        }
        figures.put("tickets: updates", String.valueOf(updates.size()));
        figures.put("tickets: incidents", String.valueOf(last.size()));
        figures.put("tickets: closed", ticketsWith(last, "incident_state", "Closed"));
        figures.put("tickets: SLA missed", ticketsWith(last, "made_sla", "FALSE"));
        figures.put(
                "tickets: opened from",
                last.values().stream()
                        .map(ticket -> at(ticket, "opened_at"))
                        .min(Comparator.naturalOrder())
                        .orElseThrow()
                        .toString());
        figures.put(
                "tickets: opened to",
                last.values().stream()
                        .map(ticket -> at(ticket, "opened_at"))
                        .max(Comparator.naturalOrder())
                        .orElseThrow()
                        .toString());
    }

    private static String ticketsWith(Map<String, Map<String, String>> tickets, String column, String value) {
        return String.valueOf(tickets.values().stream()
                .filter(ticket -> value.equals(ticket.get(column)))
                .count());
    }

    private void monitor(String name, String export, String slug, int days) throws IOException {
        Map<Instant, String> states = new TreeMap<>();
        for (Map<String, String> check : records(export + "/checks.csv.gz", ",")) {
            if (slug.equals(check.get("slug"))) {
                states.put(
                        Instant.parse(check.get("lastUpdated")).truncatedTo(ChronoUnit.SECONDS), check.get("status"));
            }
        }
        long down = 0;
        Instant before = Instant.EPOCH;
        String state = "up";
        for (Map.Entry<Instant, String> change : states.entrySet()) {
            down += state.equals("down")
                    ? Duration.between(before, change.getKey()).toSeconds()
                    : 0;
            before = change.getKey();
            state = change.getValue();
        }
        BigDecimal seconds = BigDecimal.valueOf(Duration.ofDays(days).toSeconds());
        figures.put(name + ": seconds down", String.valueOf(down));
        figures.put(name + ": availability", percent(seconds.subtract(BigDecimal.valueOf(down)), seconds));
    }

    private void shop(String month, String traffic) throws IOException {
        List<String[]> rows = rows("petshop-sli/" + traffic + "/noissue/metrics.csv.gz", ",");
        int requests = column(rows, "requests", "Sum");
        int availability = column(rows, "availability", "Average");
        int latency = column(rows, "latency", "p99");
        long total = 0;
        long good = 0;
        int fast = 0;
        List<String[]> slots = rows.subList(4, rows.size());
        for (String[] slot : slots) {
            BigDecimal asked = new BigDecimal(slot[requests]);
            total += asked.longValueExact();
            good += asked.multiply(new BigDecimal(slot[availability]))
                    .movePointLeft(2)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            fast += Double.parseDouble(slot[latency]) <= 0.5 ? 1 : 0;
        }
        figures.put("petsite " + month + ": requests answered", good + " of " + total);
        figures.put("petsite " + month + ": slots with p99 of at most 0.5 s", fast + " of " + slots.size());
    }

    private static int column(List<String[]> rows, String metric, String statistic) {
        for (int i = 0; i < rows.get(0).length; i++) {
            if ("PetSite".equals(rows.get(0)[i]) && metric.equals(rows.get(1)[i]) && statistic.equals(rows.get(2)[i])) {
                return i;
            }
        }
        throw new IllegalStateException("no PetSite " + metric + " " + statistic);
    }

    private void statusPages() throws IOException {
        int incidents = 0;
        int windows = 0;
        int endless = 0;
        try (Stream<Path> files = Files.list(folder.resolve("cloud-incident-atlas"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".json.gz")).toList()) {
                for (JsonNode record : new ObjectMapper().readTree(text(file))) {
                    boolean maintenance = record.get("severity").asText().equals("maintenance");
                    boolean ends = record.hasNonNull("resolved_at");
                    incidents += maintenance ? 0 : 1;
                    windows += maintenance && ends ? 1 : 0;
                    endless += maintenance && !ends ? 1 : 0;
                }
            }
        }
        figures.put("status pages: incidents", String.valueOf(incidents));
        figures.put("status pages: maintenance windows", String.valueOf(windows));
        figures.put("status pages: windows without an end, rejected", String.valueOf(endless));
    }

    private void machines() throws IOException {
        Row all = LocalSpark.session()
                .read()
                .parquet(folder.resolve("bitbrains-small/trace.parquet").toString())
                .agg(countDistinct("id"), count(lit(1)), max("cpu_usage"))
                .head();
        figures.put("machines: virtual machines", String.valueOf(all.getLong(0)));
        figures.put("machines: CPU samples", String.valueOf(all.getLong(1)));
        figures.put("machines: greatest CPU use in MHz", String.valueOf(all.getDouble(2)));
        List<String[]> samples = rows("bitbrains-small/bitbrains_native_one_vm.csv.gz", ";\t");
        int used = Arrays.asList(samples.get(0)).indexOf("Memory usage [KB]");
        figures.put("machines: memory samples", String.valueOf(samples.size() - 1));
        figures.put(
                "machines: greatest memory use in KB",
                String.valueOf(samples.stream()
                        .skip(1)
                        .mapToDouble(row -> Double.parseDouble(row[used]))
                        .max()
                        .orElseThrow()));
    }

    /** A share in percent with four decimals. */
    static String percent(BigDecimal good, BigDecimal total) {
        return good.divide(total, MathContext.DECIMAL64).movePointRight(2).setScale(4, RoundingMode.HALF_UP) + " %";
    }

    private static LocalDateTime at(Map<String, String> ticket, String column) {
        return LocalDateTime.parse(Objects.requireNonNull(ticket.get(column)), DAY_FIRST);
    }

    private List<Map<String, String>> records(String file, String separator) throws IOException {
        List<String[]> rows = rows(file, separator);
        List<Map<String, String>> records = new ArrayList<>();
        for (String[] row : rows.subList(1, rows.size())) {
            Map<String, String> record = new HashMap<>();
            for (int i = 0; i < row.length; i++) {
                record.put(rows.get(0)[i], row[i]);
            }
            records.add(record);
        }
        return records;
    }

    private List<String[]> rows(String file, String separator) throws IOException {
        CsvParserSettings settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(separator);
        settings.setMaxColumns(1000);
        settings.setMaxCharsPerColumn(100_000);
        settings.setLineSeparatorDetectionEnabled(true);
        return new CsvParser(settings).parseAll(new StringReader(text(folder.resolve(file))));
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
