package io.plimsoll.source.feed;

import static io.plimsoll.source.feed.FeedColumns.at;
import static io.plimsoll.source.feed.FeedColumns.endsAfter;
import static io.plimsoll.source.feed.FeedColumns.flag;
import static io.plimsoll.source.feed.FeedColumns.id;
import static io.plimsoll.source.feed.FeedColumns.maybeAt;
import static io.plimsoll.source.feed.FeedColumns.notBefore;
import static io.plimsoll.source.feed.FeedColumns.oneOf;
import static io.plimsoll.source.feed.FeedColumns.text;

import java.util.List;

/** What operations deliver: changes, maintenance, automation, drills, escalations. */
final class OperationFeeds {

    static final Feed CHANGE = Feed.of(
                    "change",
                    "One row a change to a service",
                    id("change_id", "the change's number"),
                    id("service_id", "the service changed"),
                    text("kind", "kind of change in the tool's words; null when not said"),
                    maybeAt("planned_start", "planned begin; null when not planned"),
                    maybeAt("planned_end", "planned end; null when not planned"),
                    maybeAt("implemented_at", "when it was made; null while it is not"),
                    text("outcome", "success, failed or backed_out; null while unknown"),
                    text("declared_risk", "risk as declared before; null when not declared"),
                    flag(
                            "review_findings_considered",
                            "whether findings of past reviews were considered; null when not said"))
            .withKey("change_id")
            .withChecks(oneOf("outcome", "success", "failed", "backed_out"), notBefore("planned_end", "planned_start"));

    static final Feed MAINTENANCE_WINDOW = Feed.of(
                    "maintenance_window",
                    "One row a window in which service may be interrupted",
                    id("window_id", "the window's number; one occurrence each of a repeating window"),
                    id("scope", "the service, component or indicator concerned"),
                    at("starts_at", "begin, included"),
                    at("ends_at", "end, not included"),
                    maybeAt("approved_at", "when it was approved; null without approval"),
                    text("approved_by", "who approved it; null without approval"),
                    text("kind", "planned, emergency, force_majeure or customer_caused; null when not said"))
            .withKey("window_id")
            .withChecks(
                    endsAfter("ends_at", "starts_at"),
                    oneOf("kind", "planned", "emergency", "force_majeure", "customer_caused"));

    static final Feed AUTOMATION_RUN = Feed.of(
                    "automation_run",
                    "One row a run of an automation",
                    id("run_id", "the run's number"),
                    id("automation_id", "the automation's name in the catalogue"),
                    id("environment", "staging or production"),
                    at("triggered_at", "when it was triggered"),
                    maybeAt("finished_at", "when it ended; null while it runs"),
                    id("outcome", "success, failure, false_trigger or rolled_back"),
                    text("service_id", "the service acted on; null when unknown"),
                    text("incident_id", "the incident it served; null when none"),
                    text("approved_by", "who let it run; null when nobody had to"),
                    text("condition", "what triggered it; null when not recorded"))
            .withKey("run_id")
            .withChecks(
                    oneOf("environment", "staging", "production"),
                    oneOf("outcome", "success", "failure", "false_trigger", "rolled_back"),
                    notBefore("finished_at", "triggered_at"));

    static final Feed DRILL = Feed.of(
                    "drill",
                    "One row an exercise of detection or escalation",
                    id("drill_id", "the drill's number"),
                    id("kind", "dark_launch or escalation"),
                    text("service_id", "the service exercised; null when none"),
                    text("path_id", "the escalation path exercised; null when none"),
                    at("held_at", "when it was held"),
                    maybeAt("injected_at", "when the fault was injected; null when none was"),
                    maybeAt("detected_at", "when it was detected; null when it was not"),
                    maybeAt("alerted_at", "when somebody was alerted; null when nobody was"),
                    text("outcome", "how it ended, in the tool's words; null when not recorded"))
            .withKey("drill_id")
            .withChecks(oneOf("kind", "dark_launch", "escalation"));

    static final Feed ESCALATION = Feed.of(
                    "escalation",
                    "One row an escalation along a path",
                    id("escalation_id", "the escalation's number"),
                    id("path_id", "the escalation path's name in the catalogue"),
                    text("agreement_id", "the agreement at stake; null when none"),
                    text("incident_id", "the incident escalated; null when none"),
                    at("triggered_at", "when it was triggered"),
                    maybeAt("notified_at", "when the next level was told; null when it was not"),
                    maybeAt("action_at", "when the next level acted; null when it did not"),
                    text("action", "what was done; null when nothing was"))
            .withKey("escalation_id")
            .withChecks(notBefore("notified_at", "triggered_at"), notBefore("action_at", "triggered_at"));

    static final List<Feed> ALL = List.of(CHANGE, MAINTENANCE_WINDOW, AUTOMATION_RUN, DRILL, ESCALATION);

    private OperationFeeds() {}
}
