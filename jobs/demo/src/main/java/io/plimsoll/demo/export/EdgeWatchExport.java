package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Monitor;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Tools;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.StateChange;
import io.plimsoll.demo.signal.World;
import java.time.Instant;
import java.util.List;

/**
 * JSON lines of a hired watch outside, one file a month. It looks once in a slot of its monitor, 27 seconds into it, so it sees a
 * change a little late; its first line of a check says that the watch began.
 */
final class EdgeWatchExport implements Export {

    private static final long LOOKS_AT_SECOND = 27;

    @Override
    public List<Source> sources(World world) {
        if (world.company().measuredBy(Tools.EDGE_WATCH).isEmpty()) {
            return List.of();
        }
        return List.of(Source.of(Tools.EDGE_WATCH, "state_change", "jsonl", "landing/edge-watch/*.jsonl")
                .column("sli_id", "target")
                .column("changed_at", "timestamp_seconds(seen)")
                .column("state", "case verdict when 'reachable' then 'OK' else 'PROBLEM' end"));
    }

    @Override
    public void write(World world, Landing landing) {
        world.history().months().forEach(month -> {
            try (LandingFile file = landing.create("landing/edge-watch/" + month + ".jsonl")) {
                world.company()
                        .measuredBy(Tools.EDGE_WATCH)
                        .forEach(pair -> writeCheck(
                                world.states(pair.getKey(), pair.getValue()).changes(),
                                pair.getKey().name(),
                                pair.getValue(),
                                world.history().told(month),
                                world.history().from(),
                                file));
            }
        });
    }

    private static void writeCheck(
            List<StateChange> changes, String check, Monitor monitor, Span month, Instant began, LandingFile file) {
        if (month.contains(began)) {
            file.line(line(check, began, "OK"));
        }
        for (StateChange change : changes) {
            Instant seen = seen(change.at(), monitor.slotSeconds());
            if (seen.isAfter(began) && month.contains(seen)) {
                file.line(line(check, seen, change.state()));
            }
        }
    }

    private static String line(String check, Instant seen, String state) {
        return JsonText.line(Ordered.map("target", check)
                .and("seen", seen.getEpochSecond())
                .and("verdict", state.equals("OK") ? "reachable" : "unreachable")
                .build());
    }

    /** The first look at or after a change. */
    private static Instant seen(Instant change, long period) {
        long late = Math.floorMod(LOOKS_AT_SECOND - change.getEpochSecond(), period);
        return change.plusSeconds(late);
    }
}
