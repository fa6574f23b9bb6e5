package io.plimsoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plimsoll.contract.DataContract;
import io.plimsoll.testing.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code datasets/published/} says what the code declares; {@code -Dplimsoll.write=true} makes it say so. */
class PublishedPagesTest {

    private static final Path FOLDER = Path.of(System.getProperty("plimsoll.root", "."), "datasets", "published");

    private final PublishedPages pages = new PublishedPages(AllTables.graph());

    @Test
    void everyFileIsWhatTheDeclarationsGive() throws IOException {
        if (Boolean.getBoolean("plimsoll.write")) {
            pages.write(FOLDER);
        }

        assertThat(drift(PublishedPages.in(FOLDER), pages.files()))
                .as("datasets/published/ differs from the declarations; CONTRIBUTING.md has the command that writes it")
                .isEmpty();
    }

    @Test
    void aChangedAMissingAndALeftOverFileAreNamedAndMended(@TempDir Path folder) throws IOException {
        pages.write(folder);
        Files.writeString(folder.resolve("gold.sla_compliance.md"), "# by hand\n");
        Files.delete(folder.resolve("README.md"));
        Files.writeString(folder.resolve("gold.gone.md"), "# a table of last year\n");

        assertThat(drift(PublishedPages.in(folder), pages.files()))
                .containsExactly(
                        Map.entry("README.md", "missing"),
                        Map.entry("gold.gone.md", "left over"),
                        Map.entry("gold.sla_compliance.md", "differs"));
        pages.write(folder);
        assertThat(PublishedPages.in(folder)).isEqualTo(pages.files());
    }

    @Test
    void everyDataContractIsValidUnderTheOfficialSchema() throws IOException {
        Schema schema = officialSchema();

        SortedMap<String, String> problems = new TreeMap<>();
        for (Map.Entry<String, String> file : pages.files().entrySet()) {
            if (file.getKey().endsWith(".odcs.yaml")) {
                problems.put(file.getKey(), problems(schema, file.getValue()));
            }
        }

        assertThat(problems).hasSizeGreaterThan(50);
        assertThat(problems.values()).containsOnly("");
    }

    @Test
    void theOfficialSchemaRejectsAContractWithAnUnknownType() throws IOException {
        String wrong = DataContract.of(RunLedger.RUN).replace("logicalType: boolean", "logicalType: yes-or-no");

        assertThat(problems(officialSchema(), wrong)).contains("logicalType");
    }

    private static Schema officialSchema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                .getSchema(Files.readString(Reference.path("odcs/odcs-json-schema-v3.1.0.json")));
    }

    private static String problems(Schema schema, String yaml) throws IOException {
        Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return schema.validate(new ObjectMapper().writeValueAsString(document), InputFormat.JSON).stream()
                .map(Error::toString)
                .collect(Collectors.joining("; "));
    }

    private static SortedMap<String, String> drift(SortedMap<String, String> found, SortedMap<String, String> wanted) {
        SortedMap<String, String> drift = new TreeMap<>();
        wanted.forEach((name, text) -> {
            if (!found.containsKey(name)) {
                drift.put(name, "missing");
            } else if (!text.equals(found.get(name))) {
                drift.put(name, "differs");
            }
        });
        found.keySet().stream().filter(name -> !wanted.containsKey(name)).forEach(name -> drift.put(name, "left over"));
        return drift;
    }
}
