package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine;

/** The examples in {@code conf/schedule} name commands, classes and versions that exist. */
class ScheduleTest {

    private static final String LAUNCHER = "/opt/plimsoll/plimsoll ";

    @Test
    void theCronLineHasFiveTimesAUserAndACommand() throws IOException {
        List<String> lines = lines("plimsoll.cron").stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("MAILTO="))
                .toList();

        assertThat(lines).singleElement().asString().matches("([0-9*/,-]+ +){5}[a-z]+ +flock .*");
        assertRuns(command(lines.get(0)));
    }

    @Test
    void theServiceRunsOnceAndTheTimerStartsIt() throws IOException {
        Map<String, String> service = settings("plimsoll.service");
        Map<String, String> timer = settings("plimsoll.timer");

        assertThat(service).containsEntry("Type", "oneshot");
        assertRuns(command(Objects.requireNonNull(service.get("ExecStart"))));
        assertThat(timer).containsEntry("WantedBy", "timers.target").containsKey("OnCalendar");
    }

    @Test
    void theSparkApplicationNamesOurClassAndOurJar() throws IOException, ClassNotFoundException {
        Map<?, ?> document = new Yaml().load(text("plimsoll-kubernetes.yaml"));
        Map<?, ?> application = (Map<?, ?>) value((Map<?, ?>) value(document, "spec"), "template");

        assertThat(value(document, "kind")).isEqualTo("ScheduledSparkApplication");
        assertThat(Class.forName(value(application, "mainClass").toString())).isEqualTo(Plimsoll.class);
        assertThat(value(application, "mainApplicationFile").toString()).endsWith("/plimsoll-cluster.jar");
        assertThat(value(application, "sparkVersion")).isEqualTo(org.apache.spark.package$.MODULE$.SPARK_VERSION());
        assertRuns(((List<?>) value(application, "arguments"))
                .stream().map(String::valueOf).toArray(String[]::new));
    }

    @Test
    void theAirflowTasksAreCommandsOfOurs() throws IOException {
        List<String[]> tasks = Pattern.compile("application_args=\\[(.*)]")
                .matcher(text("plimsoll_airflow.py"))
                .results()
                .map(ScheduleTest::arguments)
                .toList();

        assertThat(tasks).hasSize(2).allSatisfy(ScheduleTest::assertRuns);
        assertThat(text("plimsoll_airflow.py")).contains('"' + Plimsoll.class.getName() + '"');
    }

    @Test
    void theAirflowFileIsPython() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/python3")), "skipped: there is no python3 to compile it");
        Process python = new ProcessBuilder(
                        "/usr/bin/python3",
                        "-c",
                        "import ast, sys; ast.parse(open(sys.argv[1]).read())",
                        file("plimsoll_airflow.py").toString())
                .inheritIO()
                .start();

        assertThat(python.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(python.exitValue()).isZero();
    }

    private static void assertRuns(String... arguments) {
        CommandLine.ParseResult parsed = Plimsoll.line().parseArgs(arguments);
        assertThat(parsed.subcommand().commandSpec().name()).isIn("run", "check");
    }

    private static String[] command(String line) {
        assertThat(line).contains(LAUNCHER);
        return line.substring(line.indexOf(LAUNCHER) + LAUNCHER.length()).split(" ");
    }

    /** Python's texts; its one constant is a workspace, a template a date. */
    private static String[] arguments(MatchResult list) {
        return Arrays.stream(list.group(1).split(", "))
                .map(word -> word.replace("\"", "").replaceFirst("^\\{\\{.*", "2026-01-01"))
                .toArray(String[]::new);
    }

    private static Map<String, String> settings(String name) throws IOException {
        return lines(name).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')),
                        line -> line.substring(line.indexOf('=') + 1),
                        (first, second) -> first));
    }

    private static Object value(Map<?, ?> map, String key) {
        return Objects.requireNonNull(map.get(key), () -> "no " + key + " in " + map);
    }

    private static List<String> lines(String name) throws IOException {
        return Files.readAllLines(file(name));
    }

    private static String text(String name) throws IOException {
        return Files.readString(file(name));
    }

    private static Path file(String name) {
        return Path.of(System.getProperty("plimsoll.root", "."), "conf", "schedule", name);
    }
}
