package io.plimsoll.source.format;

import org.apache.spark.sql.api.java.UDF2;

/**
 * Numbers the records of a file from 1. A large file is read in blocks by several tasks; there the position is the block's first
 * byte plus the number within the block, which still grows in file order because a record has at least one byte. Each task has
 * its own counter and sees the records of a block one after another.
 */
final class RowCounter implements UDF2<String, Long, Long> {

    private static final long serialVersionUID = 1L;

    private String path = "";
    private long block = -1;
    private long number;

    @Override
    public Long call(String filePath, Long blockStart) {
        if (blockStart != block || !filePath.equals(path)) {
            path = filePath;
            block = blockStart;
            number = 0;
        }
        number++;
        return block + number;
    }
}
