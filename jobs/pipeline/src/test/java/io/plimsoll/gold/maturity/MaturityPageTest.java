package io.plimsoll.gold.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.Practice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@code docs/maturity.md} says what {@code conf/maturity.yaml} asks; {@code -Dplimsoll.write=true} makes it say so. */
class MaturityPageTest {

    private static final Path PAGE = Path.of(System.getProperty("plimsoll.root", "."), "docs", "maturity.md");
    private static final String INTRODUCTION = """
            # Maturity

            Generated from `conf/maturity.yaml`. Each practice is a question to the records: a query whose rows are the things that
            were asked, `counted` where they fulfil the practice. A practice is rated N, P, L or F (above 15, 50, 85 % unless it says
            otherwise) by the lower end of the one-sided 90 % Wilson interval of that share, for the enterprise, each business unit and
            each team, as far as it is asked of them; with too little or only stale evidence it is `not_evidenced`, which is never a pass. The staged level is the
            highest at which every practice is Largely, and every practice below it Fully achieved.

            `gold.maturity_practice` holds every rating with its `evidence_query`: `plimsoll sql` with that text returns the rows that
            were counted. For a rating of an earlier date add `--inputs-of gold.maturity_practice=DATE`: every table is then read at the
            version that the run of that date read, which stands in `ops.table_run`, for as long as retention keeps it.
            `gold.maturity_score` has the levels, `gold.improvement_initiative` the sets of practices that unlock them.

            A workspace changes the model in a `maturity.yaml` of its own: a practice that it names again keeps what it does not say, a
            new one is added. `plimsoll check` holds every query against the tables that exist.

            In a query `:as_of` is the run's date, `:as_of_at` the instant at which that day starts in the workspace's zone, and
            `<table>_in_force` what of `silver.<table>`, a table of the catalogue, is in force on the day before the run's date.
            """;

    @Test
    void thePageSaysWhatTheModelAsks() throws IOException {
        String page = page(Practice.delivered());
        if (Boolean.getBoolean("plimsoll.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/maturity.md differs from conf/maturity.yaml; CONTRIBUTING.md has the command that writes it")
                .isEqualTo(page);
    }

    private static String page(List<Practice> practices) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        page.append(
                "\n| practice | level | effort | at least | stale after | asked of | reads |\n|---|---|---|---|---|---|---|\n");
        for (Practice practice : practices) {
            page.append("| [%s](#%s) %s | %d | %d | %d rows | %d days | %s | %s |\n"
                    .formatted(
                            practice.id(),
                            practice.id().toLowerCase(Locale.ROOT).replace(".", ""),
                            practice.name(),
                            practice.level(),
                            practice.effort(),
                            practice.minimumEvidence(),
                            practice.staleDays(),
                            String.join(", ", practice.scopes()),
                            String.join(
                                    ", ", PracticeEvidence.ofAnyRun(practice).tables())));
        }
        for (Practice practice : practices) {
            page.append("\n## ").append(practice.id()).append("\n\n");
            page.append(practice.name())
                    .append(".\n\n```sql\n")
                    .append(practice.evidence())
                    .append("\n```\n");
        }
        return page.toString();
    }
}
