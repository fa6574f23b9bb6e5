package io.plimsoll.bronze;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an ingestion did.
 *
 * @param batch its number; the last one's when there was nothing to read
 * @param sources in the order of the settings
 */
public record IngestionReport(long batch, List<SourceReport> sources) {

    /** Whether a source lost more than it may. */
    public boolean exceedsLimit() {
        return sources.stream().anyMatch(SourceReport::exceedsLimit);
    }

    /**
     * What became of one source's files that were new or changed.
     *
     * @param source its name
     * @param files files whose rows were read
     * @param rowsRead rows of these files
     * @param rowsAccepted rows that went to the feed's table
     * @param rowsRejected rows that went to {@code bronze.rejected_row}
     * @param duplicates files with content that had been read before
     * @param failed files that could not be read at all
     * @param maxRejected the share, in [0,1], that may be lost
     */
    public record SourceReport(
            String source,
            int files,
            long rowsRead,
            long rowsAccepted,
            long rowsRejected,
            int duplicates,
            List<FailedFile> failed,
            BigDecimal maxRejected) {

        /** Whether more was lost than may be: rows, or files that could not be read. */
        public boolean exceedsLimit() {
            return rowsExceedLimit() || filesExceedLimit();
        }

        /** Whether the share of rejected rows is greater than the limit. */
        public boolean rowsExceedLimit() {
            return exceeds(rowsRejected, rowsRead);
        }

        /** Whether the share of files rejected whole, among those that are no duplicates, is greater than the limit. */
        public boolean filesExceedLimit() {
            return exceeds(failed.size(), filesDelivered());
        }

        /** Files with content of their own: those whose rows were read and those rejected whole. */
        public int filesDelivered() {
            return files + failed.size();
        }

        private boolean exceeds(long lost, long all) {
            return BigDecimal.valueOf(lost).compareTo(maxRejected.multiply(BigDecimal.valueOf(all))) > 0;
        }
    }

    /**
     * A file that was rejected whole.
     *
     * @param path the file
     * @param error why
     */
    public record FailedFile(String path, String error) {}
}
