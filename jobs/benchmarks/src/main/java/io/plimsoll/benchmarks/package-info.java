/** What the pipeline costs, measured beside a native engine on the same files; outside the default build. */
@NullMarked
package io.plimsoll.benchmarks;

import org.jspecify.annotations.NullMarked;
