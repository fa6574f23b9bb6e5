package io.plimsoll.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Parameters;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableQueryTest {

    private static final Parameters AUCKLAND =
            new Parameters(LocalDate.of(2026, 4, 1), ZoneId.of("Pacific/Auckland"), Optional.empty());

    @Test
    void theRunsDateAndTheInstantAtWhichItStartsInTheZoneStandInTheText() {
        assertThat(TableQuery.runnable(
                        "SELECT * FROM silver.incident WHERE opened_at < :as_of_at AND :as_of > x", AUCKLAND))
                .isEqualTo("SELECT * FROM silver.incident"
                        + " WHERE opened_at < TIMESTAMP'2026-03-31T11:00:00Z' AND DATE'2026-04-01' > x");
    }

    @Test
    void whatIsInForceIsSaidBeforeTheQuery() {
        String query = TableQuery.runnable("""
                SELECT * FROM team_in_force AS team
                WHERE EXISTS (SELECT 1 FROM team_in_force)""", AUCKLAND);

        assertThat(query).isEqualTo("""
                WITH team_in_force AS (SELECT * FROM silver.team WHERE coalesce(effective_from < DATE'2026-04-01', true)\
                 AND coalesce(effective_to >= DATE'2026-04-01', true)) SELECT * FROM team_in_force AS team
                WHERE EXISTS (SELECT 1 FROM team_in_force)""");
        assertThat(TableQuery.of(query).tables()).containsExactly("silver.team");
    }

    /** A name that the query gives itself is its own. */
    @Test
    void aQueryKeepsItsOwnNames() {
        String query = TableQuery.runnable("""
                -- Ours.
                WITH mine_in_force AS (SELECT * FROM service_in_force)
                SELECT * FROM mine_in_force""", AUCKLAND);

        assertThat(query)
                .contains("SELECT * FROM (-- Ours.\nWITH mine_in_force AS")
                .doesNotContain("silver.mine");
        assertThat(TableQuery.of(query).tables()).containsExactly("silver.service");
    }
}
