package io.plimsoll.statistics.shrinkage;

/** Weighted mean and spread of members' figures. */
final class Moments {
    private double weight;
    private double weightSquares;
    private double mean;
    private double squares;
    private int members;

    void add(double figure, double figureWeight) {
        weight += figureWeight;
        weightSquares += figureWeight * figureWeight;
        members++;
        double step = figure - mean;
        mean += step * figureWeight / weight;
        squares += figureWeight * step * (figure - mean);
    }

    double weight() {
        return weight;
    }

    double mean() {
        return mean;
    }

    /**
     * Spread between members as it is seen, with the part of chance in it: {@code Q / (W − ΣW²/W)}, which on average is {@code (m − 1)·chance / (W − ΣW²/W)} above the variance between them (DerSimonian
     * and Laird 1986). The part is left in because it is the larger the less is on record: taken out, members would pass for alike as soon as little is known of them, and all the surer of
     * their class. This is what the estimate without it comes to with ever more of the same; no smaller one keeps a member without a record from looking surer the less its class shows. 0 for
     * fewer than two members.
     */
    double between() {
        double room = members < 2 ? 0 : weight - weightSquares / weight;
        return room <= 0 ? 0 : squares / room;
    }
}
