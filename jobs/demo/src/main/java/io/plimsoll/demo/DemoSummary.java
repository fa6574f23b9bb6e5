package io.plimsoll.demo;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What was written.
 *
 * @param asOf the day to run the workspace as of
 * @param measurementRows rows of indicator measurements in the landing folder, repeated ones included
 * @param truths figures in {@code truths.json} that a run must find
 */
public record DemoSummary(
        Path directory,
        LocalDate asOf,
        int services,
        int indicators,
        int agreements,
        long measurementRows,
        int truths) {}
