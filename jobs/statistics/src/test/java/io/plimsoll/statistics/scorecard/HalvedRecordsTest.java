package io.plimsoll.statistics.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.statistics.interval.Proportion;
import io.plimsoll.statistics.rate.EventRate;
import io.plimsoll.statistics.scorecard.VendorRecord.UnitCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random portfolios of two to nine vendors, from all alike to very unlike, some without a record of a kind: less of the same is never surer. */
class HalvedRecordsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4, 5, 7, 8, 14, 17, 28, 45, 58})
    void halvingEveryRecordNarrowsNoInterval(int seed) {
        List<VendorRecord> halves = portfolio(seed);
        List<VendorRecord> wholes = doubled(halves);

        List<Scorecard> halved = ScoringTest.DELIVERED.of(halves);
        List<Scorecard> whole = ScoringTest.DELIVERED.of(wholes);

        for (int vendor = 0; vendor < halves.size(); vendor++) {
            assertThat(width(halved.get(vendor)))
                    .as(wholes.get(vendor).toString())
                    .isGreaterThanOrEqualTo(width(whole.get(vendor)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 17, 58})
    void halvingOneRecordNarrowsNotItsInterval(int seed) {
        List<VendorRecord> halves = portfolio(seed);
        List<VendorRecord> wholes = doubled(halves);
        List<VendorRecord> firstHalved = new ArrayList<>(wholes);
        firstHalved.set(0, halves.get(0));

        assertThat(width(ScoringTest.DELIVERED.of(firstHalved).get(0)))
                .isGreaterThanOrEqualTo(width(ScoringTest.DELIVERED.of(wholes).get(0)));
    }

    private static double width(Scorecard card) {
        return card.interval().width();
    }

    private static List<VendorRecord> doubled(List<VendorRecord> vendors) {
        return vendors.stream().map(vendor -> vendor.times(2)).toList();
    }

    private static List<VendorRecord> portfolio(int seed) {
        Random random = new Random(seed);
        double unlike = random.nextDouble();
        return IntStream.range(0, 2 + random.nextInt(8))
                .mapToObj(vendor -> vendor(random, unlike))
                .toList();
    }

    private static VendorRecord vendor(Random random, double unlike) {
        double typical = 4 * 3_600 * Math.exp(unlike * random.nextGaussian());
        return new VendorRecord(
                share(random, unlike),
                share(random, unlike),
                DoubleStream.generate(() -> typical * Math.exp(random.nextGaussian()))
                        .limit(random.nextInt(10))
                        .boxed()
                        .toList(),
                new EventRate(random.nextInt(4), 1 + random.nextInt(8)),
                share(random, unlike),
                share(random, unlike),
                share(random, unlike),
                share(random, unlike),
                Optional.of(new UnitCost(50 + random.nextInt(100), "EUR per good hour")));
    }

    private static Proportion share(Random random, double unlike) {
        double likely = Math.min(1, 0.85 + unlike * (random.nextDouble() - 0.6) / 2);
        int trials = random.nextInt(15);
        return new Proportion(
                random.doubles(trials).filter(chance -> chance < likely).count(), trials);
    }
}
