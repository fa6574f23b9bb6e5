package io.plimsoll.bronze;

import static org.apache.spark.sql.functions.col;

import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.Lake;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A mark beside the ledger that stands while a batch is being written. When an ingestion finds one, the process before it died
 * between its first row and its ledger entry: the rows that no ledger entry knows are removed, and the files are read again.
 */
final class UnfinishedBatch {

    private final Lake lake;
    private final Path mark;

    UnfinishedBatch(Lake lake) {
        this.lake = lake;
        this.mark = new Path(lake.path(BronzeTables.INGESTED_FILE.name()) + "_unfinished");
    }

    void begin() {
        try {
            fileSystem().create(mark, true).close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void end() {
        try {
            fileSystem().delete(mark, false);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean isThere() {
        try {
            return fileSystem().exists(mark);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void removeRowsAfter(long lastBatch) {
        for (TableContract contract : BronzeTables.all()) {
            if (!contract.equals(BronzeTables.INGESTED_FILE)) {
                lake.delete(contract, col(BronzeTables.BATCH_ID.name()).gt(lastBatch));
            }
        }
    }

    private FileSystem fileSystem() throws IOException {
        return mark.getFileSystem(lake.session().sparkContext().hadoopConfiguration());
    }
}
