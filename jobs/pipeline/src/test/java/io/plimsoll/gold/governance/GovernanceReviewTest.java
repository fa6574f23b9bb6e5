package io.plimsoll.gold.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.gold.ThreeServices;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class GovernanceReviewTest {

    @Test
    void aQuarterNamesTheReviewsThatItMisses() {
        Dataset<Row> rows = new ThreeServices()
                .governed("legal_review", 10, null)
                .governed("legal_review", 200, null)
                .governed("business_review", 300, null)
                .governed("decision", 301, "renegotiate")
                .table(GovernanceReview.NAME);

        Row shop = rows.where("agreement_id = 'shop-sla'").first();
        assertThat(rows.count()).isEqualTo(3);
        assertThat(shop.<String>getList(shop.fieldIndex("missing_reviews"))).containsExactly("risk_review");
        assertThat(shop.<Object>getAs("legal_review_at")).isEqualTo(ThreeServices.at(200));
        assertThat(shop.<Object>getAs("last_reviewed_at")).isEqualTo(ThreeServices.at(300));
        assertThat(shop.<String>getAs("decision")).isEqualTo("renegotiate");
        Row platform = rows.where("agreement_id = 'platform-ola'").first();
        assertThat(platform.getList(platform.fieldIndex("missing_reviews"))).hasSize(3);
        assertThat(platform.<Object>getAs("last_reviewed_at")).isNull();
    }
}
