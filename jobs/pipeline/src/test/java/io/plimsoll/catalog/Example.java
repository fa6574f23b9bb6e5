package io.plimsoll.catalog;

/** Documents that tests begin with; each is right by itself. */
final class Example {

    static final String SERVICE = """
            ---
            apiVersion: openslo/v1
            kind: Service
            metadata: {name: checkout, displayName: Checkout}
            spec: {description: Takes the order}
            """;

    static final String SLI = """
            ---
            apiVersion: openslo/v1
            kind: SLI
            metadata: {name: checkout-requests}
            spec:
              ratioMetric:
                good: {metricSource: {spec: {query: good}}}
                total: {metricSource: {spec: {query: all}}}
            """;

    static final String SLO = """
            ---
            apiVersion: openslo/v1
            kind: SLO
            metadata: {name: checkout-slo}
            spec:
              service: checkout
              indicatorRef: checkout-requests
              timeWindow: [{duration: 28d, isRolling: true}]
              budgetingMethod: Occurrences
              objectives: [{target: 0.999}]
            """;

    static final String AGREEMENT = """
            ---
            apiVersion: plimsoll/v1
            kind: Agreement
            metadata: {name: acme-checkout}
            spec:
              type: SLA
              service: checkout
              period: {unit: month, zone: Europe/London}
              objectives: [{slo: checkout-slo}]
            """;

    /** All of them, which is a catalogue without problems. */
    static final String ALL = SERVICE + SLI + SLO + AGREEMENT;

    private Example() {}

    /** A document with something changed, under the same or another name. */
    static String change(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new IllegalArgumentException("the example does not contain: " + from);
        }
        return text.replace(from, to);
    }
}
