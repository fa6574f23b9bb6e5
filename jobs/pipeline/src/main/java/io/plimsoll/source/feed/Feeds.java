package io.plimsoll.source.feed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every feed that a source can deliver. */
public final class Feeds {

    /** The only feed without a key: its unit is the file. */
    public static final Feed BILLING = BillingFeed.BILLING;

    private static final List<Feed> ALL = Stream.of(
                    MonitoringFeeds.ALL, List.of(BILLING), IncidentFeeds.ALL, OperationFeeds.ALL, GovernanceFeeds.ALL)
            .flatMap(List::stream)
            .toList();

    private Feeds() {}

    /** All feeds, each once. */
    public static List<Feed> all() {
        return ALL;
    }

    /** The feed of this name; empty when there is none. */
    public static Optional<Feed> named(String name) {
        return ALL.stream().filter(feed -> feed.name().equals(name)).findFirst();
    }
}
