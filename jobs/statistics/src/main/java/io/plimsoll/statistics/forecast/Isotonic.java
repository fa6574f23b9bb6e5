package io.plimsoll.statistics.forecast;

/** Isotonic regression: the rising sequence nearest to a sequence of means. */
final class Isotonic {
    private Isotonic() {}

    /**
     * Pools neighbours until their means rise.
     *
     * <p>Source: Barlow and others (1972), Statistical Inference under Order Restrictions, the pool-adjacent-violators algorithm.
     *
     * @param sums of a place's observations
     * @param counts of them; a place with none takes the value before it, at the start the first one after
     */
    static double[] rising(double[] sums, double[] counts) {
        int places = sums.length;
        double[] blockSum = new double[places];
        double[] blockCount = new double[places];
        int[] blockEnd = new int[places];
        int blocks = 0;
        for (int place = 0; place < places; place++) {
            blockSum[blocks] = sums[place];
            blockCount[blocks] = counts[place];
            blockEnd[blocks] = place;
            blocks++;
            while (blocks > 1
                    && (blockCount[blocks - 2] == 0
                            || mean(blockSum, blockCount, blocks - 1) <= mean(blockSum, blockCount, blocks - 2))) {
                blocks--;
                blockSum[blocks - 1] += blockSum[blocks];
                blockCount[blocks - 1] += blockCount[blocks];
                blockEnd[blocks - 1] = blockEnd[blocks];
            }
        }
        double[] rising = new double[places];
        int place = 0;
        for (int block = 0; block < blocks; block++) {
            for (; place <= blockEnd[block]; place++) {
                rising[place] = mean(blockSum, blockCount, block);
            }
        }
        return rising;
    }

    private static double mean(double[] sums, double[] counts, int block) {
        return counts[block] > 0 ? sums[block] / counts[block] : 0;
    }
}
