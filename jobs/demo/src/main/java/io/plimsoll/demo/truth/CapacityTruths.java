package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Resource;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.signal.Usage;
import io.plimsoll.demo.signal.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** What is planned for the enterprise's resources as a whole: those that grow run out, and no others. */
public final class CapacityTruths {

    /** A shorter past does not show that something grows. */
    private static final int FEWEST_DAYS = 60;

    private static final double DAY_HOURS = 24;
    private static final double HIGHEST_OF_BAND = 0.4;

    private final World world;

    /** Truths about {@code world}. */
    public CapacityTruths(World world) {
        this.world = world;
    }

    /** Whether the past is long enough for a plan. */
    public static boolean canTell(History history) {
        return !history.endsOn().minusDays(FEWEST_DAYS).isBefore(history.firstDay());
    }

    /**
     * The share used at the start of the past of what grows by {@code aDay} when its busiest hour is full on {@code day}: at noon, four
     * fifths up in a band of width {@code noise}, which is where the highest of a day's hours lies.
     */
    public static double levelForFullOn(LocalDate day, double aDay, double noise, History history) {
        Duration until = Duration.between(history.from(), history.at(day, "12:00"));
        return 1 - HIGHEST_OF_BAND * noise - aDay * until.toHours() / DAY_HOURS;
    }

    /** The condition that a day lies between a plan's early and its late date. */
    public static String isBetweenTheDates(LocalDate day) {
        return "DATE'" + day + "' BETWEEN exhausts_p10_on AND exhausts_p90_on";
    }

    /** None where the past is too short. */
    public List<Truth> all() {
        if (!canTell(world.history())) {
            return List.of();
        }
        return List.of(
                counted("crossed", 0, "Nothing has run out."),
                counted("capacity_unknown", 0, "What there is of every resource is known."),
                counted("within_horizon", growing(), "Nothing runs out but what was seen to grow."));
    }

    private long growing() {
        return world.company().resources().stream()
                .flatMap(this::usages)
                .filter(usage -> usage.draw().aDay() > 0)
                .count();
    }

    private Stream<Usage> usages(Resource resource) {
        return resource.metrics().stream().flatMap(metric -> world.events().usagesOf(resource.name(), metric).stream());
    }

    private static Truth counted(String status, long rows, String sentence) {
        return new Truth(
                "capacity-" + status.replace('_', '-'),
                "gold.capacity_plan",
                Ordered.map("status", status).build(),
                Ordered.map("rows", rows).build(),
                sentence);
    }
}
