package io.plimsoll.catalog;

import io.plimsoll.config.Form;
import io.plimsoll.config.Forms;
import io.plimsoll.config.Nearest;
import io.plimsoll.config.YamlMap;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The annotations of an OpenSLO document that carry what OpenSLO has no word for: {@code plimsoll/measure} and so on. */
final class Annotations {

    static final String PREFIX = "plimsoll/";

    private static final String MEASURE = "measure";
    private static final String RESOLUTION = "resolutionSeconds";
    private static final String OUTCOME = "outcome";
    private static final String SYNTHETIC = "synthetic";
    private static final String TOOL = "tool";
    private static final String COMPOSITE = "composite";
    private static final String COMPOSITE_TARGET = "compositeTarget";
    private static final String POLICY_STATE = "policyState";
    private static final String ACTION = "action";
    private static final String REMAINING_BELOW = "remainingBelow";
    private static final String FROM = "effectiveFrom";
    private static final String TO = "effectiveTo";

    /** What an indicator can carry, and the dates. */
    static final List<String> OF_INDICATORS = List.of(MEASURE, RESOLUTION, OUTCOME, SYNTHETIC, TOOL, FROM, TO);
    /** What an alert policy can carry, and the dates. */
    static final List<String> OF_POLICIES = List.of(POLICY_STATE, ACTION, REMAINING_BELOW, FROM, TO);
    /** What every other document can carry. */
    static final List<String> DATES = List.of(FROM, TO);
    /** What says how the objectives of an SLO make one figure. */
    static final List<String> COMPOSITES = List.of(COMPOSITE, COMPOSITE_TARGET);
    /** What an SLO without an inline indicator can carry. */
    static final List<String> OF_COMPOSITES = List.of(COMPOSITE, COMPOSITE_TARGET, FROM, TO);
    /** What an SLO can carry, which may hold its indicator inline. */
    static final List<String> OF_OBJECTIVES =
            List.of(MEASURE, RESOLUTION, OUTCOME, SYNTHETIC, TOOL, COMPOSITE, COMPOSITE_TARGET, FROM, TO);

    private static final Form<BigDecimal> SHARE = Forms.DECIMAL.where(
            share -> share.compareTo(BigDecimal.ONE) <= 0 && share.scale() <= 6,
            "is not a share of the budget; write at most 1 with at most six decimals, such as 0.25");
    private static final Form<Long> SECONDS = Forms.INTEGER.where(
            seconds -> seconds >= 1 && seconds <= 86_400, "is not in [1,86400]; write the length of a slot in seconds");

    private static final Form<BigDecimal> TARGET = Forms.DECIMAL.where(
            target -> target.signum() >= 0 && target.compareTo(BigDecimal.ONE) < 0,
            "is not in [0,1); write a ratio such as 0.999");

    private final Optional<YamlMap> map;

    Annotations(Optional<YamlMap> map) {
        this.map = map;
    }

    /** Records every annotation with Plimsoll's prefix that is not known here. */
    void allow(List<String> known) {
        map.ifPresent(annotations -> annotations.keys().stream()
                .filter(key -> key.startsWith(PREFIX) && !known.contains(word(key)))
                .forEach(key -> annotations.problem(key, unknown(key, known))));
    }

    private static String unknown(String key, List<String> known) {
        if (OF_INDICATORS.contains(word(key))) {
            return "'" + key + "' belongs to an indicator; write it in the metadata of the SLI";
        }
        if (OF_POLICIES.contains(word(key))) {
            return "'" + key + "' belongs to an alert policy; write it in the metadata of the AlertPolicy";
        }
        List<String> keys = known.stream().map(word -> PREFIX + word).toList();
        String suggestion = Nearest.suggestion(key, keys);
        return "unknown annotation '" + key + "'" + (suggestion.isEmpty() ? ";" : suggestion) + " known annotations: "
                + String.join(", ", keys);
    }

    private static String word(String key) {
        return key.substring(PREFIX.length());
    }

    /** Records each of the words that is written, with what is wrong about it. */
    void forbid(List<String> words, String fault) {
        map.ifPresent(annotations -> annotations.keys().stream()
                .filter(key -> key.startsWith(PREFIX) && words.contains(word(key)))
                .forEach(key -> annotations.problem(key, "'" + key + "' " + fault)));
    }

    Optional<Combination> composite() {
        return value(COMPOSITE, Forms.oneOf(Combination.class, Combination::word));
    }

    Optional<BigDecimal> compositeTarget() {
        return value(COMPOSITE_TARGET, TARGET);
    }

    Optional<Measure> measure() {
        return value(MEASURE, Forms.oneOf(Measure.class, Measure::word));
    }

    Optional<Long> resolutionSeconds() {
        return value(RESOLUTION, SECONDS);
    }

    Optional<Outcome> outcome() {
        return value(OUTCOME, Forms.oneOf(Outcome.class, Outcome::word));
    }

    Optional<Boolean> synthetic() {
        return value(SYNTHETIC, Forms.BOOLEAN);
    }

    Optional<String> tool() {
        return value(TOOL, Forms.TEXT);
    }

    Optional<String> policyState() {
        return value(POLICY_STATE, Forms.TEXT);
    }

    Optional<String> action() {
        return value(ACTION, Forms.TEXT);
    }

    Optional<BigDecimal> remainingBelow() {
        return value(REMAINING_BELOW, SHARE);
    }

    /** The dates that are stated; empty when none is. */
    Optional<Effective> effective() {
        return map.flatMap(annotations -> EffectiveReader.read(annotations, PREFIX + FROM, PREFIX + TO));
    }

    private <T> Optional<T> value(String word, Form<T> form) {
        return map.flatMap(annotations -> annotations.value(PREFIX + word, form));
    }
}
