package io.plimsoll.catalog;

import io.plimsoll.config.Forms;
import io.plimsoll.config.YamlMap;
import io.plimsoll.config.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the specification of an SLI, of its own or inline in an SLO. */
final class SliReader {

    private static final long DEFAULT_RESOLUTION_SECONDS = 60;
    private static final String THRESHOLD = "thresholdMetric";
    private static final String RATIO = "ratioMetric";

    private final YamlMap spec;

    SliReader(YamlMap spec) {
        this.spec = spec;
    }

    /**
     * Reads it.
     *
     * @param annotations the nearest first; the first that says something counts
     * @return empty with a problem when it has no metric or no name
     */
    Optional<Indicator> read(Metadata metadata, List<Annotations> annotations, Effective effective, Origin origin) {
        spec.allow(List.of("description", THRESHOLD, RATIO));
        spec.value("description", OpenSloForms.DESCRIPTION);
        Optional<Metric> metric = metric();
        if (metric.isEmpty() || metadata.name().isEmpty()) {
            return Optional.empty();
        }
        Measure usual = metric.get() == Metric.RATIO ? Measure.COUNTS : Measure.VALUE;
        return Optional.of(new Indicator(
                metadata.name().get(),
                metadata.displayName(),
                metric.get(),
                first(annotations, Annotations::measure).orElse(usual),
                first(annotations, Annotations::resolutionSeconds).orElse(DEFAULT_RESOLUTION_SECONDS),
                first(annotations, Annotations::outcome),
                first(annotations, Annotations::synthetic).orElse(false),
                first(annotations, Annotations::tool),
                Optional.empty(),
                effective,
                origin));
    }

    /** What an indicator says, for comparison with others of its name. */
    static String content(YamlMap spec, Indicator indicator) {
        return String.join(
                " ",
                indicator.measure().word(),
                String.valueOf(indicator.resolutionSeconds()),
                indicator.outcome().map(Outcome::word).orElse("-"),
                String.valueOf(indicator.synthetic()),
                indicator.tool().orElse("-"),
                spec.self().canonical());
    }

    private static <T> Optional<T> first(List<Annotations> annotations, Function<Annotations, Optional<T>> value) {
        return annotations.stream()
                .flatMap(these -> value.apply(these).stream())
                .findFirst();
    }

    private Optional<Metric> metric() {
        if (spec.has(THRESHOLD) == spec.has(RATIO)) {
            spec.self()
                    .problem(
                            spec.has(RATIO)
                                    ? "ratioMetric and thresholdMetric exclude each other; keep one"
                                    : "one of ratioMetric and thresholdMetric is required");
            return Optional.empty();
        }
        spec.map(THRESHOLD).ifPresent(SliReader::checkMetric);
        spec.map(RATIO).ifPresent(SliReader::checkRatio);
        return Optional.of(spec.has(RATIO) ? Metric.RATIO : Metric.THRESHOLD);
    }

    private static void checkRatio(YamlMap ratio) {
        ratio.allow(List.of("counter", "good", "bad", "total", "rawType", "raw"));
        ratio.value("counter", OpenSloForms.BOOLEAN);
        YamlNode self = ratio.self();
        if (ratio.has("total") == ratio.has("raw")) {
            self.problem(
                    ratio.has("raw")
                            ? "total and raw exclude each other; keep one"
                            : "one of total (with good or bad) and raw is required");
        } else if (Stream.of("raw", "good", "bad").filter(ratio::has).count() > 1) {
            self.problem("raw, good and bad exclude each other; keep one");
        } else if (ratio.has("raw")) {
            ratio.required("rawType", Forms.oneOf(List.of("success", "failure")));
            ratio.map("raw").ifPresent(SliReader::checkMetric);
        } else {
            checkFraction(ratio);
        }
    }

    private static void checkFraction(YamlMap ratio) {
        if (!ratio.has("good") && !ratio.has("bad")) {
            ratio.self().problem("one of good and bad is required beside total");
            return;
        }
        Stream.of("good", "bad", "total").forEach(key -> ratio.map(key).ifPresent(SliReader::checkMetric));
    }

    private static void checkMetric(YamlMap metric) {
        metric.allow(List.of("metricSource"));
        Optional<YamlMap> source =
                metric.map("metricSource").filter(map -> !map.keys().isEmpty());
        if (source.isEmpty()) {
            metric.problem("metricSource", "is required; write what is asked of which system");
            return;
        }
        source.get().allow(List.of("metricSourceRef", "type", "spec"));
        source.get().value("metricSourceRef", OpenSloForms.DNS_LABEL);
        source.get().text("type");
        if (source.get().map("spec").filter(map -> !map.keys().isEmpty()).isEmpty()) {
            source.get().problem("spec", "is required; write at least one key, such as query");
        }
    }
}
