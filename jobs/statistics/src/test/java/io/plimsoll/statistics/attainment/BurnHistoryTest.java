package io.plimsoll.statistics.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.plimsoll.statistics.attainment.BurnHistory.Cell;
import io.plimsoll.statistics.timeline.Timeline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A target of 99 % and a hundred requests in each cell of five minutes; the day begins at second 0. */
class BurnHistoryTest {
    private static final long CELL = 300;
    private static final long HOUR = 3_600;
    private static final BigDecimal TARGET = new BigDecimal("0.99");

    /** 2 % of a budget of 30 days in an hour: 14.4 times, with the short window of five minutes. */
    private static final BurnCondition FAST =
            BurnCondition.twelfth(HOUR, "gt", BurnAlert.STANDARD.get(0).threshold(30 * 24 * HOUR), 0, 60, CELL);

    @Test
    void bothWindowsMustExceed() {
        // 100 % bad for ten minutes: 200 of 1,200 in the hour is 16.7 times, the first five minutes alone are 8.3.
        BurnHistory history = history(2 * HOUR, 2 * HOUR + 600, 100);

        assertThat(history.holds(FAST, 0, 24 * HOUR)).isEqualTo(Timeline.of(2 * HOUR + 600, 2 * HOUR + 900));
    }

    @Test
    void theShortWindowEndsTheAlertSoonAfterTheBurning() {
        BurnHistory history = history(2 * HOUR, 3 * HOUR, 100);

        assertThat(history.holds(FAST, 0, 24 * HOUR)).isEqualTo(Timeline.of(2 * HOUR + 600, 3 * HOUR + 300));
    }

    @Test
    void exactlyTheThresholdDoesNotExceedIt() {
        // 14.4 % bad burns at 14.4: exceeded by nothing, reached by gte.
        BurnHistory history = BurnHistory.of(TARGET, CELL, cells(0, 24 * HOUR, "14.4"), 0, 24 * HOUR);
        BurnCondition reached = new BurnCondition(HOUR, CELL, "gte", FAST.threshold(), 0);

        assertThat(history.holds(FAST, 2 * HOUR, 24 * HOUR).isEmpty()).isTrue();
        assertThat(history.holds(reached, 2 * HOUR, 24 * HOUR)).isEqualTo(Timeline.of(2 * HOUR, 24 * HOUR));
    }

    @Test
    void aConditionThatMustLastBeginsLater() {
        BurnCondition lasting = new BurnCondition(HOUR, CELL, "gt", FAST.threshold(), 1_200);

        assertThat(history(2 * HOUR, 3 * HOUR, 100).holds(lasting, 0, 24 * HOUR))
                .isEqualTo(Timeline.of(2 * HOUR + 1_800, 3 * HOUR + 300));
    }

    @Test
    void aDayThatBeginsInAnAlertSeesItWhole() {
        BurnHistory history = history(2 * HOUR, 3 * HOUR, 100);

        assertThat(history.holds(FAST, 3 * HOUR - 600, 24 * HOUR))
                .isEqualTo(Timeline.of(3 * HOUR - 600, 3 * HOUR + 300));
    }

    @Test
    void theOrderOfCellsChangesNothing() {
        List<Cell> cells = new ArrayList<>(cells(0, 24 * HOUR, "20"));
        Timeline before = BurnHistory.of(TARGET, CELL, cells, 0, 24 * HOUR).holds(FAST, HOUR, 24 * HOUR);
        Collections.reverse(cells);

        assertThat(BurnHistory.of(TARGET, CELL, cells, 0, 24 * HOUR).holds(FAST, HOUR, 24 * HOUR))
                .isEqualTo(before)
                .isEqualTo(Timeline.of(HOUR, 24 * HOUR));
    }

    @Test
    void withoutTrafficNothingBurns() {
        BurnHistory history = BurnHistory.of(TARGET, CELL, List.of(), 0, 24 * HOUR);
        BurnCondition calm = new BurnCondition(HOUR, CELL, "lt", Ratio.ONE, 0);

        assertThat(history.holds(calm, 0, 24 * HOUR).isEmpty()).isTrue();
    }

    @Test
    void windowsAreRoundedUpToWhatTheIndicatorShows() {
        assertThat(BurnCondition.twelfth(HOUR, "gt", Ratio.ONE, 0, 60, CELL).shortSeconds())
                .isEqualTo(300);
        assertThat(BurnCondition.twelfth(1_800, "gt", Ratio.ONE, 0, 60, CELL).shortSeconds())
                .isEqualTo(300);
        assertThat(BurnCondition.twelfth(HOUR, "gt", Ratio.ONE, 0, 7_200, CELL))
                .isEqualTo(new BurnCondition(7_200, 7_200, "gt", Ratio.ONE, 0));
    }

    @Test
    void aShortWindowLongerThanTheLongOneIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BurnCondition(300, 600, "gt", Ratio.ONE, 0))
                .withMessage("the short window must lie within the long one: 600 s of 300 s");
    }

    private static BurnHistory history(long from, long to, int bad) {
        List<Cell> cells = new ArrayList<>(cells(0, from, "0"));
        cells.addAll(cells(from, to, String.valueOf(bad)));
        cells.addAll(cells(to, 24 * HOUR, "0"));
        return BurnHistory.of(TARGET, CELL, cells, 0, 24 * HOUR);
    }

    private static List<Cell> cells(long from, long to, String bad) {
        List<Cell> cells = new ArrayList<>();
        for (long at = from; at < to; at += CELL) {
            cells.add(new Cell(at, new BigDecimal(bad), BigDecimal.valueOf(100)));
        }
        return cells;
    }
}
