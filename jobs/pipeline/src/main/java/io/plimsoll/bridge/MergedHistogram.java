package io.plimsoll.bridge;

import io.plimsoll.statistics.sketch.LogHistogram;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;
import org.jspecify.annotations.Nullable;

/** Adds up encoded histograms; no bytes stand for a group in which every histogram is null. */
final class MergedHistogram extends Aggregator<byte[], byte[], byte[]> {

    private static final long serialVersionUID = 1L;

    @Override
    public byte[] zero() {
        return new byte[0];
    }

    @Override
    public byte[] reduce(byte[] merged, byte @Nullable [] histogram) {
        return histogram == null ? merged : merge(merged, histogram);
    }

    @Override
    public byte[] merge(byte[] one, byte[] other) {
        if (one.length == 0) {
            return other;
        }
        return other.length == 0
                ? one
                : LogHistogram.decoded(one).plus(LogHistogram.decoded(other)).encoded();
    }

    @Override
    @SuppressWarnings("NullAway") // Spark's own contract: an aggregate without input is null.
    public byte[] finish(byte[] merged) {
        return merged.length == 0 ? null : merged;
    }

    @Override
    public Encoder<byte[]> bufferEncoder() {
        return Encoders.BINARY();
    }

    @Override
    public Encoder<byte[]> outputEncoder() {
        return Encoders.BINARY();
    }
}
