package io.plimsoll.statistics.forecast.model;

/** What the regression line adds to the level: {@code A(1 − α)^t + B(1 − (1 − α)^{t+1})/α}, after {@code t} values. */
final class ThetaLine {
    private final double alpha;
    private final boolean isDynamic;
    private double intercept;
    private double slope;
    private double mean;
    private double power;
    private int count = 1;

    ThetaLine(ThetaFit.StartingLine line, double alpha, double first) {
        this.alpha = alpha;
        isDynamic = line.isDynamic();
        intercept = line.intercept();
        slope = line.slope();
        mean = first;
        power = 1 - alpha;
    }

    ThetaLine(ThetaLine other) {
        alpha = other.alpha;
        isDynamic = other.isDynamic;
        intercept = other.intercept;
        slope = other.slope;
        mean = other.mean;
        power = other.power;
        count = other.count;
    }

    double pull() {
        return intercept * power + slope * (1 - power * (1 - alpha)) / alpha;
    }

    void see(double value) {
        if (isDynamic) {
            double before = mean;
            mean = (count * before + value) / (count + 1);
            slope = ((count - 1) * slope + 6 * (value - before) / (count + 1)) / (count + 2);
            intercept = mean - slope * (count + 2) / 2;
        }
        power *= 1 - alpha;
        count++;
    }
}
