package io.plimsoll.run;

import java.util.Map;

/**
 * What earlier runs did.
 *
 * @param lastRuns what each table was last computed from, by table
 * @param lastRunId number of the newest run; 0 before the first
 */
public record RunHistory(Map<String, LastRun> lastRuns, long lastRunId) {

    /** The number of the next run. */
    public long nextRunId() {
        return lastRunId + 1;
    }
}
