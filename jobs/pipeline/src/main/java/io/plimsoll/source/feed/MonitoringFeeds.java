package io.plimsoll.source.feed;

import static io.plimsoll.source.feed.FeedColumns.at;
import static io.plimsoll.source.feed.FeedColumns.finite;
import static io.plimsoll.source.feed.FeedColumns.flag;
import static io.plimsoll.source.feed.FeedColumns.id;
import static io.plimsoll.source.feed.FeedColumns.maybeAt;
import static io.plimsoll.source.feed.FeedColumns.notBefore;
import static io.plimsoll.source.feed.FeedColumns.notNegative;
import static io.plimsoll.source.feed.FeedColumns.oneOf;
import static io.plimsoll.source.feed.FeedColumns.text;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import java.util.List;

/** What monitoring tools deliver: slots, state changes, usage of resources, alerts. */
final class MonitoringFeeds {

    static final Feed SLI_MEASUREMENT = Feed.of(
                    "sli_measurement",
                    "One row a slot of an indicator as one tool measured it",
                    id("sli_id", "the indicator's name in the catalogue"),
                    at("measured_at", "start of the slot"),
                    Field.optional(
                            "duration_s",
                            IntegerType,
                            "s",
                            "length of the slot; null when the tool leaves it to the indicator's resolution"),
                    Field.optional(
                            "good", LongType, "events", "good events in the slot; null when a value is measured"),
                    Field.optional(
                            "total", LongType, "events", "all events in the slot; null when a value is measured"),
                    Field.optional("value", DoubleType, "the measured value; null when events are counted"),
                    id("tool", "the tool that measured it; the source's name unless the row says otherwise"),
                    text("environment", "where it was measured; null when the tool does not say"))
            .withKey("sli_id", "tool", "measured_at")
            .withChecks(
                    new Check(
                            "counts_in_order",
                            "good IS NULL OR total IS NULL OR (good >= 0 AND good <= total)",
                            "0 <= good <= total"),
                    new Check(
                            "counts_or_value",
                            "(good IS NOT NULL AND total IS NOT NULL) OR (good IS NULL AND total IS NULL AND value IS NOT NULL)",
                            "either good and total together, or value"),
                    finite("value"),
                    new Check("duration_positive", "duration_s IS NULL OR duration_s > 0", "duration_s is positive"))
            .partitionedByDayOf("measured_at");

    static final Feed STATE_CHANGE = Feed.of(
                    "state_change",
                    "One row a change of state of an indicator as one tool saw it",
                    id("sli_id", "the indicator's name in the catalogue"),
                    at("changed_at", "when the new state began"),
                    id("state", "OK, PROBLEM or UNKNOWN (not watched)"),
                    text(
                            "previous_state",
                            "the state before; UNKNOWN when it was not watched; null when the tool does not say"),
                    id("tool", "the tool that saw it; the source's name unless the row says otherwise"))
            .withKey("sli_id", "tool", "changed_at")
            .withChecks(
                    oneOf("state", "OK", "PROBLEM", "UNKNOWN"), oneOf("previous_state", "OK", "PROBLEM", "UNKNOWN"));

    static final Feed RESOURCE_USAGE = Feed.of(
                    "resource_usage",
                    "One row a sample of one metric of a resource",
                    id("resource_id", "the resource's name in the catalogue"),
                    id("metric", "what is used: cpu, memory, storage, connections, ..."),
                    at("measured_at", "when it was sampled"),
                    Field.required("used", DoubleType, "amount in use, in the row's unit"),
                    Field.optional(
                            "capacity",
                            DoubleType,
                            "amount there is, in the row's unit; null when the catalogue says it"),
                    text("unit", "unit of used and capacity; null when the catalogue says it"))
            .withKey("resource_id", "metric", "measured_at")
            .withChecks(finite("used"), notNegative("used"), finite("capacity"), notNegative("capacity"))
            .partitionedByDayOf("measured_at");

    static final Feed ALERT = Feed.of(
                    "alert",
                    "One row an alert that was raised",
                    id("alert_id", "the alerting tool's number"),
                    at("raised_at", "when it was raised"),
                    maybeAt("acknowledged_at", "when a person or machine took it; null while nobody has"),
                    maybeAt("resolved_at", "when it ended; null while it lasts"),
                    text("sli_id", "the indicator that raised it; null for an alert without one"),
                    text("service_id", "the service concerned; null when unknown"),
                    text("component", "the part of the service; null when unknown"),
                    text("team_id", "the team that was called; null when none was"),
                    text("acknowledged_by", "who took it; null while nobody has"),
                    text("severity", "as the alerting tool words it; null when it does not"),
                    text("rule_kind", "static, dynamic or burn_rate; null when unknown"),
                    flag("actionable", "whether there was something to do; null when nobody judged it"),
                    text("incident_id", "the incident it led to; null when to none"))
            .withKey("alert_id")
            .withChecks(
                    oneOf("rule_kind", "static", "dynamic", "burn_rate"),
                    notBefore("acknowledged_at", "raised_at"),
                    notBefore("resolved_at", "raised_at"));

    static final List<Feed> ALL = List.of(SLI_MEASUREMENT, STATE_CHANGE, RESOURCE_USAGE, ALERT);

    private MonitoringFeeds() {}
}
