package io.plimsoll.catalog;

import io.plimsoll.config.Form;
import io.plimsoll.config.Forms;
import io.plimsoll.config.YamlMap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads standard definitions. */
final class StandardReader {

    private static final String ROLLING = "rolling";
    private static final Form<Boolean> WINDOW_KIND =
            Forms.oneOf(List.of(ROLLING, "calendar")).map(kind -> kind.equals(ROLLING));
    private static final Form<Duration> SLICE = DurationShorthand.FORM
            .where(duration -> duration.fixed().isPresent(), "has no fixed length; write minutes, such as 5m")
            .map(duration -> duration.fixed().orElseThrow());

    private StandardReader() {}

    static Optional<StandardDefinition> read(Body body) {
        body.allow("appliesTo", "requires");
        Optional<YamlMap> selects = body.spec().map("appliesTo");
        selects.ifPresent(map -> map.allow(List.of("measure", "outcome", "criticality", "environment")));
        return body.spec().requiredMap("requires").map(asks -> {
            asks.allow(List.of(
                    "budgetingMethod", "timeSliceWindow", "timeWindow", "windowKind", "resolutionSeconds", "target"));
            if (asks.keys().isEmpty()) {
                body.spec().problem("requires", "asks for nothing; write at least one of its keys");
            }
            return definition(body, selects, asks);
        });
    }

    private static StandardDefinition definition(Body body, Optional<YamlMap> selects, YamlMap asks) {
        return new StandardDefinition(
                body.name(),
                body.title(),
                selects.flatMap(map -> map.value("measure", Forms.oneOf(Measure.class, Measure::word))),
                selects.flatMap(map -> map.value("outcome", Forms.oneOf(Outcome.class, Outcome::word))),
                selects.map(map -> map.values("criticality", Forms.oneOf(Criticality.class, Criticality::word)))
                        .orElse(List.of()),
                selects.map(map -> map.values("environment", Forms.oneOf(HostEnvironment.class, HostEnvironment::word)))
                        .orElse(List.of()),
                asks.value("budgetingMethod", Forms.oneOf(BudgetingMethod.class, BudgetingMethod::word)),
                asks.value("timeSliceWindow", SLICE),
                asks.value("timeWindow", DurationShorthand.FORM),
                asks.value("windowKind", WINDOW_KIND),
                asks.value("resolutionSeconds", Forms.COUNT),
                asks.value("target", Forms.RATIO),
                body.effective(),
                body.origin());
    }
}
