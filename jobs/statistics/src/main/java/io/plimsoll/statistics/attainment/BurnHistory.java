package io.plimsoll.statistics.attainment;

import io.plimsoll.statistics.timeline.Interval;
import io.plimsoll.statistics.timeline.Timeline;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bad and total of an objective in cells of equal length, and the stretches in which a burn condition held. A condition is looked
 * at where a cell begins, over what lies before that instant; sums come from running totals, so a window costs the same
 * whatever its length.
 */
public final class BurnHistory {
    private final BigDecimal target;
    private final long cellSeconds;
    private final long firstCell;
    private final BigDecimal[] badBefore;
    private final BigDecimal[] totalBefore;

    private BurnHistory(
            BigDecimal target, long cellSeconds, long firstCell, BigDecimal[] badBefore, BigDecimal[] totalBefore) {
        this.target = target;
        this.cellSeconds = cellSeconds;
        this.firstCell = firstCell;
        this.badBefore = badBefore;
        this.totalBefore = totalBefore;
    }

    /**
     * What was counted in one cell.
     *
     * @param at epoch second at which it begins, a multiple of the cells' length
     * @param bad what was bad, {@code 0 <= bad <= total}
     * @param total what was counted
     */
    public record Cell(long at, BigDecimal bad, BigDecimal total) {}

    /**
     * A history from cells in any order; those of one instant are added up, missing ones hold nothing.
     *
     * @param target in [0, 1]
     * @param cellSeconds length of a cell
     * @param from epoch second at which the first cell begins that is kept
     * @param to epoch second before which the last one ends
     */
    public static BurnHistory of(BigDecimal target, long cellSeconds, List<Cell> cells, long from, long to) {
        long first = Math.floorDiv(from, cellSeconds);
        int size = Math.toIntExact(Math.floorDiv(to, cellSeconds) - first);
        BigDecimal[] bad = zeros(size + 1);
        BigDecimal[] total = zeros(size + 1);
        for (Cell cell : cells) {
            long index = Math.floorDiv(cell.at(), cellSeconds) - first;
            if (index >= 0 && index < size) {
                int next = Math.toIntExact(index) + 1;
                bad[next] = bad[next].add(cell.bad());
                total[next] = total[next].add(cell.total());
            }
        }
        for (int i = 0; i < size; i++) {
            bad[i + 1] = bad[i + 1].add(bad[i]);
            total[i + 1] = total[i + 1].add(total[i]);
        }
        return new BurnHistory(target, cellSeconds, first, bad, total);
    }

    private static BigDecimal[] zeros(int size) {
        BigDecimal[] zeros = new BigDecimal[size];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }

    /**
     * The stretches in {@code [from, to)} in which the condition held and had held long enough; the history must begin a long
     * window and the condition's delay before {@code from}.
     */
    public Timeline holds(BurnCondition condition, long from, long to) {
        List<Interval> held = new ArrayList<>();
        long start = from - condition.afterSeconds();
        for (long cell = Math.floorDiv(start, cellSeconds); cell * cellSeconds < to; cell++) {
            long at = cell * cellSeconds;
            if (isFulfilled(condition, at, condition.longSeconds())
                    && isFulfilled(condition, at, condition.shortSeconds())) {
                held.add(new Interval(at, at + cellSeconds));
            }
        }
        Timeline counted = Timeline.of(Timeline.of(held).intervals().stream()
                .filter(stretch -> stretch.seconds() > condition.afterSeconds())
                .map(stretch -> new Interval(stretch.from() + condition.afterSeconds(), stretch.to()))
                .toList());
        return from < to ? counted.intersect(Timeline.of(from, to)) : Timeline.empty();
    }

    private boolean isFulfilled(BurnCondition condition, long at, long windowSeconds) {
        return condition.isFulfilledBy(sum(badBefore, at, windowSeconds), sum(totalBefore, at, windowSeconds), target);
    }

    private BigDecimal sum(BigDecimal[] before, long at, long windowSeconds) {
        return before[index(at, before.length)].subtract(before[index(at - windowSeconds, before.length)]);
    }

    private int index(long at, int length) {
        return Math.toIntExact(Math.max(0, Math.min(Math.floorDiv(at, cellSeconds) - firstCell, length - 1L)));
    }
}
