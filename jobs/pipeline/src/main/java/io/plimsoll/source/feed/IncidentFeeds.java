package io.plimsoll.source.feed;

import static io.plimsoll.source.feed.FeedColumns.at;
import static io.plimsoll.source.feed.FeedColumns.flag;
import static io.plimsoll.source.feed.FeedColumns.id;
import static io.plimsoll.source.feed.FeedColumns.maybeAt;
import static io.plimsoll.source.feed.FeedColumns.notBefore;
import static io.plimsoll.source.feed.FeedColumns.notNegative;
import static io.plimsoll.source.feed.FeedColumns.number;
import static io.plimsoll.source.feed.FeedColumns.oneOf;
import static io.plimsoll.source.feed.FeedColumns.text;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/** What ticketing tools deliver: incidents and what was learnt from them. */
final class IncidentFeeds {

    static final Feed INCIDENT = Feed.of(
                    "incident",
                    "One row an incident",
                    id("incident_id", "the ticket's number"),
                    at("opened_at", "when it was recorded"),
                    maybeAt("acknowledged_at", "when somebody took it; null while nobody has"),
                    maybeAt("resolved_at", "when service was restored; null while it is not"),
                    maybeAt("closed_at", "when the ticket was closed; null while it is open"),
                    text("service_id", "the service concerned; null when unknown"),
                    text("component", "the part of the service; null when unknown"),
                    number("severity", "1 = worst to 5; null when not rated"),
                    flag("major", "whether it was handled as a major incident; null when unknown"),
                    text("category", "the ticketing tool's category; null when none"),
                    text("cause", "the cause as recorded; null while unknown"),
                    text("caused_by_change_id", "the change that caused it; null when none did or it is unknown"),
                    text("detected_by", "monitoring, synthetic, customer or staff; null when unknown"),
                    text("runbook_id", "the runbook that was followed; null when none was"),
                    text("team_id", "the team that solves it; null when unassigned"),
                    text("vendor_id", "the vendor at fault or helping; null when none"),
                    number("reopened", "how often it was opened again; null when the tool does not count"),
                    text("summary", "one line; null when none"),
                    Feed.UPDATED_AT)
            .withKey("incident_id")
            .withChecks(
                    new Check("severity_range", "severity IS NULL OR severity BETWEEN 1 AND 5", "severity is 1 to 5"),
                    oneOf("detected_by", "monitoring", "synthetic", "customer", "staff"),
                    notNegative("reopened"),
                    notBefore("closed_at", "opened_at"));

    static final Feed INCIDENT_EVENT = Feed.of(
                    "incident_event",
                    "One row a thing that happened to an incident",
                    id("incident_id", "the ticket's number"),
                    at("at", "when it happened"),
                    id("kind", "what happened, in the tool's words"),
                    text("actor", "who or what did it; null when unknown"),
                    text("text", "what was written; null when nothing was"))
            .withKey("incident_id", "at", "kind", "actor");

    static final Feed REVIEW = Feed.of(
                    "review",
                    "One row a review of an incident",
                    id("review_id", "the review's number"),
                    id("incident_id", "the incident reviewed"),
                    maybeAt("held_at", "when it was held; null while it is due"),
                    Field.optional(
                            "sections",
                            DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType),
                            "text by section of the template; null when no template was used"),
                    number("factors", "contributing factors found; null when not counted"),
                    number("process_gaps", "gaps of process found; null when not counted"))
            .withKey("review_id")
            .withChecks(notNegative("factors"), notNegative("process_gaps"));

    static final Feed CORRECTIVE_ACTION = Feed.of(
                    "corrective_action",
                    "One row an action that is to prevent a recurrence",
                    id("action_id", "the action's number"),
                    text("review_id", "the review that asked for it; null when none did"),
                    text("recurrence_key", "what is to stop recurring; null when it is not tied to a pattern"),
                    text("kind", "permanent_fix or workaround; null when not said"),
                    maybeAt("due_at", "when it is due; null when no date was set"),
                    maybeAt("completed_at", "when it was done; null while it is open"),
                    text("team_id", "the team that does it; null when unassigned"))
            .withKey("action_id")
            .withChecks(oneOf("kind", "permanent_fix", "workaround"));

    static final Feed CUSTOMER_REPORT = Feed.of(
                    "customer_report",
                    "One row a complaint or remark of a customer",
                    id("report_id", "the report's number"),
                    text("customer_id", "the customer; null when anonymous"),
                    text("service_id", "the service meant; null when unknown"),
                    at("reported_at", "when it was said"),
                    text("channel", "ticket, frontline, review or survey; null when unknown"),
                    text("theme", "what it is about; null when not sorted"),
                    text("text", "what was said; null when not kept"),
                    text("incident_id", "the incident behind it; null when none is known"))
            .withKey("report_id")
            .withChecks(oneOf("channel", "ticket", "frontline", "review", "survey"));

    static final List<Feed> ALL = List.of(INCIDENT, INCIDENT_EVENT, REVIEW, CORRECTIVE_ACTION, CUSTOMER_REPORT);

    private IncidentFeeds() {}
}
