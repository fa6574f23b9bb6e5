package io.plimsoll.statistics.promise;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * The outages of an objective that counts events, slices or seconds, from what each hour asked of it and how much of that was bad.
 *
 * <p>An outage is a run of hours with something bad in them, within one UTC month. It is as long as its bad part of the month's total would be of a month of 30 days,
 * so that the months' downtimes add up to what the objective itself says of them.
 */
public final class AttainedHours {
    /** Length of the months that durations are given for. */
    public static final double MONTH_SECONDS = 30 * 86_400.0;

    private static final long DAY_HOURS = 24;

    private AttainedHours() {}

    /**
     * The history of the months that are over and were on record from their first day on; a month of which nothing was asked is left out.
     *
     * @param firstHour hours since 1970 of the first values
     * @param bad of each hour, not negative; NaN where nothing was received
     * @param total of each hour; NaN where nothing was received
     * @param end first day that is not looked at; its month is not over
     * @throws IllegalArgumentException when the arrays differ in length
     */
    public static OutageHistory history(long firstHour, double[] bad, double[] total, LocalDate end) {
        if (bad.length != total.length) {
            throw new IllegalArgumentException(bad.length + " hours of bad and " + total.length + " of total");
        }
        List<Integer> counts = new ArrayList<>();
        List<Double> durations = new ArrayList<>();
        for (YearMonth month = firstMonth(firstHour);
                month.isBefore(YearMonth.from(end));
                month = month.plusMonths(1)) {
            int from = index(month, firstHour, bad.length);
            int to = index(month.plusMonths(1), firstHour, bad.length);
            double asked = sum(total, from, to);
            if (asked > 0) {
                counts.add(addOutages(bad, from, to, MONTH_SECONDS / asked, durations));
            }
        }
        return OutageHistory.of(
                MONTH_SECONDS,
                counts.stream().mapToInt(Integer::intValue).toArray(),
                durations.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static YearMonth firstMonth(long firstHour) {
        LocalDate first = LocalDate.ofEpochDay(Math.floorDiv(firstHour, DAY_HOURS));
        return first.getDayOfMonth() == 1
                ? YearMonth.from(first)
                : YearMonth.from(first).plusMonths(1);
    }

    private static int index(YearMonth month, long firstHour, int length) {
        long hour = month.atDay(1).toEpochDay() * DAY_HOURS - firstHour;
        return (int) Math.max(0, Math.min(hour, length));
    }

    private static int addOutages(double[] bad, int from, int to, double secondsEach, List<Double> durations) {
        int outages = 0;
        double run = 0;
        for (int hour = from; hour <= to; hour++) {
            if (hour < to && bad[hour] > 0) {
                run += bad[hour];
            } else if (run > 0) {
                durations.add(run * secondsEach);
                outages++;
                run = 0;
            }
        }
        return outages;
    }

    private static double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += Double.isNaN(values[i]) ? 0 : values[i];
        }
        return sum;
    }
}
