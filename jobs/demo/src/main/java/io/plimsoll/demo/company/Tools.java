package io.plimsoll.demo.company;

/** Names of the tools that measure indicators; each is the name of its source in the settings too. */
public final class Tools {

    public static final String PROMETHEUS = "prometheus-eu";
    public static final String CLOUDWATCH = "cloudwatch-us";
    public static final String JOURNEY_ROBOT = "journey-robot";
    public static final String UPTIME_PROBE = "uptime-probe";
    public static final String MAINFRAME = "mainframe-scheduler";
    public static final String STATUS_MONITOR = "status-monitor";
    public static final String EDGE_WATCH = "edge-watch";

    private Tools() {}
}
