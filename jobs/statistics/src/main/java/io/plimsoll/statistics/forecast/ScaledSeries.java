package io.plimsoll.statistics.forecast;

/** A series on a scale, with no missing values. */
@SuppressWarnings("ArrayRecordComponent") // shared by candidates, never compared
record ScaledSeries(Scale scale, double[] values) {
    static ScaledSeries of(Scale scale, double[] values) {
        return new ScaledSeries(scale, scale == Scale.IDENTITY ? values : scale.to(values));
    }
}
