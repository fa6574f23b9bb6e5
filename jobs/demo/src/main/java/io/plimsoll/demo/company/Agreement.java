package io.plimsoll.demo.company;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promise between two parties.
 *
 * @param type SLA (to a customer), OLA (between teams) or UC (of a vendor)
 * @param provider the team or vendor that promises
 * @param customer who is promised to, null inside the enterprise
 * @param months length of a period: 1 for a month, 3 for a quarter, 12 for a year
 * @param zone the zone of its periods and dates
 * @param serviceHours name of a calendar, null for round the clock
 * @param minimumCoverage least share of samples for a verdict, in [0, 1]
 * @param credits what a miss costs, null when nothing
 * @param escalationPath who is called, null when nobody
 * @param effectiveTo the first local day on which it no longer binds, null when open-ended
 */
public record Agreement(
        String name,
        Type type,
        String service,
        String provider,
        @Nullable String customer,
        List<Promise> promises,
        int months,
        ZoneId zone,
        @Nullable String serviceHours,
        List<Exclusion> exclusions,
        MissingData missingData,
        BigDecimal minimumCoverage,
        @Nullable Credits credits,
        List<String> underpinnedBy,
        @Nullable String escalationPath,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        String sensitivity) {

    public Agreement {
        promises = List.copyOf(promises);
        exclusions = List.copyOf(exclusions);
        underpinnedBy = List.copyOf(underpinnedBy);
    }

    /** Whether it binds on the first day of {@code month}. */
    public boolean bindsIn(YearMonth month) {
        LocalDate first = month.atDay(1);
        return !first.isBefore(effectiveFrom) && (effectiveTo == null || first.isBefore(effectiveTo));
    }

    /** Between whom. */
    public enum Type {
        SLA,
        OLA,
        UC
    }

    /** What a slice without any slot counts as. */
    public enum MissingData {
        IGNORE("ignore"),
        BAD("bad"),
        GOOD("good");

        private final String word;

        MissingData(String word) {
            this.word = word;
        }

        /** The word of the catalogue. */
        public String word() {
            return word;
        }
    }

    /** What an excluded window does to the figure. */
    public enum Treatment {
        REMOVE("remove"),
        COUNT_GOOD("count_good"),
        MEASURED("measured");

        private final String word;

        Treatment(String word) {
            this.word = word;
        }

        /** The word of the catalogue. */
        public String word() {
            return word;
        }
    }

    /** An objective, with the contract's own target where it differs from the SLO's. */
    public record Promise(String slo, @Nullable BigDecimal target) {}

    /**
     * The policy for one kind of window.
     *
     * @param noticeHours hours by which the approval must precede the start
     * @param monthlyCapMinutes most minutes a month, null for no cap
     */
    public record Exclusion(
            String kind,
            Treatment treatment,
            int noticeHours,
            @Nullable Integer monthlyCapMinutes) {}

    /** Credits on the affected service's charges of the period. */
    public record Credits(List<Tier> tiers, int capPercent, int claimWithinDays) {

        public Credits {
            tiers = List.copyOf(tiers);
        }
    }

    /** A credit of {@code percent} of the base for an attained ratio below {@code below}. */
    public record Tier(BigDecimal below, int percent) {}
}
