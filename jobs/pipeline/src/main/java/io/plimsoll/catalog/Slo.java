package io.plimsoll.catalog;

import io.plimsoll.config.YamlDocument;
import java.util.List;

/**
 * An SLO as its document declares it.
 *
 * @param service the service that it names
 * @param objectives its objectives, in the order of the document
 * @param policies the alert policies that it refers to
 */
record Slo(
        String name,
        String service,
        List<Objective> objectives,
        List<PolicyReference> policies,
        Effective effective,
        YamlDocument document)
        implements Versioned {

    /**
     * A reference to an alert policy.
     *
     * @param path the keys that lead to it
     */
    record PolicyReference(String policy, String path) {}

    @Override
    public String kind() {
        return Kinds.SLO;
    }

    Slo with(List<Objective> changed) {
        return new Slo(name, service, changed, policies, effective, document);
    }
}
