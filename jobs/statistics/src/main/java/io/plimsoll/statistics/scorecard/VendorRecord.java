package io.plimsoll.statistics.scorecard;

import io.plimsoll.statistics.interval.Proportion;
import io.plimsoll.statistics.rate.EventRate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What is on record of a vendor in a period. It carries no name: two vendors with the same record are judged alike.
 *
 * @param attainment verdicts met, of all verdicts
 * @param earlier the same in the period before
 * @param restorations seconds that each incident lasted, in any order; positive
 * @param repeats incidents that came again, over service-quarters
 * @param punctuality reports in time, of those due
 * @param accuracy reports that claim no more than was measured, of those that can be compared
 * @param disclosure incidents disclosed, of those on record
 * @param credits credits paid or offered, of those due
 * @param cost cost of a good unit; empty when it is not known
 */
public record VendorRecord(
        Proportion attainment,
        Proportion earlier,
        List<Double> restorations,
        EventRate repeats,
        Proportion punctuality,
        Proportion accuracy,
        Proportion disclosure,
        Proportion credits,
        Optional<UnitCost> cost) {

    /** Sorts the durations, so that their order does not matter. */
    public VendorRecord {
        restorations = restorations.stream().sorted().toList();
    }

    /**
     * A cost that is comparable with others of its kind.
     *
     * @param perUnit positive
     * @param kind currency and unit, such as {@code EUR per good hour}
     */
    public record UnitCost(double perUnit, String kind) {
        /**
         * Checks the figure.
         *
         * @throws IllegalArgumentException when the cost is not a positive number
         */
        public UnitCost {
            if (!(perUnit > 0) || Double.isInfinite(perUnit)) {
                throw new IllegalArgumentException("cost of " + perUnit + " a unit: expected a positive number");
            }
        }
    }

    /** The record of a vendor with as many times the same behind it; a cost is known as well as before. */
    VendorRecord times(int times) {
        return new VendorRecord(
                times(attainment, times),
                times(earlier, times),
                Collections.nCopies(times, restorations).stream()
                        .flatMap(List::stream)
                        .toList(),
                new EventRate(times * repeats.events(), times * repeats.exposure()),
                times(punctuality, times),
                times(accuracy, times),
                times(disclosure, times),
                times(credits, times),
                cost);
    }

    private static Proportion times(Proportion share, int times) {
        return new Proportion(times * share.hits(), times * share.trials());
    }

    double[] durations() {
        return restorations.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The record as numbers: by them vendors are put in order and chance is seeded, so that a name changes nothing. */
    double[] figures() {
        DoubleStream shares = Stream.of(attainment, earlier, punctuality, accuracy, disclosure, credits)
                .flatMapToDouble(share -> DoubleStream.of((double) share.hits(), (double) share.trials()));
        DoubleStream rest = DoubleStream.of(
                repeats.events(),
                repeats.exposure(),
                cost.map(UnitCost::perUnit).orElse(-1.0));
        return DoubleStream.concat(DoubleStream.concat(shares, rest), Arrays.stream(durations()))
                .toArray();
    }
}
