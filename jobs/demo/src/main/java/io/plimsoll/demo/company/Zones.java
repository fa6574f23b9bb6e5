package io.plimsoll.demo.company;

import java.time.ZoneId;

/** The zones in which the enterprise does business. */
public final class Zones {

    public static final ZoneId LONDON = ZoneId.of("Europe/London");
    public static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private Zones() {}
}
