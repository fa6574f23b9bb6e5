package io.plimsoll.gold.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.gold.ThreeServices;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The shop is down for 10 h in a month that allows 7.44 h; its path asks for an action within 15 minutes. */
class EscalationOutcomeTest {

    @Test
    void anActionInsideThePathsTimeIsWhatCounts() {
        Row row = outcome(breach().called("e1", 216.1, 40).called("e2", 217, 12).called("e3", 220, null));

        assertThat(row.<String>getAs("outcome")).isEqualTo("IN_TIME");
        assertThat(row.<Long>getAs("escalations")).isEqualTo(3);
        assertThat(row.<Long>getAs("with_action")).isEqualTo(2);
        assertThat(row.<Long>getAs("in_time")).isEqualTo(1);
        assertThat(row.<Long>getAs("fastest_action_seconds")).isEqualTo(720);
    }

    @Test
    void anActionTooLateOrOnlyANotificationIsNamed() {
        assertThat(outcome(breach().called("e1", 216.1, 40)).<String>getAs("outcome"))
                .isEqualTo("LATE");
        assertThat(outcome(breach().called("e1", 216.1, null)).<String>getAs("outcome"))
                .isEqualTo("NOTIFIED_ONLY");
        assertThat(outcome(breach()).<String>getAs("outcome")).isEqualTo("NOT_STARTED");
    }

    private static ThreeServices breach() {
        return new ThreeServices().down("shop", 216, 226).escalating("page", 15);
    }

    private static Row outcome(ThreeServices services) {
        return services.table(EscalationOutcome.NAME)
                .where("agreement_id = 'shop-sla'")
                .first();
    }
}
