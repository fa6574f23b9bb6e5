package io.plimsoll.demo.catalog;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.company.Agreement.Credits;
import io.plimsoll.demo.company.Agreement.Exclusion;
import io.plimsoll.demo.company.Agreement.Promise;
import io.plimsoll.demo.company.BusinessHours;
import io.plimsoll.demo.company.BusinessHours.Opening;
import io.plimsoll.demo.company.Entry;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Resource;
import io.plimsoll.demo.company.Service;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The side of the catalogue for which OpenSLO has no word. */
final class PlimsollDocuments {

    private PlimsollDocuments() {}

    static Document service(Service service) {
        return Document.plimsoll(
                "Service",
                service.name(),
                Ordered.map("criticality", service.criticality())
                        .and("tier", service.tier())
                        .and("team", service.team())
                        .and("businessUnit", service.businessUnit())
                        .and("environment", service.environment().word())
                        .and("journeyStage", service.journeyStage())
                        .and("vendor", service.vendor())
                        .and("dependsOn", unlessEmpty(service.dependsOn()))
                        .and("wentLiveOn", service.wentLiveOn().toString())
                        .and("staff", service.staff())
                        .build());
    }

    static Document agreement(Agreement agreement) {
        return Document.plimsoll(
                "Agreement",
                agreement.name(),
                Ordered.map("type", agreement.type().name())
                        .and("service", agreement.service())
                        .and("provider", agreement.provider())
                        .and("customer", agreement.customer())
                        .and(
                                "objectives",
                                agreement.promises().stream()
                                        .map(PlimsollDocuments::promise)
                                        .toList())
                        .and("period", period(agreement))
                        .and("serviceHours", agreement.serviceHours())
                        .and("exclusions", exclusions(agreement))
                        .and("missingData", agreement.missingData().word())
                        .and("minimumCoverage", agreement.minimumCoverage())
                        .and("credits", credits(agreement.credits()))
                        .and("underpinnedBy", unlessEmpty(agreement.underpinnedBy()))
                        .and("escalationPath", agreement.escalationPath())
                        .and("effectiveFrom", agreement.effectiveFrom().toString())
                        .and("effectiveTo", text(agreement.effectiveTo()))
                        .and("sensitivity", agreement.sensitivity())
                        .build());
    }

    private static Map<String, Object> promise(Promise promise) {
        return Ordered.map("slo", promise.slo()).and("target", promise.target()).build();
    }

    private static Map<String, Object> period(Agreement agreement) {
        return Ordered.map("unit", unit(agreement.months()))
                .and("zone", agreement.zone().getId())
                .build();
    }

    private static String unit(int months) {
        return switch (months) {
            case 1 -> "month";
            case 3 -> "quarter";
            case 12 -> "year";
            default -> throw new IllegalArgumentException("no period has " + months + " months");
        };
    }

    private static @Nullable Map<String, Object> exclusions(Agreement agreement) {
        if (agreement.exclusions().isEmpty()) {
            return null;
        }
        Ordered kinds = Ordered.map();
        for (Exclusion exclusion : agreement.exclusions()) {
            kinds.and(
                    exclusion.kind(),
                    Ordered.map("treatment", exclusion.treatment().word())
                            .and("noticeHours", exclusion.noticeHours())
                            .and("monthlyCapMinutes", exclusion.monthlyCapMinutes())
                            .build());
        }
        return kinds.build();
    }

    private static @Nullable Map<String, Object> credits(@Nullable Credits credits) {
        if (credits == null) {
            return null;
        }
        return Ordered.map(
                        "tiers",
                        credits.tiers().stream()
                                .map(tier -> Ordered.map("below", percent(tier.below()))
                                        .and("percent", tier.percent())
                                        .build())
                                .toList())
                .and("base", "service_charges")
                .and("capPercent", credits.capPercent())
                .and("claimWithinDays", credits.claimWithinDays())
                .build();
    }

    private static BigDecimal percent(BigDecimal ratio) {
        return ratio.movePointRight(2).stripTrailingZeros();
    }

    static Document calendar(BusinessHours calendar) {
        Ordered weekly = Ordered.map();
        for (DayOfWeek day : DayOfWeek.values()) {
            @Nullable List<Opening> openings = calendar.weekly().get(day);
            if (openings != null) {
                weekly.and(
                        day.name().substring(0, 3).toLowerCase(Locale.ROOT),
                        openings.stream()
                                .map(opening -> opening.opens() + "-" + closing(opening.closes()))
                                .toList());
            }
        }
        return Document.plimsoll(
                "Calendar",
                calendar.name(),
                Ordered.map("zone", calendar.zone().getId())
                        .and("weekly", weekly.build())
                        .and(
                                "holidays",
                                calendar.sortedHolidays().stream()
                                        .map(LocalDate::toString)
                                        .toList())
                        .build());
    }

    private static String closing(LocalTime closes) {
        return closes.equals(LocalTime.MIDNIGHT) ? "24:00" : closes.toString();
    }

    static Document resource(Resource resource) {
        return Document.plimsoll(
                "Resource",
                resource.name(),
                Ordered.map("service", resource.service())
                        .and("metrics", resource.metrics())
                        .and("unit", resource.unit())
                        .and("capacity", resource.capacity())
                        .and("leadTimeDays", resource.leadTimeDays())
                        .and("orderStep", resource.orderStep())
                        .and("unitCost", resource.unitCost())
                        .and("currency", resource.currency())
                        .and("targetUtilisation", resource.targetUtilisation())
                        .and("redundancy", resource.redundancy())
                        .and("units", resource.units())
                        .and("billingSelector", resource.billingSelector())
                        .build());
    }

    static Document entry(Entry entry) {
        Map<String, Object> spec =
                Ordered.map("title", entry.title()).and(entry.spec()).build();
        return Document.plimsoll(entry.kind(), entry.name(), spec);
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable List<String> unlessEmpty(List<String> names) {
        return names.isEmpty() ? null : names;
    }
}
