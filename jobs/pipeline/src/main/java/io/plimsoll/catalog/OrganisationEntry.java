package io.plimsoll.catalog;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A vendor, team, customer, business unit or stage of the customer's journey.
 *
 * @param kind which of them
 * @param name its name; {@code vendor_id}, {@code team_id}, {@code customer_id} of feeds and tables
 * @param title how people call it; empty when the name will do
 * @param owner who answers for it; empty when not stated
 * @param businessUnit the unit that it belongs to; empty when not stated
 * @param weight its weight among its kind, at least 0; empty when not stated
 * @param sensitivity who may see what is published about it; empty for everyone
 */
public record OrganisationEntry(
        Kind kind,
        String name,
        Optional<String> title,
        Optional<String> owner,
        Optional<String> businessUnit,
        Optional<BigDecimal> weight,
        Optional<String> sensitivity,
        Effective effective,
        Origin origin)
        implements Entry {

    /** What an entry is. */
    public enum Kind {
        /** Delivers services under an underpinning contract. */
        VENDOR("Vendor"),
        /** Looks after services. */
        TEAM("Team"),
        /** Is promised services. */
        CUSTOMER("Customer"),
        /** A stage of the customer's journey. */
        JOURNEY_STAGE("JourneyStage"),
        /** A part of the organisation. */
        BUSINESS_UNIT("BusinessUnit");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The kind of its documents. */
        public String word() {
            return word;
        }
    }
}
