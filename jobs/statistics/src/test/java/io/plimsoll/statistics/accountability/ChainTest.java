package io.plimsoll.statistics.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.statistics.accountability.Chain.Link;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final Undertaking SHOP = always("shop", "platform", "gateway");
    private static final Undertaking PLATFORM = always("platform", "cloud");
    private static final Undertaking GATEWAY = always("gateway");
    private static final Undertaking CLOUD = always("cloud");

    @Test
    void linksComeInDeclaredOrderEachBeforeWhatIsBelowIt() {
        List<Link> links = Chain.below("shop", 0, 100, List.of(SHOP, PLATFORM, GATEWAY, CLOUD));

        assertThat(links)
                .extracting(Link::path)
                .containsExactly(
                        List.of("shop", "platform"), List.of("shop", "platform", "cloud"), List.of("shop", "gateway"));
        assertThat(links).extracting(Link::depth).containsExactly(1, 2, 1);
    }

    @Test
    void aLinkIsInForceWhileItsWholePathIs() {
        Undertaking platform = new Undertaking("platform", 20, 80, List.of("cloud"));
        Undertaking cloud = new Undertaking("cloud", 50, 200, List.of());

        assertThat(Chain.below("shop", 0, 100, List.of(SHOP, platform, cloud)))
                .containsExactly(
                        new Link(List.of("shop", "platform"), 1, 20, 80),
                        new Link(List.of("shop", "platform", "cloud"), 2, 50, 80));
    }

    @Test
    void whatComesBackEndsAndIsNamed() {
        Undertaking round = always("cloud", "platform");

        assertThat(Chain.below("platform", 0, 100, List.of(PLATFORM, round)))
                .extracting(Link::id)
                .containsExactly("cloud");
        assertThat(Chain.cycle("cloud", "platform", List.of(PLATFORM, CLOUD)))
                .contains(List.of("cloud", "platform", "cloud"));
        assertThat(Chain.cycle("gateway", "platform", List.of(PLATFORM, CLOUD))).isEmpty();
    }

    /** 0.999 x 0.9995 = 0.9985005. */
    @Test
    void aChainSupportsTheProductOfWhatIsPromisedDirectlyBelow() {
        List<Link> links = Chain.below("shop", 0, 100, List.of(SHOP, PLATFORM, GATEWAY));

        assertThat(Support.of("shop", links, Map.of("platform", ratio("0.999"), "gateway", ratio("0.9995"))))
                .contains(ratio("0.9985005"));
    }

    @Test
    void anAgreementBelowIsWorthNoMoreThanItsOwnChain() {
        List<Link> links = Chain.below("shop", 0, 100, List.of(SHOP, PLATFORM, CLOUD));

        assertThat(Support.of("shop", links, Map.of("platform", ratio("0.999"), "cloud", ratio("0.99"))))
                .contains(ratio("0.99"));
        assertThat(Support.of("shop", links, Map.of("cloud", ratio("0.99")))).contains(ratio("0.99"));
        assertThat(Support.of("shop", links, Map.of())).isEmpty();
    }

    private static Undertaking always(String id, String... underpinnedBy) {
        return new Undertaking(id, Long.MIN_VALUE, Long.MAX_VALUE, List.of(underpinnedBy));
    }

    private static BigDecimal ratio(String decimal) {
        return new BigDecimal(decimal);
    }
}
