package io.plimsoll.statistics.promise;

import io.plimsoll.statistics.interval.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/** Downtime of periods that a record makes plausible. An outage of unknown length takes the whole period. */
final class DowntimeSimulation {
    private static final double HALF_AN_OUTAGE = 0.5;

    private final OutageHistory history;
    private final TargetSearch search;
    private final RandomGenerator random;
    private final int[] counts;
    private final double[] durations;

    DowntimeSimulation(OutageHistory history, TargetSearch search) {
        this.history = history;
        this.search = search;
        this.random = new Well19937c(search.seed());
        this.counts = new int[history.periods()];
        Arrays.setAll(counts, history::outages);
        this.durations = new double[history.durations()];
        Arrays.setAll(durations, history::durationSeconds);
    }

    /** From the record as it is, as many periods as all redrawn records together. */
    Sample asObserved() {
        OutageCounts outages = OutageCounts.of(counts, evidence() / counts.length);
        return simulate(outages, durations, search.histories() * search.periodsEach());
    }

    /** From records redrawn in blocks, one sample each. */
    List<Sample> redrawn() {
        GammaDistribution mean = new GammaDistribution(random, evidence(), 1.0 / counts.length);
        List<Sample> samples = new ArrayList<>(search.histories());
        for (int i = 0; i < search.histories(); i++) {
            int[] redrawnCounts = blocks(counts.length, search.blockPeriods())
                    .map(period -> counts[period])
                    .toArray();
            double[] redrawnDurations = blocks(durations.length, search.blockOutages())
                    .mapToDouble(outage -> durations[outage])
                    .toArray();
            samples.add(
                    simulate(OutageCounts.of(redrawnCounts, mean.sample()), redrawnDurations, search.periodsEach()));
        }
        return samples;
    }

    private double evidence() {
        return history.totalOutages() + HALF_AN_OUTAGE;
    }

    private Sample simulate(OutageCounts outages, double[] lengths, int periods) {
        IntSupplier counted = outages.draws(random);
        double[] downtime = new double[periods];
        Arrays.setAll(downtime, period -> downtime(counted.getAsInt(), lengths));
        return Sample.of(downtime).orElseThrow();
    }

    private double downtime(int outages, double[] lengths) {
        double sum = 0;
        for (int i = 0; i < outages && sum < history.periodSeconds(); i++) {
            sum += lengths.length == 0 ? history.periodSeconds() : lengths[random.nextInt(lengths.length)];
        }
        return Math.min(sum, history.periodSeconds());
    }

    /** Indices of a circular block bootstrap, as many as there are. */
    private IntStream blocks(int length, int blockLength) {
        int[] indices = new int[length];
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (i % blockLength == 0) {
                start = random.nextInt(length);
            }
            indices[i] = (start + i % blockLength) % length;
        }
        return Arrays.stream(indices);
    }
}
