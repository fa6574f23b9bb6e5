package io.plimsoll.lake;

import java.time.Instant;

/**
 * A table as its Delta log describes it, without reading its data.
 *
 * @param version newest version
 * @param rows live rows
 * @param partitions partitions with at least one file; 1 for an unpartitioned table
 * @param writtenAt when the newest version was committed
 */
public record TableState(long version, long rows, long partitions, Instant writtenAt) {}
