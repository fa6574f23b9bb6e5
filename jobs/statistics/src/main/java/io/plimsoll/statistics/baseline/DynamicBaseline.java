package io.plimsoll.statistics.baseline;

import java.util.ArrayList;
import java.util.List;

/**
 * Judges the values of one series as they come. It sees no value before its time, so what it says of one never changes afterwards.
 *
 * <p>The baseline is the median at the same time of day over the last seven days (at least two), or at the same time of week over the last four weeks (at least two), whichever was nearer of late;
 * before there are two days it is the median of the last short term. The medians forget a past incident and follow a shift of level after half their seasons; the record that a deviation must
 * beat follows at once, so a shift is one alert and not one a value.
 *
 * <p>Chosen over the residual above 4·1.4826·MAD, three of five values, whose false alarms on heavy-tailed metrics outnumber its finds; docs/methods.md has both measured.
 */
public final class DynamicBaseline {
    private static final long DAY = 86_400;

    private final BaselineRule rule;
    private final TimedValues past = new TimedValues();
    private final SeasonalExpectation daily = new SeasonalExpectation(DAY, 2, 7);
    private final SeasonalExpectation weekly = new SeasonalExpectation(7 * DAY, 2, 4);
    private final RecentRecord largestSingle;
    private final RecentRecord largestMean;
    private final RecentMean shortTerm;
    private final AlertHold hold;

    /** A series of which nothing is known yet. */
    public DynamicBaseline(BaselineRule rule) {
        this.rule = rule;
        this.largestSingle = new RecentRecord(rule.memory().toSeconds(), rule.fewestValues());
        this.largestMean = new RecentRecord(rule.memory().toSeconds(), rule.fewestValues());
        this.shortTerm = new RecentMean(rule.shortTerm().toSeconds());
        this.hold = new AlertHold(rule.hold());
    }

    /**
     * Judges a whole series.
     *
     * @param seconds epoch seconds, not descending; steps may differ
     * @param values one a time; NaN was not received: it is not judged and teaches nothing
     * @return one judgement a value, none for an empty series
     * @throws IllegalArgumentException when the arrays differ in length, time runs backwards or a value is infinite
     */
    public static List<Judgement> judge(long[] seconds, double[] values, BaselineRule rule) {
        if (seconds.length != values.length) {
            throw new IllegalArgumentException(
                    seconds.length + " times and " + values.length + " values: expected pairs");
        }
        DynamicBaseline baseline = new DynamicBaseline(rule);
        List<Judgement> judgements = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            judgements.add(baseline.next(seconds[i], values[i]));
        }
        return judgements;
    }

    /**
     * Judges the next value, then learns from it.
     *
     * @param second epoch seconds, not before the last one
     * @param value NaN was not received
     * @throws IllegalArgumentException when time runs backwards or the value is infinite
     */
    public Judgement next(long second, double value) {
        return next(second, value, rule.smallestDeviation());
    }

    /**
     * The same for a value that brings its own smallest deviation, such as what an error budget allows on that day.
     *
     * @param second epoch seconds, not before the last one
     * @param value NaN was not received
     * @param smallestDeviation below this nothing is an anomaly now, in place of the rule's; not negative
     * @throws IllegalArgumentException when time runs backwards or the value is infinite
     */
    public Judgement next(long second, double value, double smallestDeviation) {
        if (Double.isNaN(value)) {
            return Judgement.MISSING;
        }
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("value at " + second + " is " + value + ", not a number");
        }
        if (past.isEmpty()) {
            past.add(second, value);
            return Judgement.MISSING;
        }
        if (second < past.lastSecond()) {
            throw new IllegalArgumentException(
                    "value at " + second + " after one at " + past.lastSecond() + ": sort the series by time");
        }
        double expected = expect(second, value);
        Judgement judgement = judge(second, expected, Math.abs(value - expected), smallestDeviation);
        past.add(second, value);
        return judgement;
    }

    private double expect(long second, double value) {
        double today = daily.at(second, past);
        double thisWeekday = weekly.at(second, past);
        double expected = past.medianSince(second - rule.shortTerm().toSeconds());
        if (!Double.isNaN(today)) {
            expected = today;
        }
        if (!Double.isNaN(thisWeekday) && (Double.isNaN(today) || weekly.recentError() < daily.recentError())) {
            expected = thisWeekday;
        }
        if (!Double.isNaN(today) && !Double.isNaN(thisWeekday)) {
            daily.learn(second, Math.abs(value - today));
            weekly.learn(second, Math.abs(value - thisWeekday));
        }
        return expected;
    }

    private Judgement judge(long second, double expected, double deviation, double smallest) {
        double mean = shortTerm.with(second, deviation);
        double allowed = Math.max(rule.margin() * largestSingle.largest(second), smallest);
        double allowedMean = Math.max(rule.margin() * largestMean.largest(second), smallest);
        largestSingle.add(second, deviation);
        largestMean.add(second, mean);
        if (second - past.firstSecond() < rule.memory().toSeconds() || past.size() < rule.fewestValues()) {
            return new Judgement(expected, Double.POSITIVE_INFINITY, 0, false);
        }
        double score = Math.max(margins(deviation, allowed), margins(mean, allowedMean));
        return new Judgement(expected, allowed, score, hold.tells(second, score > 1));
    }

    private static double margins(double deviation, double allowed) {
        return deviation == 0 ? 0 : deviation / allowed;
    }
}
