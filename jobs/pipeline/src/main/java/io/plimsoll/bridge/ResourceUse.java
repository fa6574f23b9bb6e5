package io.plimsoll.bridge;

import io.plimsoll.statistics.capacity.UsageSummary;
import java.util.Arrays;
import java.util.Optional;

/** The hours of one resource and metric that a plan looks at. */
final class ResourceUse {

    /** Hours that percentiles look back on: a quarter. */
    static final int RECENT_HOURS = 90 * 24;

    private static final int DAY_HOURS = 24;

    private final double[] means;
    private final double[] peaks;
    private final long firstHour;

    /** Mean use and highest sample of each hour, NaN where none was received; the first hour counts from 1970. */
    private ResourceUse(double[] means, double[] peaks, long firstHour) {
        this.means = means;
        this.peaks = peaks;
        this.firstHour = firstHour;
    }

    /** The hours of a series before a day's start. */
    static ResourceUse of(Series series, long endDay) {
        long end = endDay * DAY_HOURS;
        return new ResourceUse(series.until(0, end), series.until(1, end), series.firstStep());
    }

    /** Mean use of the recent hours; coverage counts from the first hour on record. Empty without any. */
    Optional<UsageSummary> recentMeans() {
        double[] recent = recent(means);
        return UsageSummary.of(recent, recent.length);
    }

    /** Highest samples of the recent hours. */
    double[] recentPeaks() {
        return recent(peaks);
    }

    /** The highest recent sample; NaN without any. */
    double highest() {
        return Arrays.stream(recentPeaks()).filter(Double::isFinite).max().orElse(Double.NaN);
    }

    /** The mean use of each day's busiest hour; NaN for a day without any. The first and last days may be parts of one. */
    double[] busiestHours() {
        if (means.length == 0) {
            return new double[0];
        }
        long firstDay = Math.floorDiv(firstHour, (long) DAY_HOURS);
        int days = Math.toIntExact(Math.floorDiv(firstHour + means.length - 1, (long) DAY_HOURS) - firstDay + 1);
        double[] busiest = new double[days];
        Arrays.fill(busiest, Double.NaN);
        for (int hour = 0; hour < means.length; hour++) {
            int day = (int) (Math.floorDiv(firstHour + hour, (long) DAY_HOURS) - firstDay);
            if (!Double.isNaN(means[hour])) {
                busiest[day] = Double.isNaN(busiest[day]) ? means[hour] : Math.max(busiest[day], means[hour]);
            }
        }
        return busiest;
    }

    private static double[] recent(double[] values) {
        return Arrays.copyOfRange(values, Math.max(0, values.length - RECENT_HOURS), values.length);
    }
}
