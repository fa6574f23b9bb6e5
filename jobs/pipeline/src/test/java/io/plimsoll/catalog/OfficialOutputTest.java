package io.plimsoll.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.Problem;
import io.plimsoll.testing.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our verdict against what the official validator printed ({@code oslo validate}, OpenSLO/oslo at 2f07e923): reference/slo/openslo/oslo,
 * inputs under test/inputs/validate, outputs under test/outputs/validate.
 */
final class OfficialOutputTest {

    private static final String ROOT = "slo/openslo/oslo/test/";
    private static final Pattern DOCUMENT =
            Pattern.compile("Validation for (\\S+)\\.\\w+ '.*?'(?: at index (\\d+))? has failed.*");
    private static final Pattern FIELD = Pattern.compile(" {4}- '([^']+)'.*");
    /** The official run lacked the time zone database; America/New_York is in it. */
    private static final String NO_TIME_ZONES = "unknown time zone America/New_York";

    @ParameterizedTest
    @CsvSource({
        "validate/v1.yaml, v1, v1.yaml",
        "validate/mix/2.yaml, mix, mix/2.yaml",
        "validate/recursive/1.yaml, recursive, recursive/1.yaml"
    })
    void theSameFieldsOfTheSameDocumentsAreWrong(String input, String output, String printedName) throws IOException {
        Path file = Reference.path(ROOT + "inputs/" + input);
        Map<Integer, List<String>> official = official(output, printedName);

        Map<Integer, List<String>> ours = ours(file);

        assertThat(ours).isEqualTo(official);
    }

    @ParameterizedTest
    @CsvSource({
        "validate/v1alpha.yaml, v1alpha, v1alpha.yaml",
        "validate/v2alpha.yaml, v2alpha, v2alpha.yaml",
        "validate/mix/1.yaml, mix, mix/1.yaml",
        "validate/mix/3.yaml, mix, mix/3.yaml",
        "validate/recursive/nested/2.yaml, recursive, recursive/nested/2.yaml",
        "validate/recursive/nested/nested2/nested3/3.yaml, recursive, recursive/nested/nested2/nested3/3.yaml"
    })
    void documentsOfVersionsThatAreNotReadFailTooAndSayWhatToWrite(String input, String output, String printedName)
            throws IOException {
        Path file = Reference.path(ROOT + "inputs/" + input);

        List<List<Problem>> ours = Judged.documents(input, Files.readAllBytes(file));

        assertThat(official(output, printedName)).isNotEmpty();
        assertThat(ours)
                .allSatisfy(problems -> assertThat(problems).singleElement().satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("apiVersion");
                    assertThat(problem.message()).contains("is not read; write openslo/v1");
                }));
    }

    /** The official message stands in test/validate.bats beside the inputs. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                // unsupported openslo.Version: foo
                "invalid-apiversion.yaml, apiVersion, \"'foo' is not read\"",
                // json: unknown field "markdown"; it stops there, before it sees the name
                "unknown-field.yaml, spec.markdown, \"unknown key 'markdown'\""
            })
    void whatCannotBeDecodedIsWrong(String input, String field, String message) throws IOException {
        Path file = Reference.path(ROOT + "inputs/validate/" + input);

        assertThat(Judged.documents(input, Files.readAllBytes(file)).get(0)).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.message()).contains(message);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"inputs/fmt/service.yaml", "outputs/fmt/service.yaml"})
    void whatTheFormatterReadsAndWritesIsRight(String file) throws IOException {
        assertThat(Judged.documents(file, Files.readAllBytes(Reference.path(ROOT + file))))
                .allSatisfy(problems -> assertThat(problems).isEmpty());
    }

    private static Map<Integer, List<String>> ours(Path file) throws IOException {
        Map<Integer, List<String>> wrong = new HashMap<>();
        List<List<Problem>> documents = Judged.documents(file.getFileName().toString(), Files.readAllBytes(file));
        for (int index = 0; index < documents.size(); index++) {
            List<String> fields =
                    documents.get(index).stream().map(Problem::field).toList();
            if (!fields.isEmpty()) {
                wrong.put(index, fields);
            }
        }
        return wrong;
    }

    /** Wrong fields by index of the document, as printed for one file. */
    private static Map<Integer, List<String>> official(String output, String printedName) throws IOException {
        Map<Integer, List<String>> wrong = new HashMap<>();
        boolean ofTheFile = false;
        int index = 0;
        List<String> lines = Files.readAllLines(Reference.path(ROOT + "outputs/validate/" + output));
        for (int number = 0; number < lines.size(); number++) {
            String line = lines.get(number);
            if (line.startsWith("Errors in ")) {
                ofTheFile = line.endsWith("/inputs/validate/" + printedName + ":");
            }
            Matcher document = DOCUMENT.matcher(line.strip());
            if (document.matches()) {
                index = document.group(2) == null ? 0 : Integer.parseInt(document.group(2));
            }
            Matcher field = FIELD.matcher(line);
            if (ofTheFile && field.matches() && !lines.get(number + 1).contains(NO_TIME_ZONES)) {
                wrong.computeIfAbsent(index, any -> new ArrayList<>()).add(field.group(1));
            }
        }
        return wrong;
    }
}
