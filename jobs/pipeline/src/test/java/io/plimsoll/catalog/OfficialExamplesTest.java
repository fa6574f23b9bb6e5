package io.plimsoll.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.Loaded;
import io.plimsoll.config.Problem;
import io.plimsoll.config.TextFiles;
import io.plimsoll.testing.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Our verdict on the documents that OpenSLO and Sloth publish, against the one that the validator of OpenSLO/go-sdk (ae145da1) gives by its
 * rules: pkg/openslo/v1/*.go. Files are under reference/slo and reference/slo-definitions.
 */
final class OfficialExamplesTest {

    private static final String SDK = "slo/openslo/go-sdk/pkg/";
    private static final String DATA = SDK + "openslosdk/test_data/";
    /** An inline ratioMetric forbids op and value: rules.Forbidden in slo.go. */
    private static final String FORBIDDEN = "0 spec.objectives[0].op";
    /** timeWindow holds exactly one element: rules.SliceLength(1, 1) in slo.go. */
    private static final String NO_WINDOW = "0 spec.timeWindow";

    static Stream<Arguments> filesAndWhatIsWrong() {
        return Stream.of(
                Arguments.of(SDK + "openslo/v1/examples/alert_conditions.yaml", List.of()),
                Arguments.of(SDK + "openslo/v1/examples/alert_notification_targets.yaml", List.of()),
                Arguments.of(SDK + "openslo/v1/examples/alert_policies.yaml", List.of()),
                Arguments.of(SDK + "openslo/v1/examples/data_sources.yaml", List.of()),
                Arguments.of(SDK + "openslo/v1/examples/services.yaml", List.of()),
                Arguments.of(SDK + "openslo/v1/examples/slis.yaml", List.of()),
                Arguments.of(SDK + "openslo/v1/examples/slos.yaml", List.of(FORBIDDEN)),
                Arguments.of(DATA + "decode/single_object.json", List.of()),
                Arguments.of(DATA + "decode/single_object.yaml", List.of()),
                Arguments.of(DATA + "decode/sequence_of_objects.json", List.of()),
                Arguments.of(DATA + "decode/sequence_of_objects.yaml", List.of()),
                Arguments.of(DATA + "decode/two_documents.yaml", List.of()),
                Arguments.of(DATA + "decode/v1_slos.yaml", List.of(NO_WINDOW)),
                Arguments.of(DATA + "encode/v1_slo.json", List.of(NO_WINDOW)),
                Arguments.of(DATA + "encode/v1_slo.yaml", List.of(NO_WINDOW)),
                Arguments.of(DATA + "export/inputs/custom_config.yaml", List.of()),
                Arguments.of(DATA + "export/inputs/v1_alert_policies.yaml", List.of()),
                Arguments.of(DATA + "export/inputs/v1_slo.yaml", List.of()),
                Arguments.of(DATA + "export/outputs/custom_config.yaml", List.of()),
                Arguments.of(DATA + "export/outputs/v1_alert_policies.yaml", List.of()),
                Arguments.of(DATA + "export/outputs/v1_slo.yaml", List.of()),
                Arguments.of(DATA + "inline/inputs/custom_config.yaml", List.of()),
                Arguments.of(DATA + "inline/inputs/v1_alert_policies_invalid_condition.yaml", List.of()),
                Arguments.of(DATA + "inline/inputs/v1_alert_policies_invalid_target.yaml", List.of()),
                Arguments.of(DATA + "inline/inputs/v1_alert_policies_keep_refs.yaml", List.of()),
                Arguments.of(DATA + "inline/inputs/v1_alert_policies_remove_refs.yaml", List.of()),
                Arguments.of(DATA + "inline/inputs/v1_slo.yaml", List.of()),
                Arguments.of(DATA + "inline/inputs/v1_slo_invalid_policy.yaml", List.of()),
                Arguments.of(DATA + "inline/inputs/v1_slo_invalid_sli.yaml", List.of()),
                Arguments.of(DATA + "inline/inputs/v1_slo_invalid_target.yaml", List.of()),
                Arguments.of(DATA + "inline/outputs/custom_config.yaml", List.of()),
                Arguments.of(DATA + "inline/outputs/v1_alert_policies_keep_refs.yaml", List.of()),
                Arguments.of(DATA + "inline/outputs/v1_alert_policies_remove_refs.yaml", List.of()),
                Arguments.of(DATA + "inline/outputs/v1_slo.yaml", List.of()),
                Arguments.of("slo/openslo/oslo/internal/files/testdata/format/list-of-services.yaml", List.of()),
                Arguments.of("slo/openslo/oslo/internal/files/testdata/format/two-documents.yaml", List.of()),
                Arguments.of("slo/openslo/spec/examples/budgeting-method/occurences-slo.yaml", List.of()),
                Arguments.of("slo/openslo/spec/examples/budgeting-method/ratio-timeslices.yaml", List.of(FORBIDDEN)),
                Arguments.of("slo/openslo/spec/examples/budgeting-method/timeslices-slo.yaml", List.of(FORBIDDEN)),
                Arguments.of(
                        "slo/openslo/spec/examples/treat-low-traffic-as-equally-important/timeslices-slo.yaml",
                        List.of(FORBIDDEN)),
                Arguments.of("slo-definitions/openslo/examples/budgeting-method/occurences-slo.yaml", List.of()),
                Arguments.of(
                        "slo-definitions/openslo/examples/budgeting-method/ratio-timeslices.yaml", List.of(FORBIDDEN)),
                Arguments.of(
                        "slo-definitions/openslo/examples/budgeting-method/timeslices-slo.yaml", List.of(FORBIDDEN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filesAndWhatIsWrong")
    void theSameFieldsAreWrong(String file, List<String> wrong) throws IOException {
        assertThat(indexedFields(file)).isEqualTo(wrong);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SDK + "openslo/v1alpha/examples/services.yaml",
                SDK + "openslo/v1alpha/examples/slos.yaml",
                SDK + "openslo/v2alpha/examples/alert_conditions.yaml",
                SDK + "openslo/v2alpha/examples/alert_notification_targets.yaml",
                SDK + "openslo/v2alpha/examples/alert_policies.yaml",
                SDK + "openslo/v2alpha/examples/data_sources.yaml",
                SDK + "openslo/v2alpha/examples/services.yaml",
                SDK + "openslo/v2alpha/examples/slis.yaml",
                SDK + "openslo/v2alpha/examples/slos.yaml",
                DATA + "decode/v2alpha_data_source.yaml",
                DATA + "decode/v2alpha_slos.yaml",
                "slo/openslo/oslo/internal/files/testdata/format/invalid-service.yaml",
                "slo/openslo/oslo/internal/files/testdata/format/valid-service.json",
                "slo/openslo/oslo/internal/files/testdata/format/valid-service.yaml",
                "slo/sloth/examples/openslo-getting-started.yml",
                "slo/sloth/examples/openslo-kubernetes-apiserver.yml",
                "slo-definitions/sloth/examples/openslo-getting-started.yml",
                "slo-definitions/sloth/examples/openslo-kubernetes-apiserver.yml",
                "slo-definitions/sloth/test/integration/prometheus/testdata/in-openslo.yaml",
                "slo-definitions/sloth/test/integration/prometheus/testdata/validate/bad/bad-openslo.yaml",
                "slo-definitions/sloth/test/integration/prometheus/testdata/validate/good/good-openslo.yaml"
            })
    void olderAndNewerVersionsAreNotRead(String file) throws IOException {
        assertThat(indexedFields(file)).isNotEmpty().allMatch(field -> field.endsWith(" apiVersion"));
    }

    /** The official inliner fails on each with "… does not exist in referenced objects". */
    @ParameterizedTest
    @CsvSource({
        "v1_alert_policies_invalid_condition.yaml, spec.conditions[0], cpu-usage-breach",
        "v1_alert_policies_invalid_target.yaml, spec.notificationTargets[1], devs-email-notification",
        "v1_slo_invalid_policy.yaml, spec.alertPolicies[0], no-policy",
        "v1_slo_invalid_sli.yaml, spec.indicatorRef, no-sli",
        "v1_slo_invalid_target.yaml, spec.alertPolicies[0].spec.notificationTargets[1], devs-email-notification"
    })
    void referencesToWhatIsMissingAreFound(String file, String field, String name) throws IOException {
        assertThat(catalog(DATA + "inline/inputs/" + file).problems()).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.message()).contains("'" + name + "' is not declared");
        });
    }

    /** One SLI inline in an SLO and as a document of its own, with the same words, is one indicator. */
    @ParameterizedTest
    @ValueSource(strings = {"inline/inputs/v1_slo.yaml", "inline/outputs/v1_slo.yaml", "export/outputs/v1_slo.yaml"})
    void inlinedAndReferencedFormsOfACatalogueLoad(String file) throws IOException {
        Loaded<Catalog> loaded = catalog(DATA + file);

        assertThat(loaded.value().indicators()).extracting(Indicator::sliId).containsExactly("my-sli");
        assertThat(loaded.value().objectives()).isNotEmpty();
    }

    private static Loaded<Catalog> catalog(String file) throws IOException {
        return Catalog.load(TextFiles.of("catalog/a.yaml", Files.readString(Reference.path(file))));
    }

    private static List<String> indexedFields(String file) throws IOException {
        Path path = Reference.path(file);
        List<List<Problem>> documents = Judged.documents(file, Files.readAllBytes(path));
        List<String> fields = new ArrayList<>();
        for (int index = 0; index < documents.size(); index++) {
            for (Problem problem : documents.get(index)) {
                fields.add(index + " " + problem.field());
            }
        }
        return fields;
    }
}
