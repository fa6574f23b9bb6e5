package io.plimsoll.catalog;

import io.plimsoll.config.YamlDocument;
import io.plimsoll.config.YamlMap;
import java.util.List;
import java.util.Optional;

/** Reads which indicator an SLO or an objective of a composite SLO names, and declares those that stand inline. */
final class IndicatorReader {

    private static final String INLINE = "indicator";
    private static final String REFERENCE = "indicatorRef";

    private final YamlDocument document;
    private final Annotations ofTheSlo;
    private final Effective effective;
    private final Declarations declarations;

    IndicatorReader(YamlDocument document, Annotations ofTheSlo, Effective effective, Declarations declarations) {
        this.document = document;
        this.ofTheSlo = ofTheSlo;
        this.effective = effective;
        this.declarations = declarations;
    }

    static boolean isNamedBy(YamlMap holder) {
        return holder.has(INLINE) || holder.has(REFERENCE);
    }

    /** The name of the indicator; empty when there is none, or with a problem when it is wrong. */
    Optional<String> read(YamlMap holder) {
        if (holder.has(INLINE) && holder.has(REFERENCE)) {
            holder.self().problem("indicator and indicatorRef exclude each other; keep one");
            return Optional.empty();
        }
        return holder.has(INLINE)
                ? holder.map(INLINE).flatMap(this::inline)
                : holder.value(REFERENCE, OpenSloForms.DNS_LABEL);
    }

    /** The metric of the indicator that stands inline; empty when there is none. */
    static Optional<Metric> inlineMetric(YamlMap holder) {
        Optional<YamlMap> spec = holder.map(INLINE).flatMap(inline -> inline.map("spec"));
        if (spec.filter(map -> map.has("ratioMetric")).isPresent()) {
            return Optional.of(Metric.RATIO);
        }
        return spec.filter(map -> map.has("thresholdMetric")).map(map -> Metric.THRESHOLD);
    }

    private Optional<String> inline(YamlMap inline) {
        inline.allow(List.of("metadata", "spec"));
        Metadata metadata = MetadataReader.read(inline, OpenSloForms.DNS_LABEL, Annotations.OF_INDICATORS);
        Optional<YamlMap> spec = inline.requiredMap("spec");
        Origin origin = new Origin(document.file(), inline.self().line());
        Optional<Indicator> indicator = spec.flatMap(map -> new SliReader(map)
                .read(
                        metadata,
                        List.of(metadata.annotations(), ofTheSlo),
                        metadata.annotations().effective().orElse(effective),
                        origin));
        indicator.ifPresent(sli -> declarations.add(new Declared<>(
                Kinds.SLI,
                sli,
                document,
                inline.self().field(),
                spec.map(map -> SliReader.content(map, sli)).orElse(""))));
        return metadata.name();
    }
}
