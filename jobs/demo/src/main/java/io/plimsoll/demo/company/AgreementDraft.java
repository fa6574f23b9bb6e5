package io.plimsoll.demo.company;

import io.plimsoll.demo.company.Agreement.Credits;
import io.plimsoll.demo.company.Agreement.Exclusion;
import io.plimsoll.demo.company.Agreement.MissingData;
import io.plimsoll.demo.company.Agreement.Promise;
import io.plimsoll.demo.company.Agreement.Tier;
import io.plimsoll.demo.company.Agreement.Treatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agreement being written: monthly, round the clock, coverage of 95 %, until a clause says otherwise. */
final class AgreementDraft {

    private final String name;
    private final Agreement.Type type;
    private final String service;
    private final List<Promise> promises = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    private String provider = "";
    private @Nullable String customer;
    private int months = 1;
    private ZoneId zone = Zones.LONDON;
    private @Nullable String serviceHours;
    private MissingData missingData = MissingData.IGNORE;
    private BigDecimal minimumCoverage = new BigDecimal("0.95");
    private @Nullable Credits credits;
    private List<String> underpinnedBy = List.of();
    private @Nullable String escalationPath;
    private LocalDate effectiveFrom = LocalDate.EPOCH;
    private @Nullable LocalDate effectiveTo;
    private String sensitivity = "internal";

    AgreementDraft(String name, Agreement.Type type, String service) {
        this.name = name;
        this.type = type;
        this.service = service;
    }

    AgreementDraft between(String providerName, @Nullable String customerName) {
        provider = providerName;
        customer = customerName;
        return this;
    }

    AgreementDraft promising(String slo) {
        promises.add(new Promise(slo, null));
        return this;
    }

    AgreementDraft promising(String slo, String target) {
        promises.add(new Promise(slo, new BigDecimal(target)));
        return this;
    }

    AgreementDraft in(ZoneId periodZone) {
        zone = periodZone;
        return this;
    }

    AgreementDraft quarterly() {
        months = 3;
        return this;
    }

    AgreementDraft yearly() {
        months = 12;
        return this;
    }

    AgreementDraft during(String calendar) {
        serviceHours = calendar;
        return this;
    }

    AgreementDraft excluding(String kind, Treatment treatment, int noticeHours, @Nullable Integer capMinutes) {
        exclusions.add(new Exclusion(kind, treatment, noticeHours, capMinutes));
        return this;
    }

    AgreementDraft missing(MissingData policy) {
        missingData = policy;
        return this;
    }

    AgreementDraft crediting(String below, int percent, String farBelow, int farPercent) {
        credits = new Credits(
                List.of(new Tier(new BigDecimal(below), percent), new Tier(new BigDecimal(farBelow), farPercent)),
                50,
                30);
        return this;
    }

    AgreementDraft underpinnedBy(String... agreements) {
        underpinnedBy = List.of(agreements);
        return this;
    }

    AgreementDraft escalating(String path) {
        escalationPath = path;
        return this;
    }

    AgreementDraft from(LocalDate day) {
        effectiveFrom = day;
        return this;
    }

    AgreementDraft until(LocalDate day) {
        effectiveTo = day;
        return this;
    }

    AgreementDraft confidential() {
        sensitivity = "confidential";
        return this;
    }

    Agreement sign() {
        return new Agreement(
                name,
                type,
                service,
                provider,
                customer,
                promises,
                months,
                zone,
                serviceHours,
                exclusions,
                missingData,
                minimumCoverage,
                credits,
                underpinnedBy,
                escalationPath,
                effectiveFrom,
                effectiveTo,
                sensitivity);
    }
}
