package io.plimsoll.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule by rule what the tests of OpenSLO/go-sdk (pkg/openslo/v1/*_test.go) hold its validator to. */
final class OpenSloRulesTest {

    private static final String RATIO_SLO = """
            apiVersion: openslo/v1
            kind: SLO
            metadata: {name: web-availability}
            spec:
              service: web
              indicator:
                metadata: {name: web-ratio}
                spec:
                  ratioMetric:
                    counter: true
                    good: {metricSource: {spec: {query: a}}}
                    total: {metricSource: {spec: {query: b}}}
              timeWindow: [{duration: 1w, isRolling: true}]
              budgetingMethod: Timeslices
              objectives:
                - {displayName: Good, target: 0.995, timeSliceTarget: 0.95, timeSliceWindow: 1m}
            """;

    private static final String CONDITION = """
            apiVersion: openslo/v1
            kind: AlertCondition
            metadata: {name: fast-burn}
            spec:
              severity: page
              condition: {kind: burnrate, op: lte, threshold: 2, lookbackWindow: 1h, alertAfter: 5m}
            """;

    private static final String POLICY = """
            apiVersion: openslo/v1
            kind: AlertPolicy
            metadata: {name: page-on-call}
            spec:
              conditions: [{conditionRef: fast-burn}]
              notificationTargets: [{targetRef: on-call}]
            """;

    private static String change(String text, String from, String to) {
        assertThat(text).contains(from);
        return text.replace(from, to);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "target: 0.0,", "target: 0.9999,", "targetPercent: 99.9999,", "targetPercent: 0,"})
    void targetsInTheirRangesAreRight(String target) {
        String changed = target.isEmpty() ? "target: 0.995," : target;

        assertThat(Judged.fields(change(RATIO_SLO, "target: 0.995,", changed))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // slo_test.go, TestSLO_Validate_Spec_Objectives
                "target: 0.995|target: 1.0|spec.objectives[0].target",
                "target: 0.995|target: -0.1|spec.objectives[0].target",
                "target: 0.995|targetPercent: 100.0|spec.objectives[0].targetPercent",
                "target: 0.995|targetPercent: -0.1|spec.objectives[0].targetPercent",
                "target: 0.995, ||spec.objectives[0]",
                "target: 0.995|target: 0.1, targetPercent: 10|spec.objectives[0]",
                "target: 0.995|target: 0.995, op: gt|spec.objectives[0].op",
                "target: 0.995|target: 0.995, value: 1|spec.objectives[0].value",
                // TestSLO_Validate_Spec_Objectives_TimeSliceTarget, _TimeSliceWindow
                "timeSliceTarget: 0.95, ||spec.objectives[0].timeSliceTarget",
                "timeSliceTarget: 0.95|timeSliceTarget: 0|spec.objectives[0].timeSliceTarget",
                "timeSliceTarget: 0.95|timeSliceTarget: 1.1|spec.objectives[0].timeSliceTarget",
                ", timeSliceWindow: 1m||spec.objectives[0].timeSliceWindow",
                "timeSliceWindow: 1m|timeSliceWindow: 1s|spec.objectives[0].timeSliceWindow",
                "timeSliceWindow: 1m|timeSliceWindow: -1m|spec.objectives[0].timeSliceWindow",
                // TestSLO_Validate_Spec, _TimeWindows
                "budgetingMethod: Timeslices|budgetingMethod: invalid|spec.budgetingMethod",
                "service: web||spec.service",
                "timeWindow: [{duration: 1w, isRolling: true}]|timeWindow: []|spec.timeWindow",
                "isRolling: true}]|isRolling: true}, {duration: 1w, isRolling: true}]|spec.timeWindow",
                "duration: 1w, |''|spec.timeWindow[0].duration",
                "isRolling: true|isRolling: false|spec.timeWindow[0]",
                "isRolling: true|isRolling: true, calendar: {startTime: 2022-01-01 12:00:00, timeZone: UTC}|spec.timeWindow[0]",
                "isRolling: true|calendar: {startTime: 2022-01-01, timeZone: UTC}|spec.timeWindow[0].calendar.startTime",
                "isRolling: true|calendar: {startTime: 2022-01-01 12:00:00, timeZone: Mars}|spec.timeWindow[0].calendar.timeZone",
                // objects_test.go, runMetadataTests
                "{name: web-availability}|{name: MY SLO}|metadata.name",
                "{name: web-availability}|{name: -web}|metadata.name",
                "{name: web-availability}|{displayName: Web}|metadata.name",
                "{name: web-ratio}|{name: web_ratio}|spec.indicator.metadata.name",
                "metadata: {name: web-availability}||metadata",
                // sli_test.go, runSLIRatioMetricTests, runSLIMetricSpecTests
                "good: {metricSource: {spec: {query: a}}}||spec.indicator.spec.ratioMetric",
                "total: {metricSource: {spec: {query: b}}}||spec.indicator.spec.ratioMetric",
                "good: {metricSource: {spec: {query: a}}}|bad: {metricSource: {}}|spec.indicator.spec.ratioMetric.bad.metricSource",
                "spec: {query: a}|spec: {}|spec.indicator.spec.ratioMetric.good.metricSource.spec",
                "spec: {query: a}|metricSourceRef: my datadog, spec: {query: a}|"
                        + "spec.indicator.spec.ratioMetric.good.metricSource.metricSourceRef"
            })
    void aWrongSloIsWrongInTheSameField(String from, String to, String field) {
        assertThat(Judged.fields(change(RATIO_SLO, from, to == null ? "" : to))).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({"Occurrences, 0", "Timeslices, 2", "RatioTimeslices, 1"})
    void slicesNeedTheirFieldsByMethod(String method, int missing) {
        String slo = change(RATIO_SLO, "budgetingMethod: Timeslices", "budgetingMethod: " + method);

        assertThat(Judged.fields(change(slo, ", timeSliceTarget: 0.95, timeSliceWindow: 1m", "")))
                .hasSize(missing);
    }

    @Test
    void anSloWithoutAnIndicatorSaysSo() {
        String inline = RATIO_SLO.substring(RATIO_SLO.indexOf("  indicator:"), RATIO_SLO.indexOf("  timeWindow"));
        String without = change(RATIO_SLO, inline, "");

        assertThat(Judged.document(without))
                .containsExactly("5: spec: the SLO has no indicator; write indicatorRef with the name of an SLI, or an"
                        + " indicator inline");
    }

    @Test
    void indicatorAndIndicatorRefExcludeEachOther() {
        assertThat(Judged.document(
                        change(RATIO_SLO, "  service: web\n", "  service: web\n  indicatorRef: web-ratio\n")))
                .containsExactly("5: spec: indicator and indicatorRef exclude each other; keep one");
    }

    @Test
    void anInlineThresholdMetricNeedsOpAndValue() {
        String ratio = RATIO_SLO.substring(RATIO_SLO.indexOf("      ratioMetric"), RATIO_SLO.indexOf("  timeWindow"));
        String slo = change(RATIO_SLO, ratio, "      thresholdMetric: {metricSource: {spec: {query: a}}}\n");

        assertThat(Judged.document(slo))
                .containsExactly(
                        "13: spec.objectives[0].op: is required with a thresholdMetric",
                        "13: spec.objectives[0].value: is required with a thresholdMetric");
        assertThat(Judged.document(change(slo, "target: 0.995", "target: 0.995, op: lessThan, value: 1")))
                .containsExactly("13: spec.objectives[0].op: 'lessThan' is not one of lt, lte, gt, gte");
        assertThat(Judged.document(change(slo, "target: 0.995", "target: 0.995, op: lte, value: 1")))
                .isEmpty();
    }

    @Test
    void objectivesOfACompositeSloNameTheirIndicators() {
        String inline = RATIO_SLO.substring(RATIO_SLO.indexOf("  indicator:"), RATIO_SLO.indexOf("  timeWindow"));
        String composite = change(
                change(RATIO_SLO, inline, ""), "target: 0.995", "target: 0.995, indicatorRef: a, compositeWeight: 1");

        assertThat(Judged.fields(composite)).isEmpty();
        assertThat(Judged.fields(change(composite, "compositeWeight: 1", "compositeWeight: 0")))
                .containsExactly("spec.objectives[0].compositeWeight");
        assertThat(Judged.fields(change(composite, "indicatorRef: a", "indicatorRef: my sli")))
                .containsExactly("spec.objectives[0].indicatorRef");
        assertThat(Judged.document(change(composite, "  service: web\n", "  service: web\n  indicatorRef: b\n")))
                .containsExactly(
                        "5: spec: indicator or indicatorRef stands both in spec and in an objective; write it in"
                                + " spec, or in every objective of a composite SLO");
    }

    @Test
    void sliceWindowsHaveAFixedLength() {
        assertThat(Judged.document(change(RATIO_SLO, "timeSliceWindow: 1m", "timeSliceWindow: 1M")))
                .containsExactly(
                        "16: spec.objectives[0].timeSliceWindow: '1M' has no fixed length; slices are aligned to"
                                + " the epoch, so write m, h, d or w");
    }

    /** A change of a day's records recomputes a day of slices and a year of windows: what is longer would be wrong. */
    @Test
    void slicesLastADayAtMostAndWindowsAYear() {
        assertThat(Judged.document(change(RATIO_SLO, "timeSliceWindow: 1m", "timeSliceWindow: 25h")))
                .containsExactly(
                        "16: spec.objectives[0].timeSliceWindow: is longer than a day; late data recompute a day"
                                + " and the one before, so write 1d or less");
        assertThat(Judged.fields(change(RATIO_SLO, "timeSliceWindow: 1m", "timeSliceWindow: 24h")))
                .isEmpty();
        assertThat(Judged.fields(change(RATIO_SLO, "duration: 1w", "duration: 367d")))
                .containsExactly("spec.timeWindow[0].duration");
        assertThat(Judged.fields(change(RATIO_SLO, "duration: 1w", "duration: 12M")))
                .isEmpty();
    }

    @Test
    void aNumberInQuotesIsNotANumber() {
        assertThat(Judged.document(change(RATIO_SLO, "target: 0.995", "target: '0.995'")))
                .containsExactly("16: spec.objectives[0].target: '0.995' is a text; write it without quotes");
    }

    @Test
    void aDescriptionHasAtMost1050Characters() {
        String described = "  description: " + "A".repeat(1051) + "\n  service: web\n";

        assertThat(Judged.document(change(RATIO_SLO, "  service: web\n", described)))
                .containsExactly("5: spec.description: has 1051 characters; shorten it to at most 1050");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // sli_test.go, runSLISpecTests and runSLIRatioMetricTests
                "{}|spec",
                "{ratioMetric: {}, thresholdMetric: {}}|spec",
                "{ratioMetric: {}}|spec.ratioMetric",
                "{ratioMetric: {raw: {}, total: {}}}|spec.ratioMetric",
                "{ratioMetric: {raw: {}, good: {}}}|spec.ratioMetric",
                "{ratioMetric: {raw: {}, bad: {}}}|spec.ratioMetric",
                "{ratioMetric: {raw: {}, bad: {}, good: {}}}|spec.ratioMetric",
                "{ratioMetric: {good: {}, bad: {}}}|spec.ratioMetric",
                "{ratioMetric: {total: {}}}|spec.ratioMetric",
                "{ratioMetric: {rawType: invalid, raw: {metricSource: {spec: {q: a}}}}}|spec.ratioMetric.rawType",
                "{ratioMetric: {raw: {metricSource: {spec: {q: a}}}}}|spec.ratioMetric.rawType",
                "{thresholdMetric: {}}|spec.thresholdMetric.metricSource",
                "{thresholdMetric: {metricSource: {spec: {}}}}|spec.thresholdMetric.metricSource.spec"
            })
    void aWrongSliIsWrongInTheSameField(String spec, String field) {
        assertThat(Judged.fields("apiVersion: openslo/v1\nkind: SLI\nmetadata: {name: a}\nspec: " + spec + "\n"))
                .containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "severity: page||spec.severity",
                "condition: {kind: burnrate, op: lte, threshold: 2, lookbackWindow: 1h, alertAfter: 5m}||spec.condition",
                "kind: burnrate|kind: invalid|spec.condition.kind",
                "op: lte, |''|spec.condition.op",
                "threshold: 2, |''|spec.condition.threshold",
                "lookbackWindow: 1h|lookbackWindow: 1|spec.condition.lookbackWindow",
                "lookbackWindow: 1h, |''|spec.condition.lookbackWindow",
                "alertAfter: 5m|alertAfter: soon|spec.condition.alertAfter"
            })
    void aWrongConditionIsWrongInTheSameField(String from, String to, String field) {
        assertThat(Judged.fields(CONDITION)).isEmpty();
        assertThat(Judged.fields(change(CONDITION, from, to == null ? "" : to))).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{conditionRef: fast-burn}]|[]|spec.conditions",
                "[{conditionRef: fast-burn}]|[{conditionRef: a}, {conditionRef: b}]|spec.conditions",
                "{conditionRef: fast-burn}|{conditionRef: a, kind: AlertCondition}|spec.conditions[0]",
                "{conditionRef: fast-burn}|{}|spec.conditions[0]",
                "conditionRef: fast-burn|conditionRef: invalid ref|spec.conditions[0].conditionRef",
                "[{targetRef: on-call}]|[]|spec.notificationTargets",
                "targetRef: on-call|targetRef: invalid ref|spec.notificationTargets[0].targetRef",
                "{targetRef: on-call}|{kind: Service, metadata: {name: a}, spec: {target: b}}|spec.notificationTargets[0].kind"
            })
    void aWrongPolicyIsWrongInTheSameField(String from, String to, String field) {
        assertThat(Judged.fields(POLICY)).isEmpty();
        assertThat(Judged.fields(change(POLICY, from, to))).containsExactly(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"net", "nEt", "9net", "net_this.that-this", "net_.-this"})
    void labelsOfTheOfficialTestsAreRight(String key) {
        // objects_test.go, getLabelsTestCases
        assertThat(Judged.fields(service("labels: {" + key + ": [this, that]}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"net_", "net.", "net-", "_net", "-net", ".net"})
    void otherLabelsAreWrong(String key) {
        assertThat(Judged.fields(service("labels: {" + key + ": [this]}"))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"net", "nEt", "openslo.com/service", "domain/service", "domain.this.org/service.foo"})
    void annotationsOfTheOfficialTestsAreRight(String key) {
        // objects_test.go, getAnnotationsTestCases
        assertThat(Judged.fields(service("annotations: {" + key + ": this}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "net_",
                "-net",
                "openslo.com/",
                "openslo.com!/service",
                "-openslo.com/service",
                "openslo.com./service",
                "openslo..this.com/service",
                "openslo.this-.com/service",
                "openslo_this.org/service"
            })
    void otherAnnotationsAreWrong(String key) {
        assertThat(Judged.fields(service("annotations: {" + key + ": this}"))).hasSize(1);
    }

    private static String service(String metadata) {
        return "apiVersion: openslo/v1\nkind: Service\nmetadata: {name: web, " + metadata + "}\nspec: {}\n";
    }

    @Test
    void anUnknownKindIsSaidWithTheKnownOnes() {
        assertThat(Judged.document("apiVersion: openslo/v1\nkind: Slo\nmetadata: {name: a}\nspec: {}\n"))
                .containsExactly("2: kind: 'Slo' is not one of Service, SLI, SLO, AlertPolicy, AlertCondition,"
                        + " AlertNotificationTarget, DataSource; did you mean 'SLO'?");
    }

    @Test
    void aDataSourceNeedsItsTypeAndConnection() {
        assertThat(Judged.fields(
                        "apiVersion: openslo/v1\nkind: DataSource\nmetadata: {name: a}\nspec: {description: x}\n"))
                .containsExactly("spec.connectionDetails", "spec.type");
    }

    @Test
    void aNotificationTargetNeedsItsTarget() {
        assertThat(
                        Judged.fields(
                                "apiVersion: openslo/v1\nkind: AlertNotificationTarget\nmetadata: {name: a}\nspec: {description: x}\n"))
                .containsExactly("spec.target");
    }
}
