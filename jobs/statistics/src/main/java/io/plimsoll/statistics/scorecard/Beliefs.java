package io.plimsoll.statistics.scorecard;

import io.plimsoll.statistics.interval.Proportion;
import io.plimsoll.statistics.interval.Sample;
import io.plimsoll.statistics.scorecard.VendorRecord.UnitCost;
import io.plimsoll.statistics.shrinkage.BetaBinomialClass;
import io.plimsoll.statistics.shrinkage.GammaPoissonClass;
import io.plimsoll.statistics.shrinkage.LogDurationClass;
import io.plimsoll.statistics.shrinkage.Posterior;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/** A dimension of every vendor of a class, each beside the others. */
final class Beliefs {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private static final List<Integer> AS_IF = List.of(1, 2, 4, 8, 16);

    private final List<VendorRecord> vendors;
    private final double restoreWithinSeconds;

    Beliefs(List<VendorRecord> vendors, double restoreWithinSeconds) {
        this.vendors = vendors;
        this.restoreWithinSeconds = restoreWithinSeconds;
    }

    /** One a vendor, in the vendors' order. */
    List<Belief> of(Dimension dimension) {
        return switch (dimension) {
            case ATTAINMENT -> leastCertain(longer -> longer.shares(VendorRecord::attainment));
            case RESTORATION -> restoration();
            case RECURRENCE -> leastCertain(Beliefs::recurrence);
            case PUNCTUALITY -> leastCertain(longer -> longer.shares(VendorRecord::punctuality));
            case ACCURACY -> leastCertain(longer -> longer.shares(VendorRecord::accuracy));
            case DISCLOSURE -> leastCertain(longer -> longer.shares(VendorRecord::disclosure));
            case CREDITS -> leastCertain(longer -> longer.shares(VendorRecord::credits));
            case COST -> vendors.stream().map(this::cost).toList();
            case TREND -> trend();
        };
    }

    /**
     * The least certain of what is believed with the records there are, and with 2, 4, 8 and 16 times as much of the same. A record at odds with its class leaves more open the more of it
     * there is, until it outweighs the class: taken alone, half of it would pass for better known. So less of the same never narrows an interval.
     */
    private List<Belief> leastCertain(Function<Beliefs, List<ScoredPosterior>> figures) {
        List<List<ScoredPosterior>> asIf =
                AS_IF.stream().map(times -> figures.apply(times(times))).toList();
        return IntStream.range(0, vendors.size())
                .mapToObj(vendor -> asIf.stream()
                        .map(posteriors -> posteriors.get(vendor))
                        .reduce(ScoredPosterior::orWider)
                        .orElseThrow()
                        .belief())
                .toList();
    }

    private Beliefs times(int times) {
        return new Beliefs(vendors.stream().map(vendor -> vendor.times(times)).toList(), restoreWithinSeconds);
    }

    private List<ScoredPosterior> shares(Function<VendorRecord, Proportion> share) {
        BetaBinomialClass peers =
                BetaBinomialClass.of(vendors.stream().map(share).toList());
        return vendors.stream()
                .map(vendor -> ScoredPosterior.ofShare(peers.of(share.apply(vendor))))
                .toList();
    }

    private List<Belief> restoration() {
        return durations().isEmpty()
                ? vendors.stream().map(vendor -> Belief.unknown()).toList()
                : leastCertain(longer -> longer.restoration(longer.durations().orElseThrow()));
    }

    private Optional<LogDurationClass> durations() {
        return LogDurationClass.of(vendors.stream().map(VendorRecord::durations).toList());
    }

    /** The probability that a restoration takes at most the limit, {@code Φ((ln limit − ln typical) / σ)}. */
    private List<ScoredPosterior> restoration(LogDurationClass peers) {
        double spread = Math.sqrt(peers.withinVariance());
        return vendors.stream()
                .map(vendor -> ScoredPosterior.of(
                        peers.of(vendor.durations()),
                        typical -> NORMAL.cumulativeProbability(Math.log(restoreWithinSeconds / typical) / spread)))
                .toList();
    }

    /** The probability of no repeat in one service-quarter, {@code exp(−rate)}. */
    private List<ScoredPosterior> recurrence() {
        GammaPoissonClass peers =
                GammaPoissonClass.of(vendors.stream().map(VendorRecord::repeats).toList());
        return vendors.stream()
                .map(vendor -> ScoredPosterior.of(peers.of(vendor.repeats()), rate -> Math.exp(-rate)))
                .toList();
    }

    /** {@code median / (median + cost)}: a half at the median of the vendors with the same kind of unit, more below it. */
    private Belief cost(VendorRecord vendor) {
        if (vendor.cost().isEmpty()) {
            return Belief.unknown();
        }
        UnitCost own = vendor.cost().get();
        double[] peers = vendors.stream()
                .flatMap(other -> other.cost().stream())
                .filter(other -> other.kind().equals(own.kind()))
                .mapToDouble(UnitCost::perUnit)
                .toArray();
        double median = Sample.of(peers).orElseThrow().median();
        return Belief.known(median / (median + own.perUnit()), 1);
    }

    /** The probability that the share of promises met is above that of the period before; a half when one of the two has no verdict. */
    private List<Belief> trend() {
        BetaBinomialClass now = BetaBinomialClass.of(
                vendors.stream().map(VendorRecord::attainment).toList());
        BetaBinomialClass before =
                BetaBinomialClass.of(vendors.stream().map(VendorRecord::earlier).toList());
        return vendors.stream().map(vendor -> moved(vendor, now, before)).toList();
    }

    private static Belief moved(VendorRecord vendor, BetaBinomialClass now, BetaBinomialClass before) {
        if (vendor.attainment().trials() == 0 || vendor.earlier().trials() == 0) {
            return Belief.known(0.5, 0);
        }
        Posterior later = now.of(vendor.attainment());
        Posterior earlier = before.of(vendor.earlier());
        return Belief.known(later.probabilityAbove(earlier), Math.min(later.ownWeight(), earlier.ownWeight()));
    }
}
