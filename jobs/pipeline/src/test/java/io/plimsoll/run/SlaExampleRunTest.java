package io.plimsoll.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.testing.ProductRun;
import io.plimsoll.testing.Reference;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example workspace, end to end: exactly its expected rows, however its files come. */
class SlaExampleRunTest {

    private static final String COMPLIANCE = "gold.sla_compliance";
    private static final String[] FIGURES = {COMPLIANCE, "gold.error_budget", "gold.sla_exception"};

    @TempDir
    Path root;

    @Test
    void theExampleGivesItsExpectedRowsAndASecondRunWritesNothing() throws IOException {
        ProductRun product = workspace("plain", Delivered::write);

        product.run(asOf());
        assertExpected(product);

        Map<String, Long> before = product.versions();
        WorkspaceRun.Result second = product.run(asOf());
        assertThat(product.versions()).isEqualTo(before);
        assertThat(second.outcomes()).isEmpty();
        assertThat(second.report().sources()).allMatch(source -> source.files() == 0);
    }

    /** Every file is split, every part comes twice under other names, the last ones once more a run later. */
    @Test
    void splitFilesDeliveredTwiceUnderOtherNamesOverThreeRunsInPathOrderGiveTheSame() throws IOException {
        Path landing = root.resolve("three/landing");
        ProductRun product = workspace("three", (file, ignored) -> {}, COMPLIANCE);
        Map<String, List<Delivered>> folders = delivered().stream()
                .flatMap(file -> file.split(3).stream())
                .collect(Collectors.groupingBy(Delivered::folder));
        for (int run = 0; run < 3; run++) {
            for (List<Delivered> parts : folders.values()) {
                for (Delivered part : third(parts, run)) {
                    part.write(landing);
                    part.named("again-" + part.name()).write(landing);
                }
                for (Delivered old : third(parts, Math.max(0, run - 1))) {
                    old.named("later-" + old.name()).write(landing);
                }
            }
            product.run(asOf());
        }

        assertExpected(product);
    }

    private static List<Delivered> third(List<Delivered> parts, int number) {
        return parts.subList(parts.size() * number / 3, parts.size() * (number + 1) / 3);
    }

    /** A correction is decided by the order of arrival; without corrections no order can matter. */
    @Test
    @Tag("long")
    void recordsWithoutCorrectionsGiveOneResultInEveryOrderOfRowsFilesAndRuns() throws IOException {
        ProductRun first =
                workspace("first", (file, folder) -> file.withoutCorrections().write(folder), FIGURES);
        first.run(asOf());

        Path folder = root.resolve("shuffled");
        ProductRun shuffled = workspace("shuffled", (file, ignored) -> {}, FIGURES);
        Random random = new Random(20260401);
        List<List<Delivered>> runs = List.of(new ArrayList<>(), new ArrayList<>());
        for (Delivered file : delivered()) {
            for (Delivered part : file.withoutCorrections().shuffled(random).split(4)) {
                runs.get(random.nextInt(2)).add(part.named(random.nextInt(1_000_000) + "-" + part.name()));
            }
        }
        for (List<Delivered> run : runs) {
            for (Delivered part : run) {
                part.write(folder.resolve("landing"));
            }
            shuffled.run(asOf());
        }

        assertThat(shuffled.contents("gold")).isEqualTo(first.contents("gold"));
    }

    private static void assertExpected(ProductRun product) throws IOException {
        Map<String, Row> rows = product.rows(COMPLIANCE).stream()
                .collect(Collectors.toMap(
                        row -> String.join(
                                ",",
                                row.<String>getAs("agreement_id"),
                                row.<String>getAs("objective_id"),
                                row.getAs("period_start").toString()),
                        Function.identity()));
        List<String> lines = Files.readAllLines(Reference.path("sla-example").resolve("expected.csv"));
        List<String> names = List.of(lines.get(0).split(",", -1));
        Map<String, String[]> expected = new TreeMap<>();
        lines.subList(1, lines.size()).forEach(line -> {
            String[] cells = line.split(",", -1);
            expected.put(String.join(",", cells[0], cells[1], cells[2]), cells);
        });
        assertThat(rows.keySet()).isEqualTo(expected.keySet());
        expected.forEach((key, cells) -> {
            for (int column = 3; column < cells.length; column++) {
                assertCell(
                        key + " " + names.get(column),
                        Objects.requireNonNull(rows.get(key)).getAs(names.get(column)),
                        cells[column]);
            }
        });
    }

    private static void assertCell(String where, Object value, String expected) {
        if (value instanceof Number number && !expected.isEmpty()) {
            double wanted = Double.parseDouble(expected);
            assertThat(number.doubleValue()).as(where).isCloseTo(wanted, within(1e-9 * Math.abs(wanted)));
        } else {
            assertThat(String.valueOf(value)).as(where).isEqualTo(expected.isEmpty() ? "null" : expected);
        }
    }

    private static LocalDate asOf() throws IOException {
        return LocalDate.parse(
                Files.readString(Reference.path("sla-example").resolve("as_of")).strip());
    }

    private interface Delivery {
        void write(Delivered file, Path landing) throws IOException;
    }

    /** A workspace and the product of the given tables, of all when none is named. */
    private ProductRun workspace(String name, Delivery delivery, String... tables) throws IOException {
        Path source = Reference.path("sla-example/workspace");
        Path folder = Files.createDirectories(root.resolve(name));
        // Parts are written as plain text.
        String settings = Files.readString(source.resolve("plimsoll.yaml")).replace("*.csv.gz", "*.csv");
        Files.writeString(folder.resolve("plimsoll.yaml"), settings);
        Files.createDirectories(folder.resolve("catalog"));
        Files.copy(source.resolve("catalog/all.yaml"), folder.resolve("catalog/all.yaml"));
        for (Delivered file : delivered()) {
            Files.createDirectories(folder.resolve("landing").resolve(file.folder()));
            delivery.write(file, folder.resolve("landing"));
        }
        return tables.length == 0 ? new ProductRun(folder) : ProductRun.upTo(folder, tables);
    }

    private static List<Delivered> delivered() throws IOException {
        Path landing = Reference.path("sla-example/workspace/landing");
        try (Stream<Path> files = Files.walk(landing)) {
            List<Delivered> delivered = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                delivered.add(Delivered.of(landing, file));
            }
            return delivered;
        }
    }

    /** A file's lines; the header, where there is one, goes into every part. */
    private record Delivered(String folder, String name, List<String> header, List<String> lines) {

        static Delivered of(Path landing, Path file) throws IOException {
            try (InputStream raw = Files.newInputStream(file);
                    InputStream bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                    BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
                List<String> all = reader.lines().toList();
                int header = file.toString().contains(".csv") ? 1 : 0;
                String name = file.getFileName().toString().replace(".gz", "");
                String folder = landing.relativize(file.getParent()).toString();
                return new Delivered(folder, name, all.subList(0, header), all.subList(header, all.size()));
            }
        }

        Delivered named(String other) {
            return new Delivered(folder, other, header, lines);
        }

        /** Consecutive parts whose names keep the order. */
        List<Delivered> split(int parts) {
            List<Delivered> split = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                List<String> some = lines.subList(lines.size() * part / parts, lines.size() * (part + 1) / parts);
                split.add(new Delivered(folder, name.replace(".", "-" + part + "."), header, some));
            }
            return split;
        }

        Delivered shuffled(Random random) {
            List<String> mixed = new ArrayList<>(lines);
            Collections.shuffle(mixed, random);
            return new Delivered(folder, name, header, mixed);
        }

        /** Leaves out every row whose key another row of all files has too. */
        Delivered withoutCorrections() throws IOException {
            Map<String, Long> times = delivered().stream()
                    .filter(file -> file.folder.equals(folder))
                    .flatMap(file -> file.lines.stream())
                    .collect(Collectors.groupingBy(Delivered::key, Collectors.counting()));
            return new Delivered(
                    folder,
                    name,
                    header,
                    lines.stream()
                            .filter(line -> Objects.equals(times.get(key(line)), 1L))
                            .toList());
        }

        private static String key(String line) {
            String[] cells = line.split(",", -1);
            return line.startsWith("mw-") ? cells[0] : cells[0] + "," + cells[1];
        }

        void write(Path landing) throws IOException {
            List<String> all = new ArrayList<>(header);
            all.addAll(lines);
            Files.write(landing.resolve(folder).resolve(name), all);
        }
    }
}
