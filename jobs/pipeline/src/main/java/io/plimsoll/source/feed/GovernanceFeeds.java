package io.plimsoll.source.feed;

import static io.plimsoll.source.feed.FeedColumns.at;
import static io.plimsoll.source.feed.FeedColumns.id;
import static io.plimsoll.source.feed.FeedColumns.maybeAt;
import static io.plimsoll.source.feed.FeedColumns.notNegative;
import static io.plimsoll.source.feed.FeedColumns.number;
import static io.plimsoll.source.feed.FeedColumns.oneOf;
import static io.plimsoll.source.feed.FeedColumns.text;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import java.util.List;

/** What governance delivers: reviews of agreements, vendors' own reports, people's development. */
final class GovernanceFeeds {

    static final Feed GOVERNANCE_EVENT = Feed.of(
                    "governance_event",
                    "One row a review of or decision on an agreement",
                    id("event_id", "the event's number"),
                    id("agreement_id", "the agreement's name in the catalogue"),
                    at("at", "when it took place"),
                    id("kind", "legal_review, risk_review, business_review, client_review or decision"),
                    text("decision", "keep, retire, renegotiate or merge; null unless something was decided"),
                    text("party", "who reviewed or decided; null when not recorded"))
            .withKey("event_id")
            .withChecks(
                    oneOf("kind", "legal_review", "risk_review", "business_review", "client_review", "decision"),
                    oneOf("decision", "keep", "retire", "renegotiate", "merge"));

    static final Feed VENDOR_REPORT = Feed.of(
                    "vendor_report",
                    "One row a vendor's own report on an indicator and period",
                    id("vendor_id", "the vendor's name in the catalogue"),
                    id("sli_id", "the indicator reported on"),
                    Field.required("period_start", DateType, "first day of the period"),
                    Field.required("period_end", DateType, "first day after the period"),
                    maybeAt("due_at", "when the report was due; null when no date was agreed"),
                    maybeAt("received_at", "when it came; null while it is missing"),
                    Field.optional(
                            "reported_availability",
                            createDecimalType(9, 8),
                            "ratio",
                            "availability that the vendor claims; null when not reported"),
                    Field.optional(
                            "incidents_disclosed",
                            IntegerType,
                            "incidents that the vendor disclosed; null when not reported"),
                    Field.optional(
                            "credits_offered",
                            createDecimalType(18, 4),
                            "credit that the vendor offers, in the agreement's currency; null when not reported"))
            .withKey("vendor_id", "sli_id", "period_start")
            .withChecks(
                    new Check("period_ordered", "period_end > period_start", "period_end is after period_start"),
                    new Check(
                            "availability_ratio",
                            "reported_availability IS NULL OR reported_availability BETWEEN 0 AND 1",
                            "reported_availability is a ratio, 0 to 1"),
                    notNegative("incidents_disclosed"),
                    notNegative("credits_offered"));

    static final Feed CREDIT_CLAIM = Feed.of(
                    "credit_claim",
                    "One row a claim of service credit",
                    id("claim_id", "the claim's number"),
                    id("agreement_id", "the agreement's name in the catalogue"),
                    Field.required("period_start", DateType, "first day of the period that it is for"),
                    at("claimed_at", "when it was made"),
                    Field.required("amount", createDecimalType(18, 4), "see currency", "what was claimed"),
                    id("currency", "currency of the amount, ISO 4217"))
            .withKey("claim_id")
            .withChecks(notNegative("amount"));

    static final Feed CAPABILITY_EVENT = Feed.of(
                    "capability_event",
                    "One row a measure that develops people",
                    id("event_id", "the event's number"),
                    id("team_id", "the team that took part"),
                    id("kind", "rotation, workshop or training"),
                    at("at", "when it took place"),
                    number("people", "people who took part; null when not counted"),
                    text("partner_team_id", "the other team; null when there was none"))
            .withKey("event_id")
            .withChecks(oneOf("kind", "rotation", "workshop", "training"), notNegative("people"));

    static final List<Feed> ALL = List.of(GOVERNANCE_EVENT, VENDOR_REPORT, CREDIT_CLAIM, CAPABILITY_EVENT);

    private GovernanceFeeds() {}
}
