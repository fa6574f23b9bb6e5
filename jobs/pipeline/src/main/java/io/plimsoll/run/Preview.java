package io.plimsoll.run;

import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.Lake;
import io.plimsoll.lake.PartitionChanges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run would recompute, without computing it. What it says of a table is an upper bound: a table that is recomputed
 * without a difference is not written, and its readers then have nothing to do.
 */
public final class Preview {

    private final Graph graph;
    private final Lake lake;
    private final Planner planner;

    /**
     * A preview for the given lake.
     *
     * @param lastRuns what each table was last computed from
     */
    public Preview(Graph graph, Lake lake, RunOptions options, Map<String, LastRun> lastRuns) {
        this.graph = graph;
        this.lake = lake;
        this.planner = new Planner(graph, options, lastRuns);
    }

    /**
     * A table that would be recomputed.
     *
     * @param table its name
     * @param touched partitions and reason
     */
    public record Planned(String table, Touched touched) {}

    /**
     * The tables that would be recomputed, inputs before readers.
     *
     * @param coming what the run would write before it computes: bronze and catalogue tables by name
     */
    public List<Planned> plan(Map<String, PartitionChanges> coming) {
        Map<String, Long> versions = new HashMap<>();
        for (TableContract contract : graph.contracts()) {
            versions.put(contract.name(), lake.version(contract.name()));
        }
        Map<String, PartitionChanges> changes = new HashMap<>(coming);
        List<Planned> planned = new ArrayList<>();
        for (Table table : graph.inOrder()) {
            Touched touched = touched(table, versions, changes);
            if (!touched.isNothing()) {
                planned.add(new Planned(table.contract().name(), touched));
                boolean parts = !(table.recompute() instanceof Recompute.Whole);
                changes.put(
                        table.contract().name(),
                        parts ? new PartitionChanges(touched.partitions()) : PartitionChanges.everything());
            }
        }
        return planned;
    }

    private Touched touched(Table table, Map<String, Long> versions, Map<String, PartitionChanges> changes) {
        boolean isAbsent = versions.getOrDefault(table.contract().name(), Lake.ABSENT) == Lake.ABSENT;
        if (isAbsent && !isFed(table, versions, changes)) {
            return Touched.nothing();
        }
        Touched touched = planner.touched(table, versions, lake);
        for (String input : table.inputs()) {
            PartitionChanges change = changes.get(input);
            if (change != null) {
                touched = touched.and(Planner.project(table, graph.contract(input), change));
            }
        }
        return touched;
    }

    private boolean isFed(Table table, Map<String, Long> versions, Map<String, PartitionChanges> changes) {
        return graph.isFed(
                table, input -> changes.containsKey(input) || versions.getOrDefault(input, Lake.ABSENT) != Lake.ABSENT);
    }
}
