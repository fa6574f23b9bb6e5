package io.plimsoll.demo.signal;

import io.plimsoll.demo.history.Span;
import java.util.List;
import java.util.stream.Stream;

/** Everything that happened beside ordinary days. */
public record Events(
        List<Fault> faults,
        List<Quiet> quiets,
        List<Gap> gaps,
        List<Maintenance> maintenance,
        List<WeeklyMaintenance> weeklyMaintenance) {

    public Events {
        faults = List.copyOf(faults);
        quiets = List.copyOf(quiets);
        gaps = List.copyOf(gaps);
        maintenance = List.copyOf(maintenance);
        weeklyMaintenance = List.copyOf(weeklyMaintenance);
    }

    /** What went wrong with one indicator. */
    public List<Fault> faultsOf(String indicator) {
        return faults.stream().filter(f -> f.indicator().equals(indicator)).toList();
    }

    /** When nobody used what the indicator measures. */
    public List<Span> quietsOf(String indicator) {
        return quiets.stream()
                .filter(q -> q.indicator().equals(indicator))
                .map(Quiet::span)
                .toList();
    }

    /** When {@code tool} did not watch the indicator. */
    public List<Span> gapsOf(String indicator, String tool) {
        return gaps.stream()
                .filter(g -> g.indicator().equals(indicator) && g.tool().equals(tool))
                .map(Gap::span)
                .toList();
    }

    /** Every single window, with the occurrences of the weekly ones. */
    public List<Maintenance> allMaintenance() {
        Stream<Maintenance> recurring = weeklyMaintenance.stream()
                .flatMap(series -> series.occurrences()
                        .map(span -> new Maintenance(
                                series.uid() + "@" + span.from(),
                                series.scope(),
                                span,
                                series.createdAt(),
                                "change board",
                                "planned")));
        return Stream.concat(maintenance.stream(), recurring).toList();
    }
}
