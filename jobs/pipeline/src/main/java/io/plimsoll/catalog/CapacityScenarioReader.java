package io.plimsoll.catalog;

import io.plimsoll.config.Forms;
import io.plimsoll.config.YamlMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Reads capacity scenarios. */
final class CapacityScenarioReader {

    static final String RESOURCES = "resources";
    static final String SERVICES = "services";

    private static final String METRICS = "metrics";
    private static final String GROWTH = "growth";
    private static final String UNITS_LOST = "unitsLost";
    private static final String LAUNCH = "launch";
    private static final String RETIRE = "retire";
    private static final String STARTS_ON = "startsOn";

    private CapacityScenarioReader() {}

    static CapacityScenario read(Body body) {
        body.allow(RESOURCES, SERVICES, METRICS, GROWTH, UNITS_LOST, LAUNCH, RETIRE, STARTS_ON);
        YamlMap spec = body.spec();
        if (Stream.of(GROWTH, UNITS_LOST, LAUNCH, RETIRE).noneMatch(spec::has)) {
            spec.problem(GROWTH, "is required, or unitsLost, launch or retire; a scenario without any changes nothing");
        }
        amountNeedsUnit(spec, LAUNCH);
        amountNeedsUnit(spec, RETIRE);
        return new CapacityScenario(
                body.name(),
                body.title(),
                spec.values(RESOURCES, Forms.TEXT),
                spec.values(SERVICES, Forms.TEXT),
                spec.values(METRICS, Forms.TEXT),
                spec.value(GROWTH, Body.NOT_NEGATIVE).orElse(BigDecimal.ONE),
                spec.value(UNITS_LOST, Body.NUMBER).orElse(0),
                spec.value(LAUNCH, Body.NOT_NEGATIVE).orElse(BigDecimal.ZERO),
                spec.value(RETIRE, Body.NOT_NEGATIVE).orElse(BigDecimal.ZERO),
                spec.value(STARTS_ON, Forms.DATE),
                body.effective(),
                body.origin());
    }

    /** An amount is in a metric's unit, so the metric must be known. */
    private static void amountNeedsUnit(YamlMap spec, String key) {
        List<String> metrics = spec.has(METRICS) ? spec.values(METRICS, Forms.TEXT) : List.of();
        if (spec.has(key) && metrics.size() != 1) {
            spec.problem(key, "is an amount in the unit of one metric; name it, such as metrics: [storage]");
        }
    }
}
