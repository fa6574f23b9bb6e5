package io.plimsoll.publish.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class GridTest {
    @Test
    void aMissingCellIsEmptyAndATruthIsAWord() {
        IntColumn rank = IntColumn.create("rank", 1, 0);
        rank.setMissing(1);

        Grid grid = Grid.of(Table.create(rank, BooleanColumn.create("overdue", true, false)));

        assertThat(grid.rows()).containsExactly(List.of("1", "yes"), List.of("", "no"));
    }

    @Test
    void textsThatAreAllNumbersStandToTheRight() {
        Grid grid = Grid.of(Table.create(
                StringColumn.create("credit", "1,482.44", "", "-0.5"),
                StringColumn.create("version", "1", "2", "2.0.5"),
                StringColumn.create("day", "2026-04-01", "2026-04-02", "2026-04-03"),
                StringColumn.create("nothing", "", "", "")));

        assertThat(grid.columns())
                .containsExactly(
                        new Grid.Heading("credit", true),
                        new Grid.Heading("version", false),
                        new Grid.Heading("day", false),
                        new Grid.Heading("nothing", false));
    }

    @Test
    void theDigestTellsCellsApart() {
        assertThat(digest("ab", "c")).isNotEqualTo(digest("a", "bc"));
        assertThat(digest("a", "b")).isEqualTo(digest("a", "b")).hasSize(64);
    }

    private static String digest(String first, String second) {
        return Grid.of(Table.create(StringColumn.create("x", first), StringColumn.create("y", second)))
                .digest();
    }
}
