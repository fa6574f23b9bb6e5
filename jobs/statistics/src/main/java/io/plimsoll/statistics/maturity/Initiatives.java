package io.plimsoll.statistics.maturity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The initiatives worth considering: for every area, and for the whole, and for every level above the present one, the practices
 * that stand in its way. Two that name the same practices are one.
 */
public final class Initiatives {

    private static final String WHOLE = "all";

    private Initiatives() {}

    /** Every initiative that unlocks at least one level. */
    public static List<Initiative> of(List<AssessedPractice> practices) {
        Map<Set<String>, Initiative> initiatives = new LinkedHashMap<>();
        areas(practices).forEach((area, members) -> {
            Maturity maturity = Maturity.of(members);
            for (int level = maturity.stagedLevel() + 1; level <= Maturity.HIGHEST; level++) {
                Set<String> blocking = maturity.blocking(level).stream()
                        .map(AssessedPractice::id)
                        .collect(Collectors.toCollection(TreeSet::new));
                Initiative initiative = initiative(area + " to level " + level, blocking, practices);
                if (initiative.levelsUnlocked() > 0) {
                    initiatives.putIfAbsent(blocking, initiative);
                }
            }
        });
        return new ArrayList<>(initiatives.values());
    }

    private static Initiative initiative(String name, Set<String> ids, List<AssessedPractice> practices) {
        List<AssessedPractice> improved = practices.stream()
                .map(practice -> ids.contains(practice.id()) ? practice.achieved() : practice)
                .toList();
        int effort = practices.stream()
                .filter(practice -> ids.contains(practice.id()))
                .mapToInt(AssessedPractice::effort)
                .sum();
        return new Initiative(name, List.copyOf(ids), levels(improved) - levels(practices), effort);
    }

    private static int levels(List<AssessedPractice> practices) {
        return areas(practices).values().stream()
                .mapToInt(members -> Maturity.of(members).stagedLevel())
                .sum();
    }

    /** The practices of each area by its name, and all of them. */
    private static Map<String, List<AssessedPractice>> areas(List<AssessedPractice> practices) {
        Map<String, List<AssessedPractice>> areas =
                new TreeMap<>(practices.stream().collect(Collectors.groupingBy(AssessedPractice::area)));
        areas.put(WHOLE, practices);
        return areas;
    }
}
