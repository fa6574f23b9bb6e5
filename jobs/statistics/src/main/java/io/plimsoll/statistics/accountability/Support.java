package io.plimsoll.statistics.accountability;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a chain can support when everything below keeps exactly what it promises and fails independently: the product over the
 * agreements that hold the first one up directly, each at its own promise or at what its own chain supports, whichever is less.
 */
public final class Support {

    private final Set<List<String>> paths = new LinkedHashSet<>();
    private final Map<String, BigDecimal> promised;

    private Support(List<Chain.Link> links, Map<String, BigDecimal> promised) {
        links.forEach(link -> paths.add(link.path()));
        this.promised = new HashMap<>(promised);
    }

    /**
     * The greatest ratio that the links support, exactly.
     *
     * @param id the first agreement
     * @param links what is below it
     * @param promised ratio in [0, 1] by agreement; one that promises nothing comparable limits nothing itself
     * @return empty when nothing below promises anything comparable
     */
    public static Optional<BigDecimal> of(String id, List<Chain.Link> links, Map<String, BigDecimal> promised) {
        return new Support(links, promised).below(List.of(id));
    }

    private Optional<BigDecimal> below(List<String> path) {
        return paths.stream()
                .filter(below -> below.size() == path.size() + 1
                        && below.subList(0, path.size()).equals(path))
                .flatMap(below -> at(below).stream())
                .reduce(BigDecimal::multiply);
    }

    private Optional<BigDecimal> at(List<String> path) {
        Optional<BigDecimal> own = Optional.ofNullable(promised.get(path.get(path.size() - 1)));
        Optional<BigDecimal> supported = below(path);
        return own.isPresent() && supported.isPresent()
                ? Optional.of(own.get().min(supported.get()))
                : own.or(() -> supported);
    }
}
