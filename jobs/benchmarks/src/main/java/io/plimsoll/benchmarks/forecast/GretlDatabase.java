package io.plimsoll.benchmarks.forecast;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a database of the econometrics package gretl: an index of two lines a series ({@code NAME description}, {@code M 1959.01 - 2022.09 n = 765}) and, in the same
 * order, its values as single precision numbers. Debian packages some as {@code gretl-data}.
 */
final class GretlDatabase {
    private static final float MISSING = -999;

    private GretlDatabase() {}

    /**
     * The monthly series that are positive throughout.
     *
     * @param database path of both files without {@code .idx} and {@code .bin}
     * @return in the order of the index
     */
    static List<double[]> monthly(Path database) throws IOException {
        List<String> index = Files.readAllLines(database.resolveSibling(database.getFileName() + ".idx"));
        FloatBuffer values = ByteBuffer.wrap(Files.readAllBytes(database.resolveSibling(database.getFileName() + ".bin")))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        List<double[]> found = new ArrayList<>();
        for (String line : index) {
            if (line.matches("[AQMWD] .* n = \\d+")) {
                double[] series = next(values, Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)));
                if (line.startsWith("M ") && isPositive(series)) {
                    found.add(series);
                }
            }
        }
        return found;
    }

    private static double[] next(FloatBuffer values, int count) {
        double[] series = new double[count];
        for (int i = 0; i < count; i++) {
            float value = values.get();
            series[i] = value == MISSING ? Double.NaN : value;
        }
        return series;
    }

    private static boolean isPositive(double[] series) {
        for (double value : series) {
            if (value <= 0) {
                return false;
            }
        }
        return true;
    }
}
