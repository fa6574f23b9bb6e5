package io.plimsoll.silver.catalogue;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import io.plimsoll.catalog.Agreement;
import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.Credits;
import io.plimsoll.catalog.ExclusionPolicy;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** One row an agreement (SLA, OLA or underpinning contract) and version of it. */
public final class AgreementTable {

    public static final String NAME = "silver.agreement";

    public static final Field AGREEMENT_ID = Field.required("agreement_id", StringType, "the agreement's name");
    public static final Field TYPE = Field.required("type", StringType, "SLA, OLA or UC (underpinning contract)");
    public static final Field SERVICE_ID = Field.required("service_id", StringType, "the service that it is about");
    public static final Field PROVIDER = Field.optional(
            "provider", StringType, "team or vendor that promises; null when the catalogue does not say");
    public static final Field CUSTOMER =
            Field.optional("customer", StringType, "to whom it is promised; null when the catalogue does not say");
    public static final Field OBJECTIVES = Field.required(
            "objectives",
            createArrayType(
                    new StructType().add("objective_id", StringType, false).add("target", Field.RATIO, true), false),
            "what is promised; a target of its own overrides the objective's");
    public static final Field PERIOD_UNIT = Field.required("period_unit", StringType, "month, quarter or year");
    public static final Field ZONE = Field.required("zone", StringType, "time zone of its calendar (IANA)");
    public static final Field CALENDAR = Field.optional(
            "calendar", StringType, "calendar of its service hours; null when it holds around the clock");
    public static final Field EXCLUSIONS = Field.required(
            "exclusions",
            createMapType(
                    StringType,
                    new StructType()
                            .add("treatment", StringType, false)
                            .add("notice_hours", IntegerType, true)
                            .add("monthly_cap_minutes", IntegerType, true),
                    false),
            "policy a kind of window: remove, count_good or measured; notice in hours; cap in minutes a month");
    public static final Field MISSING_DATA =
            Field.required("missing_data", StringType, "what a slice without any slot is: ignore, bad or good");
    public static final Field MINIMUM_COVERAGE =
            Field.required("minimum_coverage", Field.RATIO, "ratio", "coverage below which there is no verdict");
    public static final Field CREDIT_TIERS = Field.required(
            "credit_tiers",
            createArrayType(
                    new StructType().add("below", Field.RATIO, false).add("percent", createDecimalType(9, 4), false),
                    false),
            "credit percent by what was attained: the lowest tier that the figure is below applies");
    public static final Field CREDIT_BASE =
            Field.optional("credit_base", StringType, "what the percent is taken of; null without credits");
    public static final Field CREDIT_CAP_PERCENT = Field.optional(
            "credit_cap_percent", createDecimalType(9, 4), "percent", "most that a period can owe; null for no cap");
    public static final Field CLAIM_WITHIN_DAYS = Field.optional(
            "claim_within_days",
            IntegerType,
            "d",
            "days after the period in which a credit can be claimed; null for ever");
    public static final Field UNDERPINNED_BY = Field.required(
            "underpinned_by", createArrayType(StringType, false), "agreements that hold it up, in declared order");
    public static final Field DECLARED_UNDERPINNINGS = Field.required(
            "declared_underpinnings",
            createArrayType(StringType, false),
            "what its document lists as underpinnedBy, links that lead nowhere or close a cycle too");
    public static final Field ESCALATION_PATH =
            Field.optional("escalation_path", StringType, "path to follow at a breach; null when none is declared");
    public static final Field SENSITIVITY =
            Field.optional("sensitivity", StringType, "who may see it; null for everyone");
    public static final Field EFFECTIVE_FROM = Field.optional(
            "effective_from", DateType, "first local day on which this version is in force; null when it states none");
    public static final Field EFFECTIVE_TO = Field.optional(
            "effective_to", DateType, "first local day on which it no longer is; null for until further notice");

    /** The table's declaration. */
    public static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an agreement and version: who promises what to whom, under which policy")
            .withFields(
                    AGREEMENT_ID,
                    TYPE,
                    SERVICE_ID,
                    PROVIDER,
                    CUSTOMER,
                    OBJECTIVES,
                    PERIOD_UNIT,
                    ZONE,
                    CALENDAR,
                    EXCLUSIONS,
                    MISSING_DATA,
                    MINIMUM_COVERAGE,
                    CREDIT_TIERS,
                    CREDIT_BASE,
                    CREDIT_CAP_PERCENT,
                    CLAIM_WITHIN_DAYS,
                    UNDERPINNED_BY,
                    DECLARED_UNDERPINNINGS,
                    ESCALATION_PATH,
                    SENSITIVITY,
                    EFFECTIVE_FROM,
                    EFFECTIVE_TO)
            .withKey(AGREEMENT_ID, EFFECTIVE_FROM);

    /** The catalogue's agreements as rows of this table. */
    public static List<Row> rows(Catalog catalog) {
        return catalog.agreements().stream().map(AgreementTable::row).toList();
    }

    private static Row row(Agreement agreement) {
        return RowFactory.create(
                agreement.name(),
                agreement.type().name(),
                agreement.service(),
                agreement.provider().orElse(null),
                agreement.customer().orElse(null),
                agreement.objectives().stream()
                        .map(promised -> RowFactory.create(
                                promised.objectiveId(), promised.target().orElse(null)))
                        .toList(),
                agreement.period().name().toLowerCase(Locale.ROOT),
                agreement.zone().getId(),
                agreement.serviceHours().orElse(null),
                exclusions(agreement.exclusions()),
                agreement.missingData().name().toLowerCase(Locale.ROOT),
                agreement.minimumCoverage(),
                agreement.credits().map(AgreementTable::tiers).orElse(List.of()),
                agreement.credits().map(Credits::base).orElse(null),
                agreement.credits().flatMap(Credits::capPercent).orElse(null),
                agreement.credits().flatMap(Credits::claimWithinDays).orElse(null),
                agreement.underpinnedBy(),
                agreement.declaredUnderpinnings(),
                agreement.escalationPath().orElse(null),
                agreement.sensitivity().orElse(null),
                agreement.effective().from().orElse(null),
                agreement.effective().to().orElse(null));
    }

    private static Map<String, Row> exclusions(Map<String, ExclusionPolicy> policies) {
        Map<String, Row> exclusions = new HashMap<>();
        policies.forEach((kind, policy) -> exclusions.put(
                kind,
                RowFactory.create(
                        policy.treatment().name().toLowerCase(Locale.ROOT),
                        policy.noticeHours().orElse(null),
                        policy.monthlyCapMinutes().orElse(null))));
        return exclusions;
    }

    private static List<Row> tiers(Credits credits) {
        return credits.tiers().stream()
                .map(tier -> RowFactory.create(tier.belowRatio(), tier.percent()))
                .toList();
    }

    private AgreementTable() {}
}
