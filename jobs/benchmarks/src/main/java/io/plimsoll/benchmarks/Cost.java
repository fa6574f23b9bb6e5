package io.plimsoll.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What one piece of work took.
 *
 * @param cpuSeconds time of all threads of this process on a processor, compiler and garbage collector included
 * @param wallSeconds time on the clock, which neighbours on the machine lengthen
 */
record Cost(double cpuSeconds, double wallSeconds) {

    private static final double NANOS = 1e9;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** The median by processor time of several runs of the same work. */
    static Cost medianOf(int runs, Runnable work) {
        List<Cost> costs = IntStream.range(0, runs).mapToObj(run -> of(work)).toList();
        return costs.stream()
                .sorted(Comparator.comparingDouble(Cost::cpuSeconds))
                .toList()
                .get(runs / 2);
    }

    /** The cost of one run. */
    static Cost of(Runnable work) {
        long cpu = PROCESS.getProcessCpuTime();
        long wall = System.nanoTime();
        work.run();
        return new Cost((PROCESS.getProcessCpuTime() - cpu) / NANOS, (System.nanoTime() - wall) / NANOS);
    }
}
