package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.signal.World;
import java.time.LocalDate;
import java.util.List;

/** Workshops, rotations and trainings from the learning system, as CSV in the feed's own columns. */
final class CapabilityExport implements Export {

    private static final List<String> KINDS = List.of("workshop", "rotation", "training");

    @Override
    public List<Source> sources(World world) {
        return List.of(Source.of("learning-system", "capability_event", "csv", "landing/learning-system/*.csv")
                .option("header", true));
    }

    @Override
    public void write(World world, Landing landing) {
        List<String> teams = world.company().services().stream()
                .map(Service::team)
                .distinct()
                .sorted()
                .toList();
        try (LandingFile file = landing.create("landing/learning-system/events.csv")) {
            file.line("event_id,team_id,kind,at,people,partner_team_id");
            for (int i = 0; i < teams.size(); i++) {
                event(world, teams.get(i), teams.get((i + 1) % teams.size()), file);
            }
        }
    }

    private static void event(World world, String team, String partner, LandingFile file) {
        Noise own = world.noise().stream("capability|" + team);
        History history = world.history();
        LocalDate day =
                history.firstDay().plusDays(own.below((int) history.days().count(), 0));
        String kind = KINDS.get(own.below(KINDS.size(), 1));
        file.line(Csv.row(
                kind + "-" + team + "-" + day,
                team,
                kind,
                history.at(day, "13:00"),
                2 + own.below(7, 2),
                kind.equals("workshop") && !partner.equals(team) ? partner : null));
    }
}
