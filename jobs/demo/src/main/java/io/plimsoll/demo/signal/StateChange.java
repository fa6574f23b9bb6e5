package io.plimsoll.demo.signal;

import java.time.Instant;

/** A change that the status monitor logged; states are OK, PROBLEM, UNKNOWN. */
public record StateChange(Instant at, String state, String previous) {}
