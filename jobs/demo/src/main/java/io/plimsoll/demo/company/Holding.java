package io.plimsoll.demo.company;

import java.util.List;

/** A service with everything that hangs on it: what measures it, what it aims at, what is promised, what it runs on. */
record Holding(
        Service service,
        List<Indicator> indicators,
        List<Objective> objectives,
        List<Agreement> agreements,
        List<Resource> resources) {}
