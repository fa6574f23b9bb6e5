package io.plimsoll.demo.company;

import io.plimsoll.demo.history.History;
import java.math.BigDecimal;
import java.util.List;

/** What the enterprise wants to know before it happens: what would come of it for the lake. */
public final class Scenarios {

    /** The scanned archive moves into the lake. */
    public static final String LAUNCH = "archive-moves-in";

    /** How much the archive is, in GB. */
    public static final int LAUNCHED_GB = 4_800;

    /** Scans in colour take a tenth more. */
    public static final String GROW = "scans-in-colour";

    /** What colour makes of the demand. */
    public static final double GROWTH = 1.1;

    private static final int NOTICE_DAYS = 10;

    private Scenarios() {}

    static List<Entry> entries(History history) {
        return List.of(
                scenario(
                        LAUNCH,
                        "The archive moves in",
                        Ordered.map("launch", LAUNCHED_GB)
                                .and(
                                        "startsOn",
                                        history.asOf().plusDays(NOTICE_DAYS).toString())),
                scenario(GROW, "Scans in colour", Ordered.map("growth", BigDecimal.valueOf(GROWTH))));
    }

    private static Entry scenario(String name, String title, Ordered change) {
        return new Entry(
                "CapacityScenario",
                name,
                title,
                Ordered.map("resources", List.of(Resources.lake("data-platform").name()))
                        .and("metrics", List.of("storage"))
                        .and(change.build())
                        .build());
    }
}
