package io.plimsoll.demo.signal;

import java.time.Instant;

/**
 * A metric of a resource is used otherwise than usual, from an instant on, until the next usage planted for it.
 *
 * @param metric as the resource names it
 */
public record Usage(String resource, String metric, Instant since, Draw draw) {}
