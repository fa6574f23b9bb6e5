package io.plimsoll.gold.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.gold.ThreeServices;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class AgreementChainTest {

    /** The OLA's 99.5 % rests on a contract of 99 %, so the chain supports 99 %: a promise of 99 %, not one of 99.5 %. */
    @Test
    void aPromiseIsWorthNoMoreThanWhatItRestsOn() {
        Row kept = chain(new ThreeServices());
        Row tooMuch = chain(new ThreeServices().promising("shop-sla", "0.995"));

        assertThat(kept.<String>getAs("support")).isEqualTo("SUPPORTED");
        assertThat(kept.<Double>getAs("possible_ratio")).isEqualTo(0.99);
        assertThat(kept.<Integer>getAs("chain_depth")).isEqualTo(2);
        assertThat(tooMuch.<String>getAs("support")).isEqualTo("UNSUPPORTED");
    }

    /** Platform down 218-224, cloud 220-222 of 744 h: together 6 h, by the product of independent failures more. */
    @Test
    void whatWasSeenTogetherStandsBesideTheIndependenceProduct() {
        Row row = chain(new ThreeServices().down("platform", 218, 224).down("cloud", 220, 222));

        assertThat(row.<Double>getAs("all_good_ratio")).isEqualTo(738.0 / 744.0);
        assertThat(row.<Double>getAs("any_good_ratio")).isEqualTo(742.0 / 744.0);
        assertThat(row.<Double>getAs("independent_ratio")).isCloseTo(738.0 / 744.0 * 742.0 / 744.0, within(1e-15));
        assertThat(row.<Long>getAs("known_seconds")).isEqualTo(744 * 3600L);
    }

    @Test
    void linksThatLeadNowhereOrComeBackAreNamed() {
        Row row = chain(new ThreeServices()
                .withAgreement("shop-sla", "declared_underpinnings", List.of("platform-ola", "network-ola"))
                .withAgreement("cloud-uc", "declared_underpinnings", List.of("platform-ola")));

        assertThat(row.<String>getAs("support")).isEqualTo("BROKEN");
        assertThat(row.<String>getList(row.fieldIndex("missing_links"))).containsExactly("shop-sla -> network-ola");
        assertThat(row.<String>getList(row.fieldIndex("cycles")))
                .containsExactly("cloud-uc -> platform-ola -> cloud-uc");
    }

    @Test
    void anSlaThatStandsAloneHasNoChain() {
        Row row = chain(new ThreeServices()
                .withAgreement("shop-sla", "underpinned_by", List.of())
                .withAgreement("shop-sla", "declared_underpinnings", List.of()));

        assertThat(row.<String>getAs("support")).isEqualTo("NO_CHAIN");
        assertThat(row.<Object>getAs("possible_ratio")).isNull();
        assertThat(row.<Object>getAs("all_good_ratio")).isNull();
    }

    private static Row chain(ThreeServices services) {
        List<Row> rows = services.table(AgreementChain.NAME).collectAsList();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
