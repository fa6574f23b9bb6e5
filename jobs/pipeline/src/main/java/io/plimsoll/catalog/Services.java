package io.plimsoll.catalog;

import java.util.ArrayList;
import java.util.List;

/** One service of what OpenSLO and Plimsoll documents of one name say. */
final class Services {

    private Services() {}

    /**
     * Completes each Plimsoll version with the OpenSLO version of its days; an OpenSLO version that none completes stays as it is.
     */
    static List<Declared<Service>> merge(List<Declared<Service>> openSlo, List<Declared<Service>> plimsoll) {
        List<Declared<Service>> merged = new ArrayList<>();
        for (Declared<Service> own : plimsoll) {
            Declared<Service> whole = openSlo.stream()
                    .filter(other -> meet(own, other))
                    .findFirst()
                    .map(other -> own.with(ServiceReader.complete(other.entry(), own.entry())))
                    .orElse(own);
            merged.add(whole);
        }
        openSlo.stream()
                .filter(other -> plimsoll.stream().noneMatch(own -> meet(own, other)))
                .forEach(merged::add);
        return merged;
    }

    private static boolean meet(Declared<Service> own, Declared<Service> other) {
        return own.name().equals(other.name()) && own.effective().overlaps(other.effective());
    }
}
