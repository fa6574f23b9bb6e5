package io.plimsoll.cli;

import io.plimsoll.run.Preview.Planned;
import java.io.PrintWriter;
import java.util.List;
import java.util.NavigableSet;

/** Prints what a run would recompute and why. */
final class PlanPrinter {

    private static final int NAMED = 6;

    private PlanPrinter() {}

    static void print(List<Planned> planned, PrintWriter out) {
        if (planned.isEmpty()) {
            out.println("nothing to recompute: every published table is up to date");
        }
        for (Planned table : planned) {
            out.println(table.table() + ": "
                    + table.touched().partitions().map(PlanPrinter::partitions).orElse("the whole table") + " because "
                    + table.touched().reason());
        }
        out.flush();
    }

    private static String partitions(NavigableSet<?> dates) {
        if (dates.size() <= NAMED) {
            return String.join(", ", dates.stream().map(Object::toString).toList());
        }
        return dates.size() + " partitions from " + dates.first() + " to " + dates.last();
    }
}
