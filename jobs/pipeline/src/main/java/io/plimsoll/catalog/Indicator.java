package io.plimsoll.catalog;

import java.util.Optional;

/**
 * A service level indicator, declared as an OpenSLO SLI or inline in an SLO.
 *
 * @param sliId its name; {@code sli_id} of feeds and tables
 * @param displayName its title; empty when none is given
 * @param metric its metric in OpenSLO
 * @param measure what it delivers
 * @param resolutionSeconds length of a slot in seconds: the grid on which slots are expected; without meaning for states
 * @param outcome what it says; empty when not stated
 * @param synthetic whether a synthetic check measures it
 * @param tool the tool whose measurement is the record; empty for the first source of the settings that has it
 * @param service the service that the SLOs on it name; empty when they name several, or there are none
 */
public record Indicator(
        String sliId,
        Optional<String> displayName,
        Metric metric,
        Measure measure,
        long resolutionSeconds,
        Optional<Outcome> outcome,
        boolean synthetic,
        Optional<String> tool,
        Optional<String> service,
        Effective effective,
        Origin origin)
        implements Entry {

    /** The {@code sliId}. */
    @Override
    public String name() {
        return sliId;
    }

    Indicator of(Optional<String> onlyService) {
        return new Indicator(
                sliId,
                displayName,
                metric,
                measure,
                resolutionSeconds,
                outcome,
                synthetic,
                tool,
                onlyService,
                effective,
                origin);
    }

    Indicator during(Effective dates) {
        return new Indicator(
                sliId,
                displayName,
                metric,
                measure,
                resolutionSeconds,
                outcome,
                synthetic,
                tool,
                service,
                dates,
                origin);
    }
}
