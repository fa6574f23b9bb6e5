package io.plimsoll.statistics.forecast;

/** The scale on which a model sees a series. */
enum Scale {
    IDENTITY("") {
        @Override
        double to(double value) {
            return value;
        }

        @Override
        double from(double scaled) {
            return scaled;
        }
    },
    LOG("log ") {
        @Override
        double to(double value) {
            return Math.log(value);
        }

        @Override
        double from(double scaled) {
            return Math.exp(scaled);
        }
    },
    /** The ends of [0, 1] have no logit; they stand for the nearest number that has a modest one. */
    LOGIT("logit ") {
        @Override
        double to(double value) {
            double inside = Math.min(1 - NEAREST_TO_END, Math.max(NEAREST_TO_END, value));
            return Math.log(inside / (1 - inside));
        }

        @Override
        double from(double scaled) {
            return 1 / (1 + Math.exp(-scaled));
        }
    };

    private static final double NEAREST_TO_END = 1e-3;
    private final String prefix;

    Scale(String prefix) {
        this.prefix = prefix;
    }

    abstract double to(double value);

    abstract double from(double scaled);

    String prefix() {
        return prefix;
    }

    double[] to(double[] values) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = to(values[i]);
        }
        return scaled;
    }

    void fromInPlace(double[] scaled) {
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = from(scaled[i]);
        }
    }
}
