package io.plimsoll.run;

import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.Lake;
import io.plimsoll.lake.PartitionChanges;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Which partitions of a table a run recomputes, from what changed since the table was last computed. */
final class Planner {

    private final Graph graph;
    private final RunOptions options;
    private final Map<String, LastRun> lastRuns;

    Planner(Graph graph, RunOptions options, Map<String, LastRun> lastRuns) {
        this.graph = graph;
        this.options = options;
        this.lastRuns = lastRuns;
    }

    /** The partitions to recompute given the inputs' versions now. */
    Touched touched(Table table, Map<String, Long> versions, Lake lake) {
        Touched touched = wanted(table, versions, lake);
        if (table.recompute() instanceof Recompute.AsOf && !touched.isNothing()) {
            return Touched.only(new TreeSet<>(List.of(options.asOf())), touched.reason());
        }
        return touched;
    }

    private Touched wanted(Table table, Map<String, Long> versions, Lake lake) {
        LastRun last = lastRuns.get(table.contract().name());
        if (options.full()) {
            return Touched.everything("a full run was asked for");
        }
        if (last == null) {
            return Touched.everything("it was never computed");
        }
        if (!last.definition().equals(Definition.of(table))) {
            return Touched.everything("its definition changed");
        }
        return movedAsOf(table, last.asOf()).and(forced(table)).and(changedInputs(table, last, versions, lake));
    }

    private Touched changedInputs(Table table, LastRun last, Map<String, Long> versions, Lake lake) {
        Touched touched = Touched.nothing();
        for (String input : table.inputs()) {
            long before = last.inputs().getOrDefault(input, Lake.ABSENT);
            long now = versions.getOrDefault(input, Lake.ABSENT);
            if (now != before) {
                TableContract contract = graph.contract(input);
                touched = touched.and(project(table, contract, lake.changes(contract, before, now)));
            }
        }
        return touched;
    }

    /** The partitions that a change of these partitions of an input touches. */
    static Touched project(Table table, TableContract input, PartitionChanges changes) {
        String reason = input.name() + " changed";
        if (changes.dates().isEmpty() || table.recompute() instanceof Recompute.Whole) {
            return changes.dates().map(NavigableSet::isEmpty).orElse(false)
                    ? Touched.nothing()
                    : Touched.everything(reason);
        }
        NavigableSet<LocalDate> dates = changes.dates().get();
        boolean periods = input.partitionedBy().contains("period_start");
        if (table.recompute() instanceof Recompute.ByDay byDay && !periods) {
            return Touched.only(Periods.widen(dates, byDay.before(), byDay.after()), reason + " on " + span(dates));
        }
        if (table.recompute() instanceof Recompute.ByPeriod) {
            return Touched.only(
                    periods ? new TreeSet<>(dates) : Periods.startsAround(dates), reason + " in " + span(dates));
        }
        return Touched.everything(reason);
    }

    private Touched movedAsOf(Table table, LocalDate before) {
        LocalDate now = options.asOf();
        if (before.equals(now) || !table.dependsOnAsOf()) {
            return Touched.nothing();
        }
        String reason = "as_of moves from " + before + " to " + now;
        NavigableSet<LocalDate> days =
                Periods.days(min(before, now).minusDays(2), max(before, now).plusDays(2));
        if (table.recompute() instanceof Recompute.ByPeriod) {
            return Touched.only(Periods.startsAround(days), reason);
        }
        return table.recompute() instanceof Recompute.ByDay ? Touched.only(days, reason) : Touched.everything(reason);
    }

    private Touched forced(Table table) {
        if (options.from().isEmpty() || options.to().isEmpty()) {
            return Touched.nothing();
        }
        LocalDate from = options.from().get();
        LocalDate to = options.to().get();
        String reason = from + " to " + to + " was asked for";
        if (table.recompute() instanceof Recompute.Whole || table.recompute() instanceof Recompute.AsOf) {
            return Touched.everything(reason);
        }
        NavigableSet<LocalDate> days = Periods.days(from, to);
        return Touched.only(
                table.recompute() instanceof Recompute.ByPeriod ? Periods.startsAround(days) : days, reason);
    }

    private static String span(NavigableSet<LocalDate> dates) {
        if (dates.isEmpty()) {
            return "no partition";
        }
        return dates.size() == 1
                ? dates.first().toString()
                : dates.size() + " partitions from " + dates.first() + " to " + dates.last();
    }

    private static LocalDate min(LocalDate left, LocalDate right) {
        return left.isBefore(right) ? left : right;
    }

    private static LocalDate max(LocalDate left, LocalDate right) {
        return left.isAfter(right) ? left : right;
    }
}
