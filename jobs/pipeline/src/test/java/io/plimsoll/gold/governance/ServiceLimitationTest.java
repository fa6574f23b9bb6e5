package io.plimsoll.gold.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.gold.ThreeServices;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class ServiceLimitationTest {

    @Test
    void aSheetSaysWhatIsNotPromisedAndWhatCannotBeDone() {
        List<Row> rows = new ThreeServices()
                .promising("shop-sla", "0.995")
                .withAgreement("shop-sla", "exclusions", Map.of("planned", RowFactory.create("remove", 48, 180)))
                .withService("shop", "depends_on", List.of("platform"))
                .down("shop", 216, 226)
                .table(ServiceLimitation.NAME)
                .where("service_id = 'shop'")
                .orderBy("limitation_kind")
                .collectAsList();

        assertThat(rows)
                .extracting(row -> row.<String>getAs("limitation_kind") + ": " + row.<String>getAs("statement"))
                .containsExactly(
                        "ALLOWED_FAILURE: Up to 0.5 % may fail in a month without the promise being broken.",
                        "CREDIT: A broken promise earns no credit.",
                        "DEPENDENCY: Does not work without platform.",
                        "EXCLUSION: Approved windows of the kind planned leave the figure, with 48 h of notice, up to 180 min a month.",
                        "TRACK_RECORD: In the period that began on 2026-01-01 it attained 98.6559 % of the 99.5 % promised.",
                        "UNSUPPORTED: What holds it up promises 99.0 % together, less than the 99.5 % promised.");
    }
}
