package io.plimsoll.demo.truth;

import java.math.BigDecimal;

/** A running sum of good and total, and of what was expected and received. */
final class Account {

    private long good;
    private double goodShares;
    private long total;
    private long expected;
    private long received;
    private long unknown;

    void add(long goodEvents, long totalEvents) {
        good += goodEvents;
        total += totalEvents;
    }

    void addShare(double share) {
        goodShares += share;
        total++;
    }

    void addSecond(boolean known, boolean ok) {
        if (known) {
            add(ok ? 1 : 0, 1);
        } else {
            unknown++;
        }
    }

    void expect(boolean arrived) {
        expected++;
        received += arrived ? 1 : 0;
    }

    BigDecimal good() {
        return goodShares == 0 ? BigDecimal.valueOf(good) : BigDecimal.valueOf(good + goodShares);
    }

    BigDecimal total() {
        return BigDecimal.valueOf(total);
    }

    double ratio() {
        return total == 0 ? Double.NaN : (good + goodShares) / total;
    }

    long unknown() {
        return unknown;
    }

    /** Received over expected, 0 when nothing was expected. */
    double coverage() {
        return expected == 0 ? 0 : (double) received / expected;
    }
}
