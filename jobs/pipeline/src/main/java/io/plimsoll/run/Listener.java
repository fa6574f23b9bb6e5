package io.plimsoll.run;

import io.plimsoll.contract.Table;

/** Told about a run while it goes on. */
public interface Listener {

    /** A table is about to be computed. */
    void begins(Table table, Touched touched);

    /** A table's turn has ended. */
    void ended(Outcome outcome, int done, int tables);

    /** A listener that says nothing. */
    static Listener silent() {
        return new Listener() {
            @Override
            public void begins(Table table, Touched touched) {}

            @Override
            public void ended(Outcome outcome, int done, int tables) {}
        };
    }
}
