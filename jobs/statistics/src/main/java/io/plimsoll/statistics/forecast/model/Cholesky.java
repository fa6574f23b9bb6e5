package io.plimsoll.statistics.forecast.model;

/** Solves small systems of normal equations in place. */
final class Cholesky {
    private Cholesky() {}

    /**
     * Solves {@code A·x = b} for a positive definite A.
     *
     * @param matrix its lower half; overwritten by its root
     */
    static double[] solve(double[][] matrix, double[] right) {
        double[] x = new double[right.length];
        solve(matrix, right, x);
        return x;
    }

    /**
     * Solves {@code A·x = b} into {@code x}.
     *
     * @return {@code b·x}, in least squares what the solution explains of the squares
     */
    static double solve(double[][] matrix, double[] right, double[] x) {
        int size = x.length;
        factor(matrix, size);
        double explained = 0;
        for (int i = 0; i < size; i++) {
            double sum = right[i];
            for (int k = 0; k < i; k++) {
                sum -= matrix[i][k] * x[k];
            }
            x[i] = sum / matrix[i][i];
            explained += x[i] * x[i];
        }
        for (int i = size - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < size; k++) {
                sum -= matrix[k][i] * x[k];
            }
            x[i] = sum / matrix[i][i];
        }
        return explained;
    }

    private static void factor(double[][] matrix, int size) {
        for (int i = 0; i < size; i++) {
            double[] line = matrix[i];
            for (int j = 0; j <= i; j++) {
                double sum = line[j];
                for (int k = 0; k < j; k++) {
                    sum -= line[k] * matrix[j][k];
                }
                line[j] = i == j ? Math.sqrt(Math.max(sum, Double.MIN_NORMAL)) : sum / matrix[j][j];
            }
        }
    }
}
