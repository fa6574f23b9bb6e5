package io.plimsoll.cli;

/** What the process tells the scheduler. */
final class ExitCode {

    /** Everything that was asked for is done. */
    static final int DONE = 0;
    /** A bug of ours; the trace is on standard error. */
    static final int BUG = 1;
    /** The user's input is wrong; every problem was listed. */
    static final int WRONG_INPUT = 2;
    /** Done, but a source rejected more than it may. */
    static final int TOO_MANY_REJECTS = 3;
    /** A check stopped a table from being published (the rest was), or a sealed statement could not be confirmed. */
    static final int CHECK_FAILED = 4;

    private ExitCode() {}
}
