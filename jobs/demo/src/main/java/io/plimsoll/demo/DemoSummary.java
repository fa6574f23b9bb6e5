package io.plimsoll.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was written.
 *
 * @param asOf the day to run the workspace as of
 * @param measurementRows rows of indicator measurements in the landing folder, repeated ones included
 * @param truths figures in {@code truths.json} that a run must find
 * @param late the file that comes after the newest month was sealed; what must be found then stands in {@code truths-late.json}.
 *     Empty when the past does not end with a month or the service that it is about does not run
 */
public record DemoSummary(
        Path directory,
        LocalDate asOf,
        int services,
        int indicators,
        int agreements,
        long measurementRows,
        int truths,
        Optional<LateDelivery> late) {}
