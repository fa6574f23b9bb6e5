package io.plimsoll.demo.signal;

import io.plimsoll.demo.history.Span;

/** The tool did not watch, or what it saw never arrived: no slot is received; a state is UNKNOWN. */
public record Gap(String indicator, String tool, Span span) {}
