package io.plimsoll.catalog;

import io.plimsoll.config.Form;
import io.plimsoll.config.Forms;
import io.plimsoll.config.Nearest;
import io.plimsoll.config.YamlMap;
import io.plimsoll.config.YamlNode;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads agreements. */
final class AgreementReader {

    /** The kinds of maintenance windows. */
    private static final List<String> WINDOW_KINDS =
            List.of("planned", "emergency", "force_majeure", "customer_caused");

    private static final BigDecimal DEFAULT_COVERAGE = new BigDecimal("0.95");
    private static final String DEFAULT_BASE = "service_charges";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int PERCENT_DIGITS = 2;

    private static final Form<BigDecimal> PERCENT = Forms.DECIMAL.where(
            percent -> percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0,
            "is not in [0,100]; write a percentage such as 10");
    /** A bound of 1 % or less is a ratio that was meant as one. */
    private static final Form<BigDecimal> BOUND = Forms.DECIMAL.where(
            percent -> percent.compareTo(BigDecimal.ONE) > 0 && percent.compareTo(HUNDRED) <= 0,
            "is not in (1,100]; write the bound as a percentage such as 99.9");

    private final Body body;
    private final YamlMap spec;

    AgreementReader(Body body) {
        this.body = body;
        this.spec = body.spec();
    }

    /** The agreement; empty with problems when what it needs is missing. */
    Optional<Agreement> read() {
        body.allow(
                "type",
                "service",
                "provider",
                "customer",
                "objectives",
                "period",
                "serviceHours",
                "exclusions",
                "missingData",
                "minimumCoverage",
                "credits",
                "underpinnedBy",
                "escalationPath",
                "sensitivity");
        Optional<AgreementType> type = spec.required("type", Forms.oneOf(AgreementType.class, AgreementType::word));
        Optional<String> service = spec.required("service", Forms.TEXT);
        List<PromisedObjective> objectives = objectives();
        Optional<YamlMap> period = spec.requiredMap("period");
        period.ifPresent(map -> map.allow(List.of("unit", "zone")));
        Optional<PeriodUnit> unit =
                period.flatMap(map -> map.required("unit", Forms.oneOf(PeriodUnit.class, PeriodUnit::word)));
        Optional<ZoneId> zone = period.flatMap(map -> map.required("zone", Forms.ZONE));
        if (type.isEmpty() || service.isEmpty() || unit.isEmpty() || zone.isEmpty()) {
            return Optional.empty();
        }
        List<String> underpinnings = spec.values("underpinnedBy", Forms.TEXT);
        return Optional.of(new Agreement(
                body.name(),
                type.get(),
                service.get(),
                spec.text("provider"),
                spec.text("customer"),
                objectives,
                unit.get(),
                zone.get(),
                spec.text("serviceHours"),
                exclusions(),
                spec.value("missingData", Forms.oneOf(MissingData.class, MissingData::word))
                        .orElse(MissingData.IGNORE),
                spec.value("minimumCoverage", Forms.RATIO).orElse(DEFAULT_COVERAGE),
                spec.map("credits").map(AgreementReader::credits),
                underpinnings,
                underpinnings,
                spec.text("escalationPath"),
                spec.text("sensitivity"),
                body.effective(),
                body.origin()));
    }

    private List<PromisedObjective> objectives() {
        List<PromisedObjective> objectives = new ArrayList<>();
        for (YamlNode item : spec.requiredList("objectives")) {
            item.asMap().ifPresent(map -> {
                map.allow(List.of("slo", "target"));
                Optional<BigDecimal> target = map.value("target", Forms.RATIO);
                map.required("slo", Forms.TEXT).ifPresent(slo -> objectives.add(new PromisedObjective(slo, target)));
            });
        }
        return objectives;
    }

    private Map<String, ExclusionPolicy> exclusions() {
        Map<String, ExclusionPolicy> policies = new LinkedHashMap<>();
        spec.map("exclusions")
                .ifPresent(kinds -> kinds.entries().forEach((kind, value) -> {
                    if (!WINDOW_KINDS.contains(kind)) {
                        String suggestion = Nearest.suggestion(kind, WINDOW_KINDS);
                        kinds.problem(
                                kind,
                                "unknown kind of window '" + kind + "'" + (suggestion.isEmpty() ? ";" : suggestion)
                                        + " known kinds: " + String.join(", ", WINDOW_KINDS));
                    }
                    value.asMap().flatMap(AgreementReader::policy).ifPresent(policy -> policies.put(kind, policy));
                }));
        return policies;
    }

    private static Optional<ExclusionPolicy> policy(YamlMap map) {
        map.allow(List.of("treatment", "noticeHours", "monthlyCapMinutes"));
        Optional<Integer> notice = map.value("noticeHours", Body.NUMBER);
        Optional<Integer> cap = map.value("monthlyCapMinutes", Body.NUMBER);
        return map.required("treatment", Forms.oneOf(Treatment.class, Treatment::word))
                .map(treatment -> new ExclusionPolicy(treatment, notice, cap));
    }

    private static Credits credits(YamlMap map) {
        map.allow(List.of("tiers", "base", "capPercent", "claimWithinDays"));
        List<CreditTier> tiers = new ArrayList<>();
        for (YamlNode item : map.requiredList("tiers")) {
            item.asMap().flatMap(AgreementReader::tier).ifPresent(tier -> {
                if (tiers.stream().anyMatch(other -> other.belowRatio().compareTo(tier.belowRatio()) == 0)) {
                    item.problem("two tiers have the same bound; keep one");
                }
                tiers.add(tier);
            });
        }
        tiers.sort(Comparator.comparing(CreditTier::belowRatio));
        return new Credits(
                tiers,
                map.text("base").orElse(DEFAULT_BASE),
                map.value("capPercent", PERCENT),
                map.value("claimWithinDays", Body.NUMBER));
    }

    private static Optional<CreditTier> tier(YamlMap map) {
        map.allow(List.of("below", "percent"));
        Optional<BigDecimal> below = map.required("below", BOUND);
        Optional<BigDecimal> percent = map.required("percent", PERCENT);
        return below.flatMap(bound -> percent.map(share -> new CreditTier(bound.movePointLeft(PERCENT_DIGITS), share)));
    }
}
