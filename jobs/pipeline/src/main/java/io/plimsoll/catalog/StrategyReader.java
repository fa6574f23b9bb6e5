package io.plimsoll.catalog;

import io.plimsoll.config.YamlMap;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads strategies. */
final class StrategyReader {

    static final String THEMES = "themes";
    static final String BUSINESS_UNITS = "businessUnits";
    static final String JOURNEY_STAGES = "journeyStages";

    private StrategyReader() {}

    static Strategy read(Body body) {
        body.allow(THEMES, BUSINESS_UNITS, JOURNEY_STAGES);
        YamlMap spec = body.spec();
        return new Strategy(
                body.name(),
                body.title(),
                weights(spec, THEMES),
                weights(spec, BUSINESS_UNITS),
                weights(spec, JOURNEY_STAGES),
                body.effective(),
                body.origin());
    }

    private static Map<String, BigDecimal> weights(YamlMap spec, String key) {
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        Optional<YamlMap> map = spec.map(key);
        map.ifPresent(names -> names.keys()
                .forEach(name ->
                        names.required(name, Body.NOT_NEGATIVE).ifPresent(weight -> weights.put(name, weight))));
        if (map.isPresent() && weights.values().stream().noneMatch(weight -> weight.signum() > 0)) {
            spec.problem(key, "weighs nothing; write at least one weight greater than 0");
        }
        return weights;
    }
}
