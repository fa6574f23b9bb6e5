package io.plimsoll.demo.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.story.Stories;
import io.plimsoll.demo.truth.GovernanceReviews.Review;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GovernanceReviewsTest {

    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 42})
    void freightReviewsEverythingThisQuarterAndParcelHardlyAnything(long seed) {
        World world = world(seed);
        GovernanceReviews reviews = new GovernanceReviews(world);
        assertThat(of(world, "freight"))
                .hasSize(7)
                .allSatisfy(agreement -> assertThat(reviews.of(agreement))
                        .extracting(Review::kind)
                        .containsExactlyElementsOf(GovernanceReviews.KINDS));
        assertThat(of(world, "freight"))
                .flatExtracting(reviews::of)
                .extracting(Review::day)
                .allSatisfy(day -> assertThat(day).isBetween(LocalDate.of(2026, 4, 1), END));
        assertThat(of(world, "parcel"))
                .filteredOn(agreement -> reviews.of(agreement).size() == 3)
                .hasSizeLessThan(3);
    }

    private static List<Agreement> of(World world, String unit) {
        return world.company().agreements().stream()
                .filter(agreement -> world.company()
                        .service(agreement.service())
                        .businessUnit()
                        .equals(unit))
                .toList();
    }

    private static World world(long seed) {
        History history = new History(END.minusDays(99), END, Zones.LONDON);
        Company company = Company.of(history, Company.CAST);
        Noise noise = new Noise(seed);
        return Stories.fitting(company, history, noise).tell(company, history, noise);
    }
}
