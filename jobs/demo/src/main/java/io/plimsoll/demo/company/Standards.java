package io.plimsoll.demo.company;

import java.util.List;

/** How the enterprise defines its objectives. */
final class Standards {

    private Standards() {}

    /** Four rolling weeks for whatever counts on the cloud; booking looks back 30 days. */
    static List<Entry> entries() {
        return List.of(new Entry(
                "StandardDefinition",
                "cloud-availability",
                "Availability of important cloud services",
                Ordered.map(
                                "appliesTo",
                                Ordered.map("measure", "counts")
                                        .and("criticality", List.of("critical", "high"))
                                        .and("environment", List.of("cloud"))
                                        .build())
                        .and(
                                "requires",
                                Ordered.map("budgetingMethod", "Occurrences")
                                        .and("timeWindow", "28d")
                                        .and("windowKind", "rolling")
                                        .and("resolutionSeconds", 900)
                                        .and("target", "0.99")
                                        .build())
                        .build()));
    }
}
