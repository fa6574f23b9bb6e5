package io.plimsoll.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.silver.catalogue.BudgetPolicyTable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class BudgetPolicyTest {

    private static final String SLO = """
            {apiVersion: openslo/v1, kind: Service, metadata: {name: s}, spec: {description: s}}
            ---
            apiVersion: openslo/v1
            kind: SLI
            metadata: {name: i}
            spec: {thresholdMetric: {metricSource: {type: P, spec: {query: q}}}}
            ---
            apiVersion: openslo/v1
            kind: AlertNotificationTarget
            metadata: {name: on-call}
            spec: {target: pager}
            ---
            apiVersion: openslo/v1
            kind: SLO
            metadata: {name: o}
            spec:
              service: s
              indicatorRef: i
              timeWindow: [{duration: 30d, isRolling: true}]
              budgetingMethod: Occurrences
              objectives: [{target: 0.99, op: lte, value: 1}]
              alertPolicies: [{alertPolicyRef: freeze}]
            ---
            apiVersion: openslo/v1
            kind: AlertPolicy
            metadata:
              name: freeze
              annotations: {%s}
            spec:
              conditions:
                - kind: AlertCondition
                  metadata: {name: fast-burn}
                  spec:
                    severity: page
                    condition: {kind: burnrate, op: gte, threshold: 14.4, lookbackWindow: 1h, alertAfter: 2m}
              notificationTargets: [{targetRef: on-call}]
            """;

    @Test
    void anAlertPolicyWithAStateIsABudgetPolicyOfItsObjectives() {
        Loaded loaded =
                load("plimsoll/policyState: FREEZE, plimsoll/action: Stop releases, plimsoll/remainingBelow: \"0\"");

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.rows())
                .extracting(Row::toString)
                .containsExactly("[o,freeze,0,FREEZE,Stop releases,page,gte,14.4,3600,120,0,null,null]");
    }

    @Test
    void aShareAboveTheWholeBudgetIsAProblem() {
        assertThat(load("plimsoll/remainingBelow: \"1.5\"").problems())
                .last()
                .asString()
                .endsWith(
                        "'1.5' is not a share of the budget; write at most 1 with at most six decimals, such as 0.25");
    }

    private record Loaded(List<String> problems, List<Row> rows) {}

    private static Loaded load(String annotations) {
        var judged = Judged.catalog(SLO.formatted(annotations));
        return new Loaded(
                judged.problems().stream().map(Object::toString).toList(), BudgetPolicyTable.rows(judged.value()));
    }
}
