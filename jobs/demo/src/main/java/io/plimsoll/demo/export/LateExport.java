package io.plimsoll.demo.export;

import io.plimsoll.demo.LateDelivery;
import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Monitor;
import io.plimsoll.demo.company.Tools;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.story.LateCorrection;
import java.util.List;
import java.util.Map;

/** What a tool delivers after the newest month was sealed, in a folder of its own until it is time. */
public final class LateExport {

    private LateExport() {}

    /** Writes the file that corrects slots which were delivered before. */
    public static LateDelivery write(World world, Landing landing) {
        String file = Tools.PROMETHEUS + "/correction-" + LateCorrection.month(world.history()) + ".json.gz";
        List<Map.Entry<Indicator, Monitor>> corrected = world.company().measuredBy(Tools.PROMETHEUS).stream()
                .filter(pair -> pair.getKey().name().equals(LateCorrection.INDICATOR))
                .toList();
        try (LandingFile late = landing.create("late/" + file)) {
            PrometheusExport.answer(
                    LateCorrection.corrected(world), corrected, LateCorrection.span(world.history()), late);
        }
        return new LateDelivery("late/" + file, "landing/" + file, LateCorrection.month(world.history()));
    }
}
