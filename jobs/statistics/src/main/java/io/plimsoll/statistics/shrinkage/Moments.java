package io.plimsoll.statistics.shrinkage;

/** Weighted mean and spread of members' figures, and how much of the spread is not chance. */
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
     * Variance between members, when a figure of weight {@code w} varies by {@code chance/w}: {@code (Q − (m − 1)·chance) / (W − ΣW²/W)} (DerSimonian and Laird 1986; Kleinman 1973). 0 or
     * below means chance explains it all; 0 for fewer than two members.
     */
    double between(double chance) {
        double room = members < 2 ? 0 : weight - weightSquares / weight;
        return room <= 0 ? 0 : (squares - (members - 1) * chance) / room;
    }
}
