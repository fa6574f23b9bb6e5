package io.plimsoll.source;

import io.plimsoll.config.Problem;
import java.util.List;
import java.util.Map;

/**
 * New files of a source after a look at each.
 *
 * @param batches files that can be read, grouped by their columns
 * @param unfit files whose columns do not fit the mapping: path to the problems
 */
public record Fitted(List<Batch> batches, Map<String, List<Problem>> unfit) {

    /** Whether not one file fits, so that the mapping is at fault rather than the files. */
    public boolean fitsNothing() {
        return batches.isEmpty() && !unfit.isEmpty();
    }
}
