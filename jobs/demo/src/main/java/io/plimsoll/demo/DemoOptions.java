package io.plimsoll.demo;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * How large an enterprise to write, and where.
 *
 * @param directory the workspace to make; absent or empty
 * @param services how many services, at least 1; the stories need the first sixteen
 * @param days length of the past in days, at least 1
 * @param seed equal seeds give equal bytes
 * @param endsOn the last day of the past
 */
public record DemoOptions(Path directory, int services, int days, long seed, LocalDate endsOn) {

    private static final int DEFAULT_SERVICES = 16;
    private static final int DEFAULT_DAYS = 100;
    private static final long DEFAULT_SEED = 1;

    public DemoOptions {
        if (services < 1) {
            throw new IllegalArgumentException("services must be at least 1, but is " + services);
        }
        if (days < 1) {
            throw new IllegalArgumentException("days must be at least 1, but is " + days);
        }
    }

    /** Sixteen services over the hundred days that end on 30 June 2026. */
    public static DemoOptions in(Path directory) {
        return new DemoOptions(directory, DEFAULT_SERVICES, DEFAULT_DAYS, DEFAULT_SEED, LocalDate.of(2026, 6, 30));
    }
}
