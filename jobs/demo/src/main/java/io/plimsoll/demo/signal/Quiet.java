package io.plimsoll.demo.signal;

import io.plimsoll.demo.history.Span;

/** Nobody used the service: the tool reports slots with no events. */
public record Quiet(String indicator, Span span) {}
