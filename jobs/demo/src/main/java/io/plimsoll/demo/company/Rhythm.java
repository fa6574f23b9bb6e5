package io.plimsoll.demo.company;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;

/** How demand moves over the local week; 1 is the busiest hour. */
public enum Rhythm {
    /** Machines that never sleep. */
    STEADY(0.85, 1.0),
    /** Office hours. */
    OFFICE(0.15, 0.25),
    /** Consumers: evenings and week-ends too. */
    CONSUMER(0.25, 0.9);

    private final double night;
    private final double weekend;

    Rhythm(double night, double weekend) {
        this.night = night;
        this.weekend = weekend;
    }

    /** Share of the busiest hour, in (0, 1], for the hour that {@code local} lies in. */
    public double at(ZonedDateTime local) {
        double day = local.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0 ? weekend : 1.0;
        int hour = local.getHour();
        double hourly = switch (this) {
            case STEADY -> hour >= 6 && hour < 22 ? 1.0 : night;
            case OFFICE -> hour >= 8 && hour < 18 ? 1.0 : night;
            case CONSUMER -> hour >= 17 && hour < 22 ? 1.0 : hour >= 8 && hour < 17 ? 0.7 : night;
        };
        return day * hourly;
    }
}
