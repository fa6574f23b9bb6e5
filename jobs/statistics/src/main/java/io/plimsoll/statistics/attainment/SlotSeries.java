package io.plimsoll.statistics.attainment;

import java.util.Arrays;

/** The slots of one indicator, as received: a start, good and total events each. */
public final class SlotSeries {
    private final long resolutionSeconds;
    private final long[] starts;
    private final long[] good;
    private final long[] total;

    private SlotSeries(long resolutionSeconds, long[] starts, long[] good, long[] total) {
        this.resolutionSeconds = resolutionSeconds;
        this.starts = starts;
        this.good = good;
        this.total = total;
    }

    /**
     * Slots in ascending order of their starts.
     *
     * @param resolutionSeconds length of a slot
     * @param starts epoch seconds, strictly ascending; off the grid of the resolution they count for the slot before them
     * @param good good events, {@code 0 <= good <= total}
     * @param total events
     * @throws IllegalArgumentException naming the first slot that breaks one of these
     */
    public static SlotSeries of(long resolutionSeconds, long[] starts, long[] good, long[] total) {
        if (resolutionSeconds <= 0) {
            throw new IllegalArgumentException("resolution must be positive, in seconds: " + resolutionSeconds);
        }
        if (starts.length != good.length || starts.length != total.length) {
            throw new IllegalArgumentException(
                    "as many starts as good and total: " + starts.length + ", " + good.length + ", " + total.length);
        }
        for (int i = 0; i < starts.length; i++) {
            if (i > 0 && starts[i] <= starts[i - 1]) {
                throw new IllegalArgumentException(
                        "slots must ascend, one a start: " + starts[i] + " after " + starts[i - 1]);
            }
            if (good[i] < 0 || good[i] > total[i]) {
                throw new IllegalArgumentException("slot at " + starts[i] + " must have 0 <= good <= total: good "
                        + good[i] + ", total " + total[i]);
            }
        }
        return new SlotSeries(resolutionSeconds, starts.clone(), good.clone(), total.clone());
    }

    /** Length of a slot in seconds. */
    public long resolutionSeconds() {
        return resolutionSeconds;
    }

    /** Number of slots. */
    public int size() {
        return starts.length;
    }

    /** Start of slot {@code index}, in epoch seconds. */
    public long start(int index) {
        return starts[index];
    }

    /** Start of the grid's slot that slot {@code index} stands for. */
    public long gridStart(int index) {
        return Math.floorDiv(starts[index], resolutionSeconds) * resolutionSeconds;
    }

    /** Good events of slot {@code index}. */
    public long good(int index) {
        return good[index];
    }

    /** Events of slot {@code index}. */
    public long total(int index) {
        return total[index];
    }

    @Override
    public String toString() {
        return "SlotSeries of " + resolutionSeconds + " s at " + Arrays.toString(starts);
    }
}
