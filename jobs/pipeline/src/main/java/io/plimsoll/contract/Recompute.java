package io.plimsoll.contract;

/** Which partitions of a table a change of its inputs touches. */
public sealed interface Recompute {

    /** The table is rebuilt as one; it is written only when a row differs. */
    record Whole() implements Recompute {}

    /**
     * Partitioned by {@code day} (DATE, UTC). A changed input day {@code d} touches the days {@code d - before} to
     * {@code d + after}.
     *
     * @param before days before a changed day that read it
     * @param after days after a changed day that read it, such as the length of a rolling window
     */
    record ByDay(int before, int after) implements Recompute {}

    /**
     * Partitioned by {@code period_start} (DATE). A changed input day touches every period of any unit and zone that it can
     * lie in; moving {@code as_of} touches the periods that it moves through.
     */
    record ByPeriod() implements Recompute {}

    /**
     * A snapshot a run, partitioned by {@code as_of} (DATE): a change of an input, or a new date, computes the partition of the
     * run's date. Earlier snapshots stay as they were, so that a movement can be told from noise.
     */
    record AsOf() implements Recompute {}

    /** The table is rebuilt as one. */
    static Recompute whole() {
        return new Whole();
    }

    /** A changed input day touches the same day. */
    static Recompute byDay() {
        return new ByDay(0, 0);
    }

    /** A changed input day touches the periods around it. */
    static Recompute byPeriod() {
        return new ByPeriod();
    }

    /** A snapshot of the run's date is added. */
    static Recompute asOf() {
        return new AsOf();
    }
}
