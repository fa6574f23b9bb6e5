package io.plimsoll.demo.signal;

import io.plimsoll.demo.history.Span;

/**
 * Something went wrong with an indicator.
 *
 * @param share share of events that fail, in (0, 1]; 1 is a total outage. A latency grows by three times this share; a state is a PROBLEM.
 */
public record Fault(String indicator, Span span, double share) {}
