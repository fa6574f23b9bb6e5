package io.plimsoll.demo.company;

/** A tool that measures an indicator, with the length of its slots in seconds and what it sees on a usual day. */
public record Monitor(String tool, int slotSeconds, Load load) {}
