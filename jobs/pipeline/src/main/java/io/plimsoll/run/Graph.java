package io.plimsoll.run;

import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tables in an order in which every input comes before its readers. Inputs that no table of the graph builds (bronze, ops,
 * catalogue tables) are its sources.
 */
public final class Graph {

    private final Map<String, Table> tables;
    private final Map<String, TableContract> contracts;

    private Graph(Map<String, Table> tables, Map<String, TableContract> contracts) {
        this.tables = tables;
        this.contracts = contracts;
    }

    /**
     * The graph of the given tables.
     *
     * @param built tables that a run builds, in any order
     * @param sources contracts of the tables that something else writes
     * @throws IllegalArgumentException when an input is nobody's table, a name stands twice or tables read each other in a
     *     cycle; the message names them
     */
    public static Graph of(List<Table> built, List<TableContract> sources) {
        Map<String, Table> byName = new LinkedHashMap<>();
        Map<String, TableContract> contracts = new LinkedHashMap<>();
        sources.forEach(contract -> put(contracts, contract));
        for (Table table : built) {
            byName.put(table.contract().name(), table);
            put(contracts, table.contract());
        }
        built.forEach(table -> rejectUnknownInputs(table, contracts));
        return new Graph(ordered(byName), contracts);
    }

    /** The part of the graph that the given tables stand on: they, their inputs, the inputs' inputs. */
    public Graph upTo(Set<String> wanted) {
        Set<String> needed = new LinkedHashSet<>(wanted);
        List<Table> order = new ArrayList<>(tables.values());
        Collections.reverse(order);
        for (Table table : order) {
            if (needed.contains(table.contract().name())) {
                needed.addAll(table.inputs());
            }
        }
        Map<String, Table> some = new LinkedHashMap<>(tables);
        some.keySet().retainAll(needed);
        Map<String, TableContract> told = new LinkedHashMap<>(contracts);
        told.keySet().retainAll(needed);
        return new Graph(some, told);
    }

    /** The tables that a run builds, inputs before readers. */
    public List<Table> inOrder() {
        return List.copyOf(tables.values());
    }

    /** Contracts of all tables, sources first. */
    public List<TableContract> contracts() {
        return List.copyOf(contracts.values());
    }

    /** The contract of a table or source of this graph. */
    public TableContract contract(String name) {
        TableContract contract = contracts.get(name);
        if (contract == null) {
            throw new IllegalArgumentException("no table " + name);
        }
        return contract;
    }

    /** Whether a run builds the table. */
    public boolean isBuilt(String name) {
        return tables.containsKey(name);
    }

    /**
     * Whether a table that was never written has something to be made of: one of its inputs beside the catalogue's tables is there,
     * or it stands on the catalogue alone, which always is.
     */
    public boolean isFed(Table table, Predicate<String> isThere) {
        List<String> feeds = table.inputs().stream()
                .filter(input -> !input.startsWith("silver.") || isBuilt(input))
                .toList();
        return feeds.isEmpty() || feeds.stream().anyMatch(isThere);
    }

    /** Inputs of a table that the same run builds before it. */
    public List<String> builtInputs(Table table) {
        return table.inputs().stream().filter(tables::containsKey).toList();
    }

    /** Names of the tables that read the given one. */
    public List<String> readers(String name) {
        return tables.values().stream()
                .filter(table -> table.inputs().contains(name))
                .map(table -> table.contract().name())
                .toList();
    }

    private static void put(Map<String, TableContract> contracts, TableContract contract) {
        if (contracts.put(contract.name(), contract) != null) {
            throw new IllegalArgumentException("two tables are named " + contract.name());
        }
    }

    private static void rejectUnknownInputs(Table table, Map<String, TableContract> contracts) {
        for (String input : table.inputs()) {
            if (!contracts.containsKey(input)) {
                throw new IllegalArgumentException(table.contract().name() + " reads " + input + ", which is no table");
            }
        }
    }

    private static Map<String, Table> ordered(Map<String, Table> tables) {
        Map<String, Table> ordered = new LinkedHashMap<>();
        for (String name : tables.keySet()) {
            visit(name, tables, ordered, new LinkedHashSet<>());
        }
        return ordered;
    }

    private static void visit(String name, Map<String, Table> tables, Map<String, Table> ordered, Set<String> path) {
        Table table = tables.get(name);
        if (table == null || ordered.containsKey(name)) {
            return;
        }
        if (!path.add(name)) {
            Deque<String> cycle = new ArrayDeque<>(path);
            List<String> named = new ArrayList<>(cycle);
            named.add(name);
            throw new IllegalArgumentException("tables read each other: " + String.join(" -> ", named));
        }
        table.inputs().forEach(input -> visit(input, tables, ordered, path));
        path.remove(name);
        ordered.put(name, table);
    }
}
