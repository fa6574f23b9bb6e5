package io.plimsoll.demo.signal;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Monitor;
import io.plimsoll.demo.company.Resource;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.history.Span;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** The past as it truly was: a company, the days told, what happened on them, and the noise of ordinary life. */
public record World(History history, Company company, Events events, Noise noise) {

    /** The counts of {@code indicator} as {@code monitor} sees them. */
    public CountSignal counts(Indicator indicator, Monitor monitor) {
        return new CountSignal(
                monitor.load(),
                monitor.slotSeconds(),
                zone(indicator),
                stream(indicator, monitor),
                events.faultsOf(indicator.name()),
                events.quietsOf(indicator.name()));
    }

    /** The latency of {@code indicator} as {@code monitor} sees it. */
    public ValueSignal values(Indicator indicator, Monitor monitor) {
        return new ValueSignal(
                monitor.load(),
                monitor.slotSeconds(),
                zone(indicator),
                stream(indicator, monitor),
                events.faultsOf(indicator.name()));
    }

    /** The state history of {@code indicator}, as its tool of record sees it. */
    public StateSignal states(Indicator indicator) {
        return states(indicator, indicator.record());
    }

    /** The state history of {@code indicator} while {@code monitor} watched it. */
    public StateSignal states(Indicator indicator, Monitor monitor) {
        return new StateSignal(
                events.faultsOf(indicator.name()).stream().map(Fault::span).toList(),
                events.gapsOf(indicator.name(), monitor.tool()));
    }

    /** How much is used of a metric of {@code resource}. */
    public UsageSignal usage(Resource resource, String metric) {
        Noise own = noise.stream("usage|" + resource.name() + "|" + metric);
        List<Usage> usages = new ArrayList<>(List.of(usual(resource, metric, own)));
        usages.addAll(events.usagesOf(resource.name(), metric));
        return new UsageSignal(resource, company.service(resource.service()).zone(), own, usages);
    }

    /** Bought to the target and used nearly to it: storage fills slowly, the rest follows the office hours. */
    private Usage usual(Resource resource, String metric, Noise own) {
        double target = resource.targetUtilisation().doubleValue();
        Draw draw = metric.equals("storage")
                ? Draw.stored(target * (0.80 + 0.06 * own.uniform(-1)), 0.0001 + 0.0002 * own.uniform(-2), 0.004)
                : Draw.busy(target * (0.88 + 0.06 * own.uniform(-1)), 0, 0.04);
        return new Usage(resource.name(), metric, history.from(), draw);
    }

    /** The time over which {@code monitor} has measured. */
    public Span record(Monitor monitor) {
        return new Span(history.from().minus(Duration.ofDays(monitor.daysBefore())), history.to());
    }

    /** Visits the start of every slot of {@code monitor} inside {@code span} that is on its record, oldest first. */
    public void forEachReceived(Indicator indicator, Monitor monitor, Span span, LongConsumer visit) {
        List<Span> gaps = events.gapsOf(indicator.name(), monitor.tool());
        long step = monitor.slotSeconds();
        long first =
                Math.max(span.from().getEpochSecond(), record(monitor).from().getEpochSecond());
        long last = Math.min(span.to().getEpochSecond(), history.to().getEpochSecond());
        for (long start = -Math.floorDiv(-first, step) * step; start < last; start += step) {
            if (!Span.anyContains(gaps, start)) {
                visit.accept(start);
            }
        }
    }

    private ZoneId zone(Indicator indicator) {
        return company.service(indicator.service()).zone();
    }

    private Noise stream(Indicator indicator, Monitor monitor) {
        return noise.stream(indicator.name() + "|" + monitor.tool());
    }
}
