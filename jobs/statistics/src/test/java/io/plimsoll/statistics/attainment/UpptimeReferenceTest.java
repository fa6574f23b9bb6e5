package io.plimsoll.statistics.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.statistics.timeline.Reconciliation;
import io.plimsoll.statistics.timeline.Reconciliation.Account;
import io.plimsoll.statistics.timeline.Timeline;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * A real monitor's three accounts of one service (reference upptime-honch, site honch-ingest, from its first check on 16 June 2026
 * to the snapshot of 22 August): its checks, its issues, and the uptime that its page publishes.
 */
class UpptimeReferenceTest {
    private static final String FOLDER = "upptime-honch/";
    private static final String SITE = "honch-ingest";
    private static final Timeline WATCHED = Timeline.of(second("2026-06-16T22:36:48Z"), second("2026-08-22T01:07:38Z"));
    private static final double TWO_DECIMALS_OF_A_PERCENT = 0.00005;

    @Test
    void checksIssuesAndThePublishedFigureAgree() throws IOException {
        Account checks = account("checks", checkedDown());
        Account issues = account("issues", reportedDown());
        Account page = Account.ofFigure("page", WATCHED, published(), TWO_DECIMALS_OF_A_PERCENT);

        assertThat(checks.outageSeconds()).isEqualTo(69 * 60 + 28);
        assertThat(Reconciliation.of(WATCHED, Timeline.empty(), List.of(checks, issues, page))
                        .pairs())
                .hasSize(3)
                .allMatch(Reconciliation.Pair::agrees);
    }

    @Test
    void aPageThatLeftTheIssueOutIsFound() throws IOException {
        Account issues = account("issues", reportedDown());
        Account page = Account.ofFigure("page", WATCHED, 1, TWO_DECIMALS_OF_A_PERCENT);

        assertThat(Reconciliation.of(WATCHED, Timeline.empty(), List.of(issues, page))
                        .worst()
                        .orElseThrow()
                        .agrees())
                .isFalse();
    }

    private static Account account(String source, Timeline outages) {
        return Account.of(source, WATCHED, outages, 1, 0);
    }

    /** From the first check that found it down to the next that found it up. */
    private static Timeline checkedDown() throws IOException {
        Timeline down = Timeline.empty();
        long since = -1;
        for (String[] check : rows("checks.csv.gz")) {
            long at = Instant.parse(check[7]).getEpochSecond();
            if (check[4].equals("down") && since < 0) {
                since = at;
            } else if (check[4].equals("up") && since >= 0) {
                down = down.union(Timeline.of(since, at));
                since = -1;
            }
        }
        return down;
    }

    private static Timeline reportedDown() throws IOException {
        Timeline down = Timeline.empty();
        for (JsonNode issue : ReferenceFolder.json(FOLDER + "incidents.json").get("incidents")) {
            if (issue.get("labels").toString().contains('"' + SITE + '"')) {
                down = down.union(Timeline.of(
                        second(issue.get("created_at").asText()),
                        second(issue.get("closed_at").asText())));
            }
        }
        return down;
    }

    private static double published() throws IOException {
        List<String[]> snapshots = rows("published_uptime_daily_snapshots.csv.gz");
        String percent = snapshots.get(snapshots.size() - 1)[4];
        return Double.parseDouble(percent.replace("%", "")) / 100;
    }

    private static List<String[]> rows(String file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(ReferenceFolder.path(FOLDER + file))),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split(",", -1))
                    .filter(row -> row[2].equals(SITE))
                    .toList();
        }
    }

    private static long second(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
