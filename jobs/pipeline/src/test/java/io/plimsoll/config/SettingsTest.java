package io.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {

    private static final byte[] DEFAULTS =
            "zone: UTC\nmax_rejected: 0.01\nspark: {spark.a: x, spark.b: y}\n".getBytes(StandardCharsets.UTF_8);

    private static Loaded<Settings> load(String text) {
        return new SettingsReader(
                        new Workspace("/ws"),
                        TextFiles.of(Settings.FILE, text),
                        name -> Optional.ofNullable(
                                Map.of("DB_PASSWORD", "hunter2").get(name)))
                .read(DEFAULTS);
    }

    private static SourceSettings only(String text) {
        Loaded<Settings> loaded = load(text);
        assertThat(loaded.problems()).isEmpty();
        return loaded.value().sources().get(0);
    }

    private static List<String> problems(String text) {
        return load(text).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void whatAWorkspaceDoesNotSayIsTheDefault() {
        Settings settings = load("sources: []\n").value();

        assertThat(settings.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(settings.spark()).containsExactly(Map.entry("spark.a", "x"), Map.entry("spark.b", "y"));
    }

    @Test
    void whatAWorkspaceSaysComesFirst() {
        Settings settings = load("zone: Europe/London\nspark: {spark.b: z}\n").value();

        assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(settings.spark()).containsExactly(Map.entry("spark.a", "x"), Map.entry("spark.b", "z"));
    }

    @Test
    void aSourceCarriesAllThatIsWritten() {
        SourceSettings source = only("""
                sources:
                  - name: servicenow
                    feed: incident
                    format: csv
                    path: landing/servicenow/*.csv
                    options: {header: true, nullValue: "?", quote: ""}
                    columns:
                      incident_id: number
                      opened_at: to_timestamp(opened_at, 'd/M/yyyy HH:mm')
                    where: number is not null
                    zone: Europe/London
                    max_rejected: 0.05
                """);

        assertThat(source.name()).isEqualTo("servicenow");
        assertThat(source.feed()).isEqualTo("incident");
        assertThat(source.format()).isEqualTo("csv");
        assertThat(source.path()).isEqualTo("landing/servicenow/*.csv");
        assertThat(source.options())
                .containsExactly(Map.entry("header", "true"), Map.entry("nullValue", "?"), Map.entry("quote", ""));
        assertThat(source.columns().values())
                .containsExactly(
                        new MappedColumn("incident_id", "number", 8),
                        new MappedColumn("opened_at", "to_timestamp(opened_at, 'd/M/yyyy HH:mm')", 9));
        assertThat(source.where()).contains("number is not null");
        assertThat(source.zone()).contains(ZoneId.of("Europe/London"));
        assertThat(source.maxRejected()).isEqualTo(new BigDecimal("0.05"));
        assertThat(source.replaceFolder()).isFalse();
        assertThat(source.incrementalColumn()).isEmpty();
        assertThat(source.file()).isEqualTo("plimsoll.yaml");
        assertThat(source.line()).isEqualTo(2);
    }

    @Test
    void aSourceTakesTheWorkspacesShareOfRejects() {
        assertThat(only("sources: [{name: a, feed: alert, format: csv, path: a.csv}]\n")
                        .maxRejected())
                .isEqualTo(new BigDecimal("0.01"));
    }

    @Test
    void aFolderCanBeTheUnitOfReplacement() {
        assertThat(only("sources: [{name: a, feed: billing, format: focus, path: 'a/**', replace: folder}]\n")
                        .replaceFolder())
                .isTrue();
    }

    @Test
    void aDatabaseNeedsNoPathAndKeepsItsSecretUnresolved() {
        SourceSettings source = only("""
                sources:
                  - name: itsm
                    feed: incident
                    format: jdbc
                    options: {url: 'jdbc:postgresql://db/itsm', dbtable: incident, password: '${env:DB_PASSWORD}'}
                    incremental_column: sys_updated_on
                """);

        assertThat(source.path()).isEmpty();
        assertThat(source.incrementalColumn()).contains("sys_updated_on");
        assertThat(source.toString()).contains("${env:DB_PASSWORD}").doesNotContain("hunter2");
    }

    @Test
    void aVariableThatIsNotSetIsAProblem() {
        assertThat(problems("spark: {spark.hadoop.token: '${env:TOKEN}'}\n"))
                .containsExactly(
                        "plimsoll.yaml:1: spark['spark.hadoop.token']: the environment variable TOKEN is not set;"
                                + " set it before the start");
    }

    @Test
    void aSecretInClearIsAProblem() {
        assertThat(problems("spark: {spark.hadoop.token: abc}\n"))
                .containsExactly(
                        "plimsoll.yaml:1: spark['spark.hadoop.token']: holds a secret in clear; write ${env:NAME}"
                                + " and set the environment variable NAME");
    }

    @Test
    void allThatIsWrongInASourceIsReportedTogether() {
        assertThat(problems("""
                        sources:
                          - name: a
                            feed: incidents
                            format: xlsx
                            path: ../elsewhere/a.csv
                            zone: Mars/Base
                            max_rejected: 5
                            wher: x
                        """))
                .containsExactly(
                        "plimsoll.yaml:8: sources[0].wher: unknown key 'wher'; did you mean 'where'? known keys: name,"
                                + " feed, format, path, options, columns, where, zone, max_rejected, replace,"
                                + " incremental_column",
                        "plimsoll.yaml:3: sources[0].feed: 'incidents' is not one of " + String.join(", ", Feeds.ALL)
                                + "; did you mean 'incident'?",
                        "plimsoll.yaml:4: sources[0].format: 'xlsx' is not one of csv, json, jsonl, parquet, delta, jdbc,"
                                + " icalendar, prometheus, focus",
                        "plimsoll.yaml:5: sources[0].path: '../elsewhere/a.csv' leaves the workspace; name files below it,"
                                + " or write an absolute path",
                        "plimsoll.yaml:6: sources[0].zone: 'Mars/Base' is not a time zone of the IANA database, such as"
                                + " Europe/London or UTC",
                        "plimsoll.yaml:7: sources[0].max_rejected: '5' is not in [0,1]; write a ratio such as 0.999");
    }

    @Test
    void aSourceThatIsWrongIsLeftOut() {
        Loaded<Settings> loaded = load("""
                sources:
                  - {name: a, feed: alert, format: csv}
                  - {name: b, feed: alert, format: csv, path: b.csv}
                """);

        assertThat(loaded.value().sources()).extracting(SourceSettings::name).containsExactly("b");
        assertThat(loaded.problems()).singleElement().hasToString("plimsoll.yaml:2: sources[0].path: is required");
    }

    @Test
    void namesOfSourcesAreUnique() {
        assertThat(problems("""
                        sources:
                          - {name: a, feed: alert, format: csv, path: a.csv}
                          - {name: a, feed: change, format: csv, path: b.csv}
                        """))
                .containsExactly(
                        "plimsoll.yaml:3: sources[1]: the source name 'a' stands twice, first on line 2; a name"
                                + " becomes the tool of its rows, so give each source its own");
    }

    @Test
    void absolutePathsAndUrisCanBeRead() {
        assertThat(problems("""
                        sources:
                          - {name: a, feed: alert, format: csv, path: /exports/a.csv}
                          - {name: b, feed: alert, format: delta, path: 's3a://lake/alert'}
                        """)).isEmpty();
    }

    @Test
    void aFormatOfOneFeedCarriesNoOther() {
        assertThat(problems("sources: [{name: a, feed: incident, format: focus, path: a.csv}]\n"))
                .containsExactly(
                        "plimsoll.yaml:1: sources[0].feed: the format focus carries the feed billing, not 'incident'");
    }

    @Test
    void filesHaveNoIncrementalColumn() {
        assertThat(problems("sources: [{name: a, feed: alert, format: csv, path: a.csv, incremental_column: id}]\n"))
                .containsExactly("plimsoll.yaml:1: sources[0].incremental_column: is for jdbc and delta; files are read"
                        + " exactly once anyway");
    }

    @Test
    void aDatabaseNeedsItsUrlAndATable() {
        assertThat(problems("sources: [{name: a, feed: alert, format: jdbc}]\n"))
                .containsExactly(
                        "plimsoll.yaml:1: sources[0].options: a jdbc source needs the option url, such as"
                                + " jdbc:postgresql://host/database",
                        "plimsoll.yaml:1: sources[0].options: a jdbc source needs one of the options dbtable and query");
    }

    @Test
    void anUnknownKeyIsAProblem() {
        assertThat(problems("zones: UTC\n"))
                .containsExactly(
                        "plimsoll.yaml:1: zones: unknown key 'zones'; did you mean 'zone'? known keys: zone, sources,"
                                + " max_rejected, spark");
    }

    @Test
    void brokenYamlGivesTheDefaultsAndOneProblem() {
        Loaded<Settings> loaded = load("zone: [Europe/London\n");

        assertThat(loaded.value().zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(loaded.problems()).hasSize(1);
    }

    @Test
    void settingsAreOneDocument() {
        assertThat(problems("zone: UTC\n---\nzone: Europe/London\n"))
                .containsExactly("plimsoll.yaml:3: is a second document; settings are one document");
    }

    @Test
    void aMissingFileSaysWhatToDo(@TempDir Path root) {
        Loaded<Settings> loaded = new SettingsReader(
                        new Workspace(root.toString()),
                        WorkspaceFiles.local(new Workspace(root.toString())),
                        name -> Optional.empty())
                .read(DEFAULTS);

        assertThat(loaded.problems())
                .singleElement()
                .hasToString("plimsoll.yaml:1: there is no plimsoll.yaml in the workspace " + root
                        + "; name its folder, or write the file with the sources of the workspace");
    }

    @Test
    void thereAreNineteenFeeds() {
        assertThat(Feeds.ALL).hasSize(19).doesNotHaveDuplicates();
    }
}
